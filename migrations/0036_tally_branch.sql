-- Why: an overview of a province or a nation adds up what counts below it, and adding up every counter of a year again
-- for each look takes seconds. Sums of the first three floors of the tree are kept beside the counters; a fact never
-- touches them: it leaves one row in `tally.change`, and whoever adds up adds what is not folded in yet. So a sum is
-- exact in every snapshot, and no booking waits for another one's sum.

-- Written at each look by every fact: with `value` in no index a counter changes in place.
drop index tally.counter_unit;
create index counter_unit on tally.counter (unit_id, drive_id);
drop index tally.counter_drive;
create index counter_drive on tally.counter (drive_id, measure, day);
-- Where a fact counts is asked unit by unit.
create index path_unit_place on unit.path (unit_id) include (valid, path);

-- What counts for the unit at the path `above` by the unit directly below it (`branch`: its short number, '' for what
-- is credited to the unit itself); `above` '' holds the roots. Facts of `day` count in the tree of a day D where
-- since <= D < until: a part of the tree that moved has rows that end where it was and rows that begin where it is.
create table tally.branch (
  campaign_id uuid not null,
  above text collate "C" not null,
  branch text collate "C" not null,
  day date not null,
  since date not null,
  until date not null,
  registered bigint not null,
  donated bigint not null,
  bags bigint not null,
  ml bigint not null,
  units bigint not null,
  primary key (campaign_id, above, branch, day, since, until)
) with (fillfactor = 80);

-- Facts not folded into `tally.branch` yet, in no order. They name the unit, not its place: where they count is looked
-- up by whoever reads or folds them.
create table tally.change (
  no bigint generated always as identity primary key,
  campaign_id uuid not null,
  unit_id uuid not null,
  measure text not null,
  day date not null,
  by bigint not null
);

-- Whoever changes `tally.branch` holds this row until it commits: the fold, and a re-organisation that moves what was
-- folded. Facts never take it.
create table tally.book (
  one boolean primary key default true check (one),
  xact xid8 not null
);
insert into tally.book (xact) values (pg_current_xact_id());
create function tally.lock_book() returns void language sql as $$
  update tally.book set xact = pg_current_xact_id() where xact <> pg_current_xact_id()
$$;

-- The first three floors that a path counts on.
create function tally.floors(path text) returns table (above text, branch text) language sql immutable as $$
  select f.above, f.branch
  from (values (false, '', split_part(path, '.', 1)),
               (false, split_part(path, '.', 1) || '.', split_part(path, '.', 2)),
               (split_part(path, '.', 2) = '', split_part(path, '.', 1) || '.' || split_part(path, '.', 2) || '.',
                split_part(path, '.', 3))) f (beyond, above, branch)
  where not f.beyond
$$;

-- Published: what counts where, exact; to be summed. Read it with a campaign, `above`, and the days.
create view tally.v_branch as
select campaign_id, above, branch, day, since, until, registered, donated, bags, ml, units from tally.branch
union all
select c.campaign_id, f.above, f.branch, c.day,
       case when lower(p.valid) > c.day then lower(p.valid) else '-infinity' end,
       coalesce(upper(p.valid), 'infinity'),
       case c.measure when 'registered' then c.by else 0 end, case c.measure when 'donated' then c.by else 0 end,
       case c.measure when 'bags' then c.by else 0 end, case c.measure when 'ml' then c.by else 0 end,
       case c.measure when 'units' then c.by else 0 end
from tally.change c
join unit.v_credit p on p.unit_id = c.unit_id and (upper(p.valid) is null or upper(p.valid) > c.day)
cross join lateral tally.floors(p.path) f;

create function tally.note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tally.change (campaign_id, unit_id, measure, day, by)
    select campaign_id, unit_id, measure, day, value from added where value <> 0;
  elsif tg_op = 'DELETE' then
    insert into tally.change (campaign_id, unit_id, measure, day, by)
    select campaign_id, unit_id, measure, day, -value from gone where value <> 0;
  else
    insert into tally.change (campaign_id, unit_id, measure, day, by)
    select campaign_id, unit_id, measure, day, sum(value)
    from (select campaign_id, unit_id, measure, day, value from added
          union all select campaign_id, unit_id, measure, day, -value from gone) x
    group by campaign_id, unit_id, measure, day having sum(value) <> 0;
  end if;
  return null;
end $$;
create trigger counter_added after insert on tally.counter
  referencing new table as added for each statement execute function tally.note_change();
create trigger counter_changed after update on tally.counter
  referencing old table as gone new table as added for each statement execute function tally.note_change();
create trigger counter_gone after delete on tally.counter
  referencing old table as gone for each statement execute function tally.note_change();

