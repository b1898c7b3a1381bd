// The one law of who owes a report, as pieces of SQL that every query of this store shares. They speak of the aliases
// `d` (a drive), `l` (the unit leading its campaign) and `u` (the unit asked about), all in the tree of one day.
import { sql } from "../../platform/db/sql.ts";

/**
 * `u` reports for itself: it stands at or below the leading unit, and neither it nor a unit between is a section or a
 * group, nor does it stand under a grassroots union, which is the lowest that reports.
 */
export const reportsItself = (day: string) => sql`(
  u.path like l.path || '%' and not exists (
    select 1 from unit.v_unit x
    where x.no = any (string_to_array(rtrim(u.path, '.'), '.')::bigint[]) and x.valid @> ${day}::date
      and x.path like l.path || '%'
      and (x.side <> 'union' or x.kind in ('section', 'group') or (x.kind = 'grassroots' and x.unit_id <> u.unit_id))))`;

/** Somebody registered or gave at the drive `d` and is credited to `u` or below it. */
export const hasDonors = (day: string) => sql`exists (
  select 1 from tally.v_counter k
  join unit.v_unit credited on credited.unit_id = k.unit_id and credited.valid @> ${day}::date
  where k.drive_id = d.drive_id and k.measure in ('registered', 'donated') and credited.path like u.path || '%'
  group by k.unit_id, k.measure having sum(k.value) > 0)`;

/**
 * Days after the drive that the letter nearest above `u` allows; no row without one. The leading unit's own letter
 * orders the units below it, not itself.
 */
export const ruleAbove = (day: string) => sql`(
  select r.report_days from directive.v_report_rule r
  join unit.v_unit s on s.unit_id = r.sender_unit_id and s.valid @> ${day}::date
  where r.campaign_id = d.campaign_id and r.report_days is not null
    and s.unit_id <> u.unit_id and u.path like s.path || '%'
  order by s.depth desc, r.directive_id desc limit 1)`;

/** The closed drives with their leading unit: `d` and `l`. */
export const closedDrives = (day: string) => sql`drive.v_drive d
  join campaign.v_campaign c on c.campaign_id = d.campaign_id and d.state = 'closed'
  join unit.v_unit l on l.unit_id = c.unit_id and l.valid @> ${day}::date`;
