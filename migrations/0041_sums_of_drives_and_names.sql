-- Why: what is registered at drives whose result is not in was read from their counters, unit by unit with a look at
-- the place of each: seconds for a nation in its season. The same sums are now kept by drive as well, so that a drive
-- costs a row for each day and commune. Those of the tree's first floors follow from these.

-- What counts at a drive for units at `place` or below: the first three numbers of their path. Facts of `day` count
-- there in the tree of a day D where since <= D < until, as in `tally.branch`.
create table tally.drive_sum (
  drive_id uuid not null,
  place text collate "C" not null,
  day date not null,
  since date not null,
  until date not null,
  campaign_id uuid not null,
  registered bigint not null,
  donated bigint not null,
  bags bigint not null,
  ml bigint not null,
  units bigint not null,
  -- The only index: what is looked for is always a drive.
  primary key (drive_id, place, day, since, until, campaign_id)
) with (fillfactor = 80);

create function tally.top_of(path text) returns text language sql immutable parallel safe as $$
  select substring(path from '^(?:[0-9]+\.){1,3}')
$$;

-- A fact not folded yet says its drive too. Those waiting are forgotten below, where all is made anew.
alter table tally.change add column drive_id uuid;

create or replace function tally.note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tally.change (campaign_id, unit_id, drive_id, measure, day, by)
    select campaign_id, unit_id, drive_id, measure, day, value from added where value <> 0;
  elsif tg_op = 'DELETE' then
    insert into tally.change (campaign_id, unit_id, drive_id, measure, day, by)
    select campaign_id, unit_id, drive_id, measure, day, -value from gone where value <> 0;
  else
    insert into tally.change (campaign_id, unit_id, drive_id, measure, day, by)
    select campaign_id, unit_id, drive_id, measure, day, sum(value)
    from (select campaign_id, unit_id, drive_id, measure, day, value from added
          union all select campaign_id, unit_id, drive_id, measure, day, -value from gone) x
    group by campaign_id, unit_id, drive_id, measure, day having sum(value) <> 0;
  end if;
  return null;
end $$;

alter type tally.placed add attribute drive_id uuid;
create or replace function tally.add_placed(facts tally.placed[]) returns void language sql as $$
  insert into tally.drive_sum (drive_id, place, day, since, until, campaign_id, registered, donated, bags, ml, units)
  select x.drive_id, tally.top_of(x.path), x.day,
         case when lower(x.valid) > x.day then lower(x.valid) else '-infinity' end as since,
         coalesce(upper(x.valid), 'infinity') as until, x.campaign_id,
         coalesce(sum(x.value) filter (where x.measure = 'registered'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'donated'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'bags'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'ml'), 0),
         coalesce(sum(x.value) filter (where x.measure = 'units'), 0)
  from unnest(facts) x
  where upper(x.valid) is null or upper(x.valid) > x.day
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6
  on conflict (drive_id, place, day, since, until, campaign_id)
    do update set registered = drive_sum.registered + excluded.registered, donated = drive_sum.donated + excluded.donated,
                  bags = drive_sum.bags + excluded.bags, ml = drive_sum.ml + excluded.ml,
                  units = drive_sum.units + excluded.units;
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

create or replace function tally.fold(most integer) returns integer language plpgsql as $$
declare
  found_now integer;
  facts tally.placed[];
begin
  perform tally.lock_book();
  with taken as (
    delete from tally.change where no in (select no from tally.change order by no limit most)
    returning campaign_id, unit_id, drive_id, measure, day, by),
  summed as (
    select campaign_id, unit_id, drive_id, measure, day, sum(by)::bigint as by from taken
    group by 1, 2, 3, 4, 5 having sum(by) <> 0)
  select (select count(*) from taken),
         (select array_agg(row(s.campaign_id, p.path, p.valid, s.measure, s.day, s.by, s.drive_id)::tally.placed)
          from summed s join unit.v_credit p on p.unit_id = s.unit_id)
  into found_now, facts;
  perform tally.add_placed(facts);
  return found_now;
end $$;

create or replace view tally.folded as
select campaign_id, unit_id, measure, day, value, drive_id from tally.counter
union all
select campaign_id, unit_id, measure, day, -by, drive_id from tally.change;

