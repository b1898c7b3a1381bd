// Who may be asked again, and which slots have room. Entries of one person count as one (person.v_same).
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { endOfRange } from "../../unit/rules/path.ts";
import type { Candidate, DueBounds } from "../rules/due.ts";

/** People (not entries) with a place at a drive that nobody has given back: taken, held for them, or waited for. */
export const placedAt = (driveId: string) => sql`
  select s.one_id from booking.v_booking b join person.v_same s on s.person_id = b.person_id
  where b.drive_id = ${driveId} and b.state <> 'released'
  union
  select s.one_id from booking.v_waiting_person w join person.v_same s on s.person_id = w.person_id
  where w.drive_id = ${driveId}`;

/**
 * Whether the person `me` agreed to be invited, on whichever of their entries. A consent taken back after it was last
 * given ends it on all of them.
 */
export const agreesToInvitations = sql`
  (select max(c.given_at) filter (where c.withdrawn_at is null)
          >= coalesce(max(c.withdrawn_at), '-infinity'::timestamptz)
   from person.v_entry e join person.v_consent c on c.person_id = e.entry_id and c.purpose = 'invitation'
   where e.person_id = me.one_id)`;

export interface DueRow extends Candidate {
  /** The union they belong to today: whose officer may call them. */
  readonly unitId: string;
  readonly byEmail: boolean;
}

export interface DueQuestion {
  /** Where the unit stands today. */
  readonly path: string;
  readonly driveId: string;
  readonly hostUnitId: string;
  readonly day: string;
  readonly today: string;
  readonly bounds: DueBounds;
  /** At most so many of them are named. */
  readonly most: number;
}

/** Where the unit stands on the day; undefined: it stands no more. */
export const findPath = (db: Db, unitId: string, day: string): Promise<{ path: string } | undefined> =>
  row(db, sql`select path from unit.v_place where unit_id = ${unitId} and (valid @> ${day}::date) is true`);

/**
 * People whose primary affiliation today counts within the unit's subtree, who gave before and agreed to be invited,
 * are of age on the day and gave long enough before it, have no place at the drive, do not wait for one, and are not at
 * rest: the nearest first, then by longest since. A consent taken back on any entry of theirs after it was given ends
 * it. Each row says how many there are in all.
 */
export const listCandidates = (
  db: Db,
  asked: DueQuestion,
): Promise<(DueRow & { readonly due: number })[]> => {
  const { gaveBy, bornBy, bornAfter } = asked.bounds;
  return rows(
    db,
    // Unit by unit, person by person: left to itself, the planner reads everybody of the nation for one commune. With
    // the day said outright it would take the index of people's days, a thousand times as dear.
    sql`with place as materialized (
          select k.unit_id, k.credit_unit_id, k.path from unit.v_credit k
          where k.path ~>=~ ${asked.path} and k.path ~<~ ${endOfRange(asked.path)}
            and (k.valid @> ${asked.today}::date) is true),
        joined as materialized (select one_id from person.v_joined),
        -- Most people never agreed to anything: who may have is looked at closely.
        member as materialized (
          select distinct on (a.person_id) a.person_id as one_id, p.credit_unit_id, p.path
          from place p
          cross join lateral (
            select a.person_id from person.v_affiliation a
            where a.unit_id = p.unit_id and a.is_primary and (a.valid @> ${asked.today}::date) is true offset 0) a
          where exists (select 1 from person.v_consent c where c.person_id = a.person_id and c.purpose = 'invitation'
                        and c.withdrawn_at is null offset 0)
             or a.person_id in (select j.one_id from joined j)
          order by a.person_id, p.unit_id),
        gave as materialized (
          select me.*, (select max(d.day) from person.v_entry e join donor.v_donation d on d.person_id = e.entry_id
                        where e.person_id = me.one_id and d.day <= ${asked.day}::date) as day
          from member me where ${agreesToInvitations}),
        covering as materialized (
          select u.path, bool_or(h.area_id is not null) as near from unit.v_cover c
          cross join lateral (
            select u.path from unit.v_standing u
            where u.unit_id = c.unit_id and (u.valid @> ${asked.today}::date) is true offset 0) u
          left join unit.v_cover h on h.area_id = c.area_id and h.unit_id = ${asked.hostUnitId}
               and h.valid @> ${asked.today}::date
          where c.valid @> ${asked.today}::date group by u.path),
        -- By unit, not by person, and step by step up: near where the lowest union above it that covers anything covers a
        -- commune of the host's.
        step as materialized (
          select m.path, s.above from (select distinct path from gave where day is not null) m
          cross join lateral (
            select string_agg(no || '.', '') over (order by nth) as above
            from unnest(string_to_array(rtrim(m.path, '.'), '.')) with ordinality as t (no, nth)) s),
        near as (
          select path from (
            select distinct on (s.path) s.path, n.near from step s join covering n on n.path = s.above
            order by s.path, length(s.above) desc) lowest
          where near)
        -- By "in" (a hash), not by joins: the planner takes each of these lists for one row long.
        select p.person_id, p.birth_date, m.day as last_donation, m.credit_unit_id as unit_id,
               p.has_email as by_email, m.path in (select path from near) as near,
               count(*) over ()::integer as due
        from gave m
        join person.v_person p on p.person_id = m.one_id and not p.erased and not p.restricted
        where m.day is not null and m.day <= coalesce(${gaveBy}::date, 'infinity')
          and (p.birth_date is null
               or ((${bornBy}::text is null or p.birth_date::text collate "C" <= ${bornBy}::text)
                   and (${bornAfter}::text is null or p.birth_date::text collate "C" > ${bornAfter}::text)))
          and m.one_id not in (${placedAt(asked.driveId)})
          and not exists (select 1 from person.v_entry e join recall.invitation i on i.person_id = e.entry_id
                          where e.person_id = m.one_id and i.rest @> ${asked.today}::date
                          -- For each of them: turned into a join, it would go through everybody ever asked.
                          offset 0)
        order by near desc, last_donation, p.person_id limit ${asked.most}`,
  );
};

/** By slot: how many were proposed it since `since` and have no place at the drive. */
export const countAsked = (
  db: Db,
  { driveId, since }: { driveId: string; since: string },
): Promise<{ slotId: string; people: number }[]> =>
  rows(
    db,
    sql`with placed as (${placedAt(driveId)})
        select i.slot_id, count(*) as people from recall.invitation i
        join person.v_same me on me.person_id = i.person_id
        where i.drive_id = ${driveId} and i.at > ${since}::timestamptz and me.one_id not in (select one_id from placed)
        group by i.slot_id`,
  );

/** Slots of a drive and the places somebody has in them, the earliest first. */
export const listTaken = (
  db: Db,
  driveId: string,
): Promise<{ slotId: string; startsAt: string; capacity: number; taken: number }[]> =>
  rows(
    db,
    sql`select s.slot_id, s.starts_at, s.capacity,
               (select count(*) from booking.v_booking b where b.slot_id = s.slot_id and b.state <> 'released') as taken
        from drive.v_slot s where s.drive_id = ${driveId} order by s.starts_at, s.slot_id`,
  );
