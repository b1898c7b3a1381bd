-- Why: how many members stand below each union is what a number is shared out by, and counting eleven million people for
-- one look takes a minute. As sums of facts are kept for the first floors of the tree (0036), so are members: exact in
-- every snapshot, in the tree of any day; an entry only leaves a row to be folded in, and waits for no other's sum.

-- The first three floors that a path counts on: under '' the root, under the root and under who stands below it the
-- unit directly below ('': what is at the unit itself).
create function unit.floors(path text) returns table (above text, branch text) language sql immutable as $$
  select f.above, f.branch
  from (values (false, '', split_part(path, '.', 1)),
               (false, split_part(path, '.', 1) || '.', split_part(path, '.', 2)),
               (split_part(path, '.', 2) = '', split_part(path, '.', 1) || '.' || split_part(path, '.', 2) || '.',
                split_part(path, '.', 3))) f (beyond, above, branch)
  where not f.beyond
$$;

-- By how many the memberships in a branch grow on a day, in the trees of the days since <= D < until. What began before
-- the unit stood there, or before the book's first day, is summed up in the first day of that.
create table person.branch (
  above text collate "C" not null,
  branch text collate "C" not null,
  day date not null,
  since date not null,
  until date not null,
  members bigint not null,
  primary key (above, branch, day, since, until)
) with (fillfactor = 80);

-- Not folded in yet, in no order; names the unit, not its place.
create table person.change (
  no bigint generated always as identity primary key,
  unit_id uuid not null,
  day date not null,
  by bigint not null
);

-- Whoever changes `person.branch` holds this row until it commits (as tally.book). Sums are told of days from `first_day`
-- on: memberships began on any day of decades, and nobody asks for a share of a number before the first campaign.
create table person.book (
  one boolean primary key default true check (one),
  first_day date not null default '-infinity',
  xact xid8 not null
);
insert into person.book (xact) values (pg_current_xact_id());
-- Published: the first day that sums are told of; before it memberships are to be counted.
create view person.v_branch_from as select first_day from person.book;
create function person.lock_book() returns void language sql as $$
  update person.book set xact = pg_current_xact_id() where xact <> pg_current_xact_id()
$$;

-- A membership begins on a day and ends on one.
create view person.turn as
select unit_id, coalesce(lower(valid), '-infinity') as day, 1::bigint as by from person.affiliation where relation = 'member'
union all
select unit_id, upper(valid), -1 from person.affiliation where relation = 'member' and upper(valid) < 'infinity';

create function person.note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into person.change (unit_id, day, by)
    select a.unit_id, t.day, sum(t.by) from added a
    cross join lateral (values (coalesce(lower(a.valid), '-infinity'), 1), (upper(a.valid), -1)) t (day, by)
    where a.relation = 'member' and t.day < 'infinity' group by 1, 2;
  elsif tg_op = 'DELETE' then
    insert into person.change (unit_id, day, by)
    select a.unit_id, t.day, sum(t.by) from gone a
    cross join lateral (values (coalesce(lower(a.valid), '-infinity'), -1), (upper(a.valid), 1)) t (day, by)
    where a.relation = 'member' and t.day < 'infinity' group by 1, 2;
  else
    insert into person.change (unit_id, day, by)
    select a.unit_id, t.day, sum(t.by)
    from (select unit_id, relation, valid, 1 as sign from added
          union all select unit_id, relation, valid, -1 from gone) a
    cross join lateral (values (coalesce(lower(a.valid), '-infinity'), a.sign), (upper(a.valid), -a.sign)) t (day, by)
    where a.relation = 'member' and t.day < 'infinity' group by 1, 2 having sum(t.by) <> 0;
  end if;
  return null;
end $$;
create trigger members_added after insert on person.affiliation
  referencing new table as added for each statement execute function person.note_change();
create trigger members_changed after update on person.affiliation
  referencing old table as gone new table as added for each statement execute function person.note_change();
create trigger members_gone after delete on person.affiliation
  referencing old table as gone for each statement execute function person.note_change();

-- Published: memberships by branch, exact; to be summed. Read it with `above`, day <= D and since <= D < until.
create view person.v_branch as
select above, branch, day, since, until, members from person.branch
union all
select f.above, f.branch, greatest(c.day, lower(p.valid), k.first_day), coalesce(lower(p.valid), '-infinity'),
       coalesce(upper(p.valid), 'infinity'), c.by
from person.book k
cross join person.change c
join unit.v_place p on p.unit_id = c.unit_id and coalesce(upper(p.valid), 'infinity') > greatest(c.day, k.first_day)
cross join lateral unit.floors(p.path) f;

create type person.placed as (path text, valid daterange, day date, by bigint);
create function person.add_placed(turns person.placed[]) returns void language sql as $$
  insert into person.branch (above, branch, day, since, until, members)
  select f.above, f.branch, greatest(x.day, lower(x.valid), k.first_day), coalesce(lower(x.valid), '-infinity') as since,
         coalesce(upper(x.valid), 'infinity') as until, sum(x.by)
  from person.book k cross join unnest(turns) x cross join lateral unit.floors(x.path) f
  where coalesce(upper(x.valid), 'infinity') > greatest(x.day, k.first_day)
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5
  on conflict (above, branch, day, since, until) do update set members = branch.members + excluded.members