create or replace function tally.follow_places() returns trigger language plpgsql as $$
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
    select array_agg(row(x.campaign_id, x.path, x.valid, x.measure, x.day, x.value, x.drive_id)::tally.placed) into facts
    from (select k.campaign_id, p.path, p.valid, k.measure, k.day, k.drive_id, -sum(k.value)::bigint as value
          from gone p join tally.folded k on k.unit_id = p.unit_id
          group by 1, 2, 3, 4, 5, 6 having sum(k.value) <> 0) x;
    perform tally.add_placed(facts);
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(row(x.campaign_id, x.path, x.valid, x.measure, x.day, x.value, x.drive_id)::tally.placed) into facts
    from (select k.campaign_id, p.path, p.valid, k.measure, k.day, k.drive_id, sum(k.value)::bigint as value
          from placed p join tally.folded k on k.unit_id = p.unit_id
          group by 1, 2, 3, 4, 5, 6 having sum(k.value) <> 0) x;
    perform tally.add_placed(facts);
  end if;
  return null;
end $$;

-- Made from the counters in one pass; the floors' sums from the drives' few rows.
create or replace function tally.rebuild() returns void language plpgsql as $$
begin
  perform tally.lock_book();
  delete from tally.branch;
  delete from tally.drive_sum;
  -- One statement, one snapshot: a change it does not see is of a counter it does not see.
  with forgotten as (delete from tally.change)
  insert into tally.drive_sum (drive_id, place, day, since, until, campaign_id, registered, donated, bags, ml, units)
  select k.drive_id, tally.top_of(p.path), k.day,
         case when lower(p.valid) > k.day then lower(p.valid) else '-infinity' end as since,
         coalesce(upper(p.valid), 'infinity') as until, k.campaign_id,
         sum(k.registered), sum(k.donated), sum(k.bags), sum(k.ml), sum(k.units)
  from (select campaign_id, unit_id, drive_id, day,
               coalesce(sum(value) filter (where measure = 'registered'), 0) as registered,
               coalesce(sum(value) filter (where measure = 'donated'), 0) as donated,
               coalesce(sum(value) filter (where measure = 'bags'), 0) as bags,
               coalesce(sum(value) filter (where measure = 'ml'), 0) as ml,
               coalesce(sum(value) filter (where measure = 'units'), 0) as units
        from tally.counter group by 1, 2, 3, 4) k
  join unit.v_credit p on p.unit_id = k.unit_id and (upper(p.valid) is null or upper(p.valid) > k.day)
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6;
  insert into tally.branch (campaign_id, above, branch, day, since, until, registered, donated, bags, ml, units)
  select s.campaign_id, f.above, f.branch, s.day, s.since, s.until,
         sum(s.registered), sum(s.donated), sum(s.bags), sum(s.ml), sum(s.units)
  from tally.drive_sum s cross join lateral tally.floors(s.place) f
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6;
end $$;

-- Published: what counts at each of these drives on a day by the facts up to it, exact, by place; to be summed. Drive by
-- drive, since no statistics say how few rows that is, and what is not folded at once.
create function tally.at_drives(drives uuid[], as_of date)
returns table (drive_id uuid, place text, registered bigint, donated bigint, bags bigint, ml bigint, units bigint)
language sql stable as $$
  select s.drive_id, s.place, s.registered, s.donated, s.bags, s.ml, s.units
  from unnest(drives) d (id)
  cross join lateral (
    select * from tally.drive_sum x
    where x.drive_id = d.id and x.day <= as_of and x.since <= as_of and x.until > as_of offset 0) s
  union all
  select c.drive_id, p.path,
         case c.measure when 'registered' then c.by else 0 end, case c.measure when 'donated' then c.by else 0 end,
         case c.measure when 'bags' then c.by else 0 end, case c.measure when 'ml' then c.by else 0 end,
         case c.measure when 'units' then c.by else 0 end
  from tally.change c
  join unit.v_credit p on p.unit_id = any (array[c.unit_id]) and p.valid @> as_of
  where c.drive_id in (select d.id from unnest(drives) d (id)) and c.day <= as_of
$$;

-- Where a unit counts, and whether it stands, without a look at the table.
drop index unit.path_unit_place;
create index path_unit_place on unit.path (unit_id) include (valid, path, credit_unit_id);

-- People of a name are found by its words: below a province or a nation whoever is next by name may be met only after
-- millions of others, and a name that nobody has only after all. Small, since names share their words; a list that
-- every search reads through is kept short.
create index person_words on person.person using gin (platform.words_of(search_key)) with (gin_pending_list_limit = 256);

-- How many people have these words in their names, as far as the planner's statistics know: which of two ways of going
-- through them is the shorter. Null for null.
create function person.guess_named(asked tsquery) returns bigint language plpgsql strict as $$
declare
  plan json;
begin
  execute format('explain (format json) select 1 from person.person where platform.words_of(search_key) @@ %L::tsquery',
                 asked) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end $$;

select tally.rebuild();
alter table tally.change alter column drive_id set not null;
