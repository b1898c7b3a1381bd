// Drives of which a unit directly below may owe its report: of a nation's year a few in a hundred. Where each donation
// rests is worked out for those alone.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { endOfRange, isRoot } from "../../unit/rules/path.ts";
import { closedBy, type Over, touched } from "./lists.ts";

type Piece = ReturnType<typeof sql>;

/** Units that stood directly below by the day, with their short numbers. */
export const directly = (over: Over): Piece => sql`
  directly as materialized (
    select distinct w.unit_id, w.no from unit.v_place w
    where w.parent_id = ${over.unitId} and lower(w.valid) <= ${over.day}::date)`;

/** Of the drives closed by the day, each with the day whose tree holds for it and where its leading unit and this one stood then. */
export const doneOf = (over: Over, which: Piece): Piece => sql`
  done as materialized (
    select d.drive_id, d.campaign_id, t.tree_on, l.path as lead_path, top.path as top_path
    from (${closedBy(over)}) d
    join campaign.v_campaign c on c.campaign_id = d.campaign_id
    cross join lateral (
      select least(${over.day}::date, max((f.approved_at at time zone 'Asia/Ho_Chi_Minh')::date)) as tree_on
      from report.report f
      where f.drive_id = d.drive_id and f.kind = 'drive' and f.to_unit_id is null and f.state = 'approved'
        and f.approved_at < ${over.end}::timestamptz) t
    cross join lateral (
      select l.path from unit.v_credit l where l.unit_id = c.unit_id and (l.valid @> t.tree_on) is true offset 0) l
    cross join lateral (
      select p.path from unit.v_place p where p.unit_id = ${over.unitId} and (p.valid @> t.tree_on) is true offset 0) top
    where ${which})`;

/**
 * Something of the drive is, or waits, below a unit directly below, and that one has not sent its report. What rests
 * somewhere is there because somebody credited counts there (a), or because a report was sent that the next unit has not
 * gone on with (b): see `hop` in owing.ts. A drive led from below touches nobody but who leads it. Of a small place: the
 * drives it has to do with, and each who counts there.
 */
const openAround = (over: Over & { readonly path: string }): Piece => sql`
  with ${directly(over)}, ${touched({ id: over.unitId, path: over.path }, over.day)}
  ${doneOf(
    over,
    sql`(d.drive_id in (select x.drive_id from touched x)
         or d.drive_id in (select r.drive_id from directly w join report.report r on r.unit_id = w.unit_id where r.kind = 'drive'))`,
  )},
  sent as materialized (
    select r.drive_id, r.unit_id, r.to_unit_id, d.tree_on, d.top_path
    from done d
    cross join lateral (
      select r.drive_id, r.unit_id, r.to_unit_id from report.report r
      where r.drive_id = d.drive_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
        and r.submitted_at < ${over.end}::timestamptz offset 0) r),
  led as materialized (
    select d.drive_id, d.tree_on, d.top_path from done d where starts_with(d.top_path, d.lead_path)),
  counted as materialized (
    select distinct k.unit_id, d.drive_id, d.tree_on, d.top_path
    from led d
    cross join lateral (
      select k.unit_id from tally.v_counter k
      where k.drive_id = d.drive_id and k.measure in ('registered', 'donated') and k.day <= ${over.day}::date
      union all
      select k.unit_id from booking.v_reserve k where k.drive_id = d.drive_id) k
    -- In the order of the index that each is looked up in.
    order by k.unit_id),
  waiting as materialized (
    select w.drive_id, w.tree_on, w.top_path, x.unit_id
    from (select s.* from sent s where s.to_unit_id is not null and (s.drive_id, s.to_unit_id) not in (select o.drive_id, o.unit_id from sent o)) w
    cross join lateral (values (w.to_unit_id), (w.unit_id)) x (unit_id)),
  placed as (
    select distinct k.drive_id, substr(p.path, length(k.top_path) + 1) as below
    from (select drive_id, tree_on, top_path, unit_id from counted
          union all select drive_id, tree_on, top_path, unit_id from waiting) k
    cross join lateral (
      select p.path from unit.v_credit p
      where p.unit_id = k.unit_id and (p.valid @> k.tree_on) is true offset 0) p
    where starts_with(p.path, k.top_path)),
  pairs as (
    select p.drive_id, w.unit_id
    from placed p cross join lateral unnest(string_to_array(rtrim(p.below, '.'), '.')) step (no)
    join directly w on w.no::text = step.no
    union
    select d.drive_id, w.unit_id from done d join directly w on w.no::text = split_part(d.lead_path, '.', -2))
  select distinct t.drive_id, w.no::text as no from pairs t join directly w on w.unit_id = t.unit_id
  where (t.drive_id, t.unit_id) not in (select s.drive_id, s.unit_id from sent s)`;

/**
 * `here`: drives with anything of the place, of people who count there, or did on some day; who had places kept is in no
 * sum, and a report may wait at a unit that has ended since and is followed by one of the place.
 */
