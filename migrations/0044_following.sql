-- Why: what an office asks about its reports and its letters is answered from few narrow rows, however many units and
-- drives a nation has.

-- Published: where anything of each of these drives counts in the tree of its own day of `days`, down to the floor that
-- sums are kept for (`tally.drive_sum`; what is not folded yet by its full path), by facts up to a day. `below`: the rest
-- of the place after its own path of `tops`, null where it is elsewhere; `later`: by a fact of a day after the drive's. For
-- "is anything of it there?": sums that have come to nothing again are among them.
create function tally.places_at(drives uuid[], days date[], tops text[], until date)
returns table (drive_id uuid, place text, below text, as_of date, later boolean)
language sql stable as $$
  select d.id, s.place, case when starts_with(s.place, d.top) then substr(s.place, length(d.top) + 1) end, d.as_of, s.later
  from unnest(drives, days, tops) d (id, as_of, top)
  cross join lateral (
    select x.place, max(x.day) > d.as_of as later from tally.drive_sum x
    where x.drive_id = d.id and (x.day <= until and x.since <= d.as_of and x.until > d.as_of) is true
    group by x.place offset 0) s
  union all
  select d.id, p.path, case when starts_with(p.path, d.top) then substr(p.path, length(d.top) + 1) end, d.as_of, c.day > d.as_of
  from tally.change c
  join unnest(drives, days, tops) d (id, as_of, top) on d.id = c.drive_id
  cross join lateral (
    select p.path from unit.v_credit p where p.unit_id = c.unit_id and (p.valid @> d.as_of) is true offset 0) p
  where c.day <= until
$$;

-- When a drive's own report was approved, which is when its tree stands still: asked of each drive of a year. One small
-- row a drive, written when it is done with.
create index report_leading on report.report (drive_id) include (approved_at)
  where drive_id is not null and to_unit_id is null and state = 'approved';

-- Who sent a report of a drive, and to whom, without the reports themselves: they carry their paper with them.
create index report_sent on report.report (drive_id) include (unit_id, to_unit_id, submitted_at, id, version)
  where kind = 'drive' and state in ('submitted', 'approved');

-- What kind a unit is, for many units at once, without their rows.
drop index unit.naming_unit;
create index naming_unit on unit.naming (unit_id) include (valid, kind);