-- Adds facts with their places to the sums of the floors they count on.
create type tally.placed as (campaign_id uuid, path text, valid daterange, measure text, day date, value bigint);
create function tally.add_placed(facts tally.placed[]) returns void language sql as $$
  insert into tally.branch (campaign_id, above, branch, day, since, until, registered, donated, bags, ml, units)
  select x.campaign_id, f.above, f.branch, x.day,
         case when lower(x.valid) > x.day then lower(x.valid) else '-infinity' end as since,
         coalesce(upper(x.valid), 'infinity') as until,
         coalesce(sum(x.value) filter (where x.measure = 'registered'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'donated'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'bags'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'ml'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'units'), 0)
  from unnest(facts) x cross join lateral tally.floors(x.path) f
  where upper(x.valid) is null or upper(x.valid) > x.day
  group by 1, 2, 3, 4, 5, 6
  -- Together on the disk what is read together.
  order by 1, 2, 3, 4, 5, 6
  on conflict (campaign_id, above, branch, day, since, until)
    do update set registered = branch.registered + excluded.registered, donated = branch.donated + excluded.donated,
                  bags = branch.bags + excluded.bags, ml = branch.ml + excluded.ml, units = branch.units + excluded.units
$$;

-- Folds at most so many changes in, and says how many it found.
create function tally.fold(most integer) returns integer language plpgsql as $$
declare
  found_now integer;
  facts tally.placed[];
begin
  perform tally.lock_book();
  with taken as (
    delete from tally.change where no in (select no from tally.change order by no limit most)
    returning campaign_id, unit_id, measure, day, by),
  summed as (
    select campaign_id, unit_id, measure, day, sum(by)::bigint as by from taken group by 1, 2, 3, 4 having sum(by) <> 0)
  select (select count(*) from taken),
         (select array_agg(row(s.campaign_id, p.path, p.valid, s.measure, s.day, s.by)::tally.placed)
          from summed s join unit.v_credit p on p.unit_id = s.unit_id)
  into found_now, facts;
  perform tally.add_placed(facts);
  return found_now;
end $$;

-- Makes the kept sums anew from the counters: after a load that went past the triggers.
create function tally.rebuild() returns void language plpgsql as $$
begin
  perform tally.lock_book();
  delete from tally.branch;
  -- One statement, one snapshot: a change it does not see is of a counter it does not see.
  with forgotten as (delete from tally.change)
  insert into tally.branch (campaign_id, above, branch, day, since, until, registered, donated, bags, ml, units)
  select k.campaign_id, f.above, f.branch, k.day,
         case when lower(p.valid) > k.day then lower(p.valid) else '-infinity' end as since,
         coalesce(upper(p.valid), 'infinity') as until,
         sum(k.registered), sum(k.donated), sum(k.bags), sum(k.ml), sum(k.units)
  from (select campaign_id, unit_id, day,
               coalesce(sum(value) filter (where measure = 'registered'), 0) as registered,
               coalesce(sum(value) filter (where measure = 'donated'), 0) as donated,
               coalesce(sum(value) filter (where measure = 'bags'), 0) as bags,
               coalesce(sum(value) filter (where measure = 'ml'), 0) as ml,
               coalesce(sum(value) filter (where measure = 'units'), 0) as units
        from tally.counter group by 1, 2, 3) k
  join unit.v_credit p on p.unit_id = k.unit_id and (upper(p.valid) is null or upper(p.valid) > k.day)
  cross join lateral tally.floors(p.path) f
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6;
end $$;

-- Folded of a unit: what its counters say without what is not folded yet, both of one snapshot.
create view tally.folded as
select campaign_id, unit_id, measure, day, value from tally.counter
union all
select campaign_id, unit_id, measure, day, -by from tally.change;

-- Places that changed: what was folded in by the old ones is taken out, and put in by the new ones. What is not folded
-- finds the new place by itself.
create function tally.follow_places() returns trigger language plpgsql as $$
declare
  facts tally.placed[];
begin
  -- A unit without counters may get its first while its place changes: its fold has to wait as well. Only what is opened
  -- just now has none for sure. (A transition table may be named only where its trigger has it.)
  if tg_op = 'INSERT' then
    if not exists (select 1 from placed p join tally.counter k on k.unit_id = p.unit_id) then return null; end if;
  elsif not exists (select 1 from gone) then
    return null;
  end if;
  perform tally.lock_book();
  if tg_op <> 'INSERT' then
    select array_agg(row(x.campaign_id, x.path, x.valid, x.measure, x.day, x.value)::tally.placed) into facts
    from (select k.campaign_id, p.path, p.valid, k.measure, k.day, -sum(k.value)::bigint as value
          from gone p join tally.folded k on k.unit_id = p.unit_id
          group by 1, 2, 3, 4, 5 having sum(k.value) <> 0) x;
    perform tally.add_placed(facts);
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(row(x.campaign_id, x.path, x.valid, x.measure, x.day, x.value)::tally.placed) into facts
    from (select k.campaign_id, p.path, p.valid, k.measure, k.day, sum(k.value)::bigint as value
          from placed p join tally.folded k on k.unit_id = p.unit_id
          group by 1, 2, 3, 4, 5 having sum(k.value) <> 0) x;
    perform tally.add_placed(facts);
  end if;
  return null;
end $$;
create trigger branch_leaves after delete on unit.path
  referencing old table as gone for each statement execute function tally.follow_places();
create trigger branch_comes after insert on unit.path
  referencing new table as placed for each statement execute function tally.follow_places();
create trigger branch_moves after update on unit.path
  referencing old table as gone new table as placed for each statement execute function tally.follow_places();

select tally.rebuild();