const hereOf = (over: Over, path: string): Piece => sql`
  around as materialized (
    select p.unit_id, p.credit_unit_id <> p.unit_id as ended from unit.v_credit p
    where p.path ~>=~ ${path} and p.path ~<~ ${endOfRange(path)} and (p.valid @> ${over.day}::date) is true),
  here as materialized (
    select t.drive_id
    from (select distinct w.path from unit.v_place w where w.unit_id = ${over.unitId}) stood
    cross join (${
      "campaignId" in over
        ? sql`select ${over.campaignId}::uuid as campaign_id`
        : sql`select c.campaign_id from campaign.v_campaign c`
    }) c
    cross join lateral tally.drives_at(c.campaign_id, stood.path) t (drive_id)
    union
    select k.drive_id from booking.v_reserved k where k.unit_id in (select a.unit_id from around a)
    union
    select r.drive_id from around a
    cross join lateral (select r.drive_id from report.report r where r.to_unit_id = a.unit_id and r.kind = 'drive' offset 0) r
    where a.ended
    union
    select r.drive_id from directly w
    cross join lateral (select r.drive_id from report.report r where r.unit_id = w.unit_id and r.kind = 'drive' offset 0) r),`;

/**
 * Of a nation or a province, by the sums that are kept of each drive by place: thousands of drives are looked through
 * without those who came to them. Units directly below go by their short numbers, as paths do. A unit that stood deeper
 * then than sums are kept for is taken to be touched by whatever is above it, and a drive with facts of later days than
 * its tree's is looked at in any case: one drive too many only costs time.
 */
const openBySums = (over: Over): Piece => sql`
  with ${directly(over)}, ${over.path === undefined || isRoot(over.path) ? sql`` : hereOf(over, over.path)}
  ${doneOf(over, over.path === undefined || isRoot(over.path) ? sql`true` : sql`d.drive_id in (select h.drive_id from here h)`)},
  sent as materialized (
    select d.drive_id, d.tree_on, d.top_path, r.unit_id, r.to_unit_id
    from done d
    cross join lateral (
      select r.unit_id, r.to_unit_id from report.report r
      where r.drive_id = d.drive_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
        and r.submitted_at < ${over.end}::timestamptz offset 0) r),
  led as materialized (select d.* from done d where starts_with(d.top_path, d.lead_path)),
  sums as materialized (
    select p.drive_id, p.place, p.below, p.as_of, p.later
    from (select array_agg(l.drive_id) as drives, array_agg(l.tree_on) as days, array_agg(l.top_path) as tops from led l) a
    cross join lateral tally.places_at(a.drives, a.days, a.tops, ${over.day}::date) p),
  deep as materialized (
    select d.no, t.tree_on, tally.top_of(p.path) as place
    from (select d.* from directly d
          where exists (select 1 from unit.v_place p where p.unit_id = d.unit_id and tally.top_of(p.path) <> p.path)
          offset 0) d
    cross join (select distinct d.tree_on from done d) t
    cross join lateral (
      select p.path from unit.v_place p where p.unit_id = d.unit_id and (p.valid @> t.tree_on) is true offset 0) p
    where tally.top_of(p.path) <> p.path),
  elsewhere as materialized (
    select l.drive_id, l.tree_on, l.top_path, k.unit_id
    from led l
    cross join lateral (select k.unit_id from booking.v_reserve k where k.drive_id = l.drive_id offset 0) k
    union
    select w.drive_id, w.tree_on, w.top_path, x.unit_id
    from (select s.* from sent s
          where s.to_unit_id is not null and (s.drive_id, s.to_unit_id) not in (select o.drive_id, o.unit_id from sent o)) w
    cross join lateral (values (w.to_unit_id), (w.unit_id)) x (unit_id)),
  placed as (
    select s.drive_id, s.below from sums s where s.below is not null
    union
    select e.drive_id, substr(p.path, length(e.top_path) + 1)
    from elsewhere e
    cross join lateral (
      select p.path from unit.v_credit p
      where p.unit_id = e.unit_id and (p.valid @> e.tree_on) is true offset 0) p
    where starts_with(p.path, e.top_path)),
  pairs as (
    select p.drive_id, step.no from placed p cross join lateral unnest(string_to_array(rtrim(p.below, '.'), '.')) step (no)
    union
    select d.drive_id, split_part(d.lead_path, '.', -2) from done d
    union
    select s.drive_id, d.no::text from sums s join deep d on d.tree_on = s.as_of and d.place = s.place
    union
    select s.drive_id, d.no::text from (select * from sums where later) s cross join directly d)
  select distinct t.drive_id, t.no from pairs t
  where t.no in (select w.no::text from directly w)
    and (t.drive_id, t.no) not in (
      select r.drive_id, w.no::text from directly w
      cross join lateral (
        select r.drive_id from report.report r
        where r.unit_id = w.unit_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
          and r.submitted_at < ${over.end}::timestamptz offset 0) r)`;

/** A drive, and by its short number a unit directly below that may owe its report of it. */
export interface OpenPair {
  readonly driveId: string;
  readonly no: string;
}

/** Of units directly below `over.unitId`: whatever is owed is among these, and hardly anything else. */
export const listOpenPairs = (db: Db, over: Over): Promise<OpenPair[]> => {
  const { path } = over;
  return rows<OpenPair>(
    db,
    path !== undefined && !isRoot(path) && !isSumKept(path)
      ? openAround({ ...over, path })
      : openBySums(over),
  );
};