$$;

-- Folds at most so many changes in, and says how many it found.
create function person.fold(most integer) returns integer language plpgsql as $$
declare
  found_now integer;
  turns person.placed[];
begin
  perform person.lock_book();
  with taken as (
    delete from person.change where no in (select no from person.change order by no limit most)
    returning unit_id, day, by),
  summed as (select unit_id, day, sum(by)::bigint as by from taken group by 1, 2 having sum(by) <> 0)
  select (select count(*) from taken),
         (select array_agg(row(p.path, p.valid, s.day, s.by)::person.placed)
          from summed s join unit.v_place p on p.unit_id = s.unit_id)
  into found_now, turns;
  perform person.add_placed(turns);
  return found_now;
end $$;

-- Makes the kept sums anew, told from that day on (null: of all days): after a load that went past the triggers.
create function person.rebuild(of_day date) returns void language plpgsql as $$
declare
  from_day date not null default coalesce(of_day, '-infinity');
begin
  perform person.lock_book();
  update person.book set first_day = from_day;
  delete from person.branch;
  with forgotten as (delete from person.change)
  insert into person.branch (above, branch, day, since, until, members)
  select f.above, f.branch, greatest(t.day, lower(p.valid)), coalesce(lower(p.valid), '-infinity') as since,
         coalesce(upper(p.valid), 'infinity') as until, sum(t.by)
  from (select unit_id, greatest(day, from_day) as day, sum(by)::bigint as by from person.turn group by 1, 2) t
  join unit.v_place p on p.unit_id = t.unit_id and (upper(p.valid) is null or upper(p.valid) > t.day)
  cross join lateral unit.floors(p.path) f
  where t.by <> 0
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5;
end $$;

-- Folded of a unit: what its memberships say without what is not folded yet, both of one snapshot.
create view person.folded as
select unit_id, day, by from person.turn
union all
select unit_id, day, -by from person.change;

-- Places that changed: what was folded in by the old ones is taken out, and put in by the new ones. Where a unit no more
-- stands nobody is a member.
create function person.follow_places() returns trigger language plpgsql as $$
declare
  turns person.placed[];
begin
  if tg_op = 'INSERT' then
    if not exists (select 1 from placed p join person.affiliation a on a.unit_id = p.unit_id) then return null; end if;
  elsif not exists (select 1 from gone) then
    return null;
  end if;
  perform person.lock_book();
  if tg_op <> 'INSERT' then
    select array_agg(row(x.path, x.valid, x.day, x.by)::person.placed) into turns
    from (select p.path, p.valid, k.day, -sum(k.by)::bigint as by
          from gone p join person.folded k on k.unit_id = p.unit_id
          where p.standing group by 1, 2, 3 having sum(k.by) <> 0) x;
    perform person.add_placed(turns);
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(row(x.path, x.valid, x.day, x.by)::person.placed) into turns
    from (select p.path, p.valid, k.day, sum(k.by)::bigint as by
          from placed p join person.folded k on k.unit_id = p.unit_id
          where p.standing group by 1, 2, 3 having sum(k.by) <> 0) x;
    perform person.add_placed(turns);
  end if;
  return null;
end $$;
create trigger members_leave after delete on unit.path
  referencing old table as gone for each statement execute function person.follow_places();
create trigger members_come after insert on unit.path
  referencing new table as placed for each statement execute function person.follow_places();
create trigger members_move after update on unit.path
  referencing old table as gone new table as placed for each statement execute function person.follow_places();

-- Who may be a member twice on one day: by a second affiliation, or by two entries. They are few, and are taken off the
-- kept sums, so that each person counts once. A second affiliation is one that is not primary: only one may be.
create index affiliation_second on person.affiliation (person_id) where relation = 'member' and not is_primary;
-- Published: memberships, and those of people who may have several; by the entry that stands for the person.
create view person.v_member as
select coalesce(s.one_id, a.person_id) as person_id, a.unit_id, a.valid
from person.affiliation a
left join person.same_as s on s.person_id = a.person_id and s.running
where a.relation = 'member';
create view person.v_member_twice as
select coalesce(s.one_id, a.person_id) as person_id, a.unit_id, a.valid
from (select x.person_id from person.affiliation x where x.relation = 'member' and not x.is_primary
      union select x.person_id from person.same_as x where x.running
      union select x.one_id from person.same_as x where x.running) several
join person.affiliation a on a.person_id = several.person_id and a.relation = 'member'
left join person.same_as s on s.person_id = a.person_id and s.running;

-- Where units stood is asked of thousands at once by a decision that moves them: by an index of its own, since the one
-- of the exclusion takes a tenth of a millisecond for each.
create index edge_child on unit.edge (child_id);

select person.rebuild((select min(lower(c.period)) from campaign.v_campaign c));
