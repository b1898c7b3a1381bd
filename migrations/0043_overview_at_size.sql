-- Why: what the overview of a province or a commune asks of a nation's campaign is found by what belongs to the place, and
-- what it asks of all the campaign's drives is read from narrow indexes: ten thousand drives are looked through for
-- each plan line.

-- Where in the tree anything of a campaign's drives counts. Written by the fold, a row for each day and commune that a
-- drive begins to have; sums grow in place as before.
create index drive_sum_place on tally.drive_sum (campaign_id, place, drive_id);

-- As before; the days are no part of what is looked up. A planner that knows skip scans would walk the place of each drive's
-- sums for them, and believes that dear enough to take the index above, which is for places alone.
create or replace function tally.at_drives(drives uuid[], as_of date)
returns table (drive_id uuid, place text, registered bigint, donated bigint, bags bigint, ml bigint, units bigint)
language sql stable as $$
  select s.drive_id, s.place, s.registered, s.donated, s.bags, s.ml, s.units
  from unnest(drives) d (id)
  cross join lateral (
    select * from tally.drive_sum x
    where x.drive_id = d.id and (x.day <= as_of and x.since <= as_of and x.until > as_of) is true offset 0) s
  union all
  select c.drive_id, p.path,
         case c.measure when 'registered' then c.by else 0 end, case c.measure when 'donated' then c.by else 0 end,
         case c.measure when 'bags' then c.by else 0 end, case c.measure when 'ml' then c.by else 0 end,
         case c.measure when 'units' then c.by else 0 end
  from tally.change c
  join unit.v_credit p on p.unit_id = any (array[c.unit_id]) and p.valid @> as_of
  where c.drive_id in (select d.id from unnest(drives) d (id)) and c.day <= as_of
$$;

-- Published: a campaign's drives at which anything counts at a place or below, or ever did, in the tree of any day; what is
-- not folded yet included. The sums know the first three numbers of a path: of a place further down these are the drives
-- of whoever stands on the third floor above it.
create function tally.drives_at(campaign uuid, place text) returns setof uuid language sql stable as $$
  select x.drive_id
  from (select tally.top_of(place) as path offset 0) top
  cross join lateral (
    select s.drive_id from tally.drive_sum s
    where s.campaign_id = campaign and s.place >= top.path and s.place < rtrim(top.path, '.') || '/' offset 0) x
  union
  select c.drive_id
  from tally.change c
  join unit.v_credit p on p.unit_id = any (array[c.unit_id]) and (upper(p.valid) is null or upper(p.valid) > c.day)
  where c.campaign_id = campaign and starts_with(p.path, tally.top_of(place))
$$;

-- When a drive was closed stands in its own row as in the facility's sheet: whoever counts a campaign's drives need not
-- look up the sheet of each.
create or replace view drive.v_drive as
select id as drive_id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, closed_at from drive.drive;
-- All that is asked of every drive of a campaign, without the table. A drive changes its state three times.
drop index drive.drive_campaign;
create index drive_campaign on drive.drive (campaign_id, day, id) include (state, closed_at, host_unit_id);
-- How many places a drive has. What is booked is counted elsewhere (booking.seat), so these rows hardly change.
drop index drive.slot_drive;
create index slot_drive on drive.slot (drive_id, starts_at) include (capacity);

-- Who has not confirmed a letter, without a look at each row.
drop index directive.recipient_unconfirmed;
create index recipient_unconfirmed on directive.recipient (receive_by) include (unit_id, directive_id, root_id)
  where received_at is null and ended_at is null;

-- Published: for whom places of a drive were kept until the cut-off, a row for each keeping: `v_reserve` adds up, and so
-- reads all there are where only some units are asked for.
create view booking.v_reserved as
select drive_id, unit_id from booking.reserve where ended_at is null or ended_at >= cut_off;
