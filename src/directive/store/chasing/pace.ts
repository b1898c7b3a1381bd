// SQL of how fast an order went down: when each unit below was first reached, confirmed and spread it.
import { type Db, rows, sql } from "../../../platform/db/sql.ts";
import type { Pace } from "../../schema/chasing.ts";
import { type AsOf, besideUnions, placesBelow, standingBelow, unitsBelow } from "./held.ts";

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
          from (${placesBelow(asOf)}) b cross join lateral (select ${instants} and r.unit_id = b.unit_id) f`;
};

export interface PaceFacts {
  readonly units: number;
  readonly halfAt: string | null;
  readonly ninetyAt: string | null;
  readonly allAt: string | null;
  readonly lastUnitId: string | null;
  readonly lastAt: string | null;
}

type Point = Pace["points"][number];

/**
 * The curve, and when half, nine in ten (both rounded up) and all of the units below had confirmed, and who was the last
 * so far.
 *
 * Plan: one range of the path index, one look-up a unit in recipient_root (at the sender the other way round); the
 * instants sorted once, as values. Points are picked by their places in that list, and every instant then falls to the
 * next point: a running sum over a nation's instants would cost more than finding them.
 */
export const findPace = async (
  db: Db,
  asOf: AsOf,
): Promise<{ readonly facts: PaceFacts; readonly points: readonly Point[] }> => {
  const found = await rows<PaceFacts & { [field in keyof Point]: Point[field] | null }>(
    db,
    sql`with first as materialized (${firsts(asOf)}),
             event as materialized (
               select f.reached_at as at, 1 as step from first f where f.reached_at is not null
               union all select f.received_at, 2 from first f where f.received_at is not null
               union all select f.disseminated_at, 3 from first f where f.disseminated_at is not null),
             moments as materialized (
               select coalesce(array_agg(d.at order by d.at), '{}') as ats, count(*) as n
               from (select distinct e.at from event e) d),
             picked as materialized (
               select array(
                 select m.ats[p.i]
                 from (select i from generate_series(1, m.n) i where m.n <= ${MOST_POINTS}
                       union select 1 where m.n > ${MOST_POINTS}
                       union select (i * m.n + ${MOST_POINTS - 2}) / ${MOST_POINTS - 1}
                       from generate_series(1, ${MOST_POINTS - 1}) i where m.n > ${MOST_POINTS}
                       order by 1) p) as ats
               from moments m),
             fallen as (
               -- The first point at or after the instant.
               select width_bucket(e.at - interval '1 microsecond', p.ats) + 1 as i,
                      count(*) filter (where e.step = 1) as reached, count(*) filter (where e.step = 2) as received,
                      count(*) filter (where e.step = 3) as disseminated
               from event e cross join picked p group by 1),
             point as (
               select p.ats[f.i] as at, sum(f.reached) over so_far as reached, sum(f.received) over so_far as received,
                      sum(f.disseminated) over so_far as disseminated
               from fallen f cross join picked p window so_far as (order by f.i)),
             size as (${unitsBelow(asOf)}),
             confirmed as materialized (
               select array_agg(f.received_at order by f.received_at) as ats from first f where f.received_at is not null)
        select s.units, c.ats[(s.units + 1) / 2] as half_at, c.ats[(s.units * 9 + 9) / 10] as ninety_at,
               c.ats[s.units] as all_at, last.unit_id as last_unit_id, last.received_at as last_at,
               p.at, p.reached, p.received, p.disseminated
        from size s cross join confirmed c
        left join lateral (
          select f.unit_id, f.received_at from first f where f.received_at is not null
          order by f.received_at desc, f.unit_id desc limit 1) last on true
        left join point p on true
        order by p.at`,
  );
  const [facts = { units: 0, halfAt: null, ninetyAt: null, allAt: null, lastUnitId: null, lastAt: null }] =
    found;
  const points = found.flatMap(({ at, reached, received, disseminated }) =>
    at === null || reached === null || received === null || disseminated === null
      ? []
      : [{ at, reached, received, disseminated }],
  );
  return { facts, points };
};
