// SQL of how fast an order went down: when each unit below was first reached, confirmed and spread it.
import { type Db, row, rows, sql } from "../../../platform/db/sql.ts";
import type { Pace } from "../../schema/chasing.ts";
import { type AsOf, besideUnions, standingBelow, unionsBelow, unitsBelow } from "./held.ts";

/** Points of the curve that are handed out; where more happened, they are picked evenly by order. */
const MOST_POINTS = 200;

/**
 * A unit's first instants count, whatever letter of the family it was and whether it still holds: an amendment that
 * is to be confirmed again does not undo how fast the order travelled.
 */
const firsts = (asOf: AsOf) => {
  const instants = sql`
    min(r.reached_at) as reached_at,
    min(r.received_at) filter (where r.received_at <= ${asOf.at}::timestamptz) as received_at,
    min(r.disseminated_at) filter (where r.disseminated_at <= ${asOf.at}::timestamptz) as disseminated_at
    from directive.recipient r
    where r.root_id = ${asOf.rootId} and r.reached_at <= ${asOf.at}::timestamptz`;
  return asOf.whole
    ? sql`select h.unit_id, h.reached_at, h.received_at, h.disseminated_at
          from (select r.unit_id, ${instants} group by r.unit_id order by r.unit_id) h
          cross join ${standingBelow(asOf)} s
          where h.unit_id not in (select x.unit_id from (${besideUnions(asOf.day)}) x)`
    : sql`select b.unit_id, f.reached_at, f.received_at, f.disseminated_at
          from (${unionsBelow(asOf)}) b cross join lateral (select ${instants} and r.unit_id = b.unit_id) f`;
};

/** Plan: one range of the path index, one look-up a unit in recipient_root (at the sender the other way round), one sort of the instants. */
export const listPacePoints = (db: Db, asOf: AsOf): Promise<Pace["points"]> =>
  rows(
    db,
    sql`with first as materialized (${firsts(asOf)}),
             step as (
               select at, sum(reached) as reached, sum(received) as received, sum(disseminated) as disseminated
               from (select reached_at as at, 1 as reached, 0 as received, 0 as disseminated
                     from first where reached_at is not null
                     union all select received_at, 0, 1, 0 from first where received_at is not null
                     union all select disseminated_at, 0, 0, 1 from first where disseminated_at is not null) s
               group by at),
             total as (
               select at, sum(reached) over so_far as reached, sum(received) over so_far as received,
                      sum(disseminated) over so_far as disseminated, row_number() over so_far as i, count(*) over () as n
               from step window so_far as (order by at))
        select at, reached, received, disseminated from total
        where n <= ${MOST_POINTS} or i = 1
           or i * ${MOST_POINTS - 1}::bigint / n <> (i - 1) * ${MOST_POINTS - 1}::bigint / n
        order by at`,
  );

export interface PaceFacts {
  readonly units: number;
  readonly halfAt: string | null;
  readonly ninetyAt: string | null;
  readonly allAt: string | null;
  readonly lastUnitId: string | null;
  readonly lastAt: string | null;
}

/** When half, nine in ten (both rounded up) and all of the units below had confirmed, and who was the last so far. */
export const findPaceFacts = async (db: Db, asOf: AsOf): Promise<PaceFacts> =>
  (await row<PaceFacts>(
    db,
    sql`with first as materialized (${firsts(asOf)}),
             size as (${unitsBelow(asOf)}),
             confirmed as materialized (
               select f.unit_id, f.received_at, row_number() over (order by f.received_at, f.unit_id) as i
               from first f where f.received_at is not null)
        select s.units,
               (select c.received_at from confirmed c where c.i = (s.units + 1) / 2) as half_at,
               (select c.received_at from confirmed c where c.i = (s.units * 9 + 9) / 10) as ninety_at,
               (select c.received_at from confirmed c where c.i = s.units) as all_at,
               last.unit_id as last_unit_id, last.received_at as last_at
        from size s
        left join lateral (select c.unit_id, c.received_at from confirmed c order by c.i desc limit 1) last on true`,
  )) ?? { units: 0, halfAt: null, ninetyAt: null, allAt: null, lastUnitId: null, lastAt: null };
