// SQL of the cascade as a picture: each unit the order went to with its moments, wide levels summed up.
import { type Db, row, rows, sql } from "../../../platform/db/sql.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import { type AsOf, heldByUnit, inForce, overdueByUnit, unionsBelow } from "./held.ts";

/** How many unions stand at each depth below, from the top down. */
export const countDepths = (db: Db, asOf: AsOf): Promise<{ depth: number; units: number }[]> =>
  rows(
    db,
    sql`select b.depth, count(*) as units from (${unionsBelow(asOf)}) b group by b.depth order by b.depth`,
  );

export interface NodeFacts {
  readonly id: string;
  readonly no: number;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly reachedAt: string | null;
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly carriedAt: string | null;
  readonly lateSince: string | null;
}

/**
 * A unit `b` with its moments. It carries by the first letter of its own in the family, one that it recalled left out,
 * or by passing a letter on. Where it holds the order, it shows when that first came to it, by whichever letter; its
 * confirmations are those of the letters in force, as everywhere.
 */
const withMoments = (asOf: AsOf, units: ReturnType<typeof sql>) => sql`
  select b.unit_id as id, b.no, b.parent_id, b.kind, b.name, b.short_name,
         case when h.reached_at is not null then
           (select min(r.reached_at) from directive.recipient r
            where r.root_id = ${asOf.rootId} and r.unit_id = b.unit_id) end as reached_at,
         h.received_at, h.disseminated_at, least(h.passed_on_at, own.issued_at) as carried_at,
         (select min(o.due_on) + 1 from (${overdueByUnit(asOf)}) o) as late_since
  from (${units}) b
  cross join lateral (${heldByUnit(asOf)}) h
  cross join lateral (
    select min(d.issued_at) as issued_at from directive.directive d
    where d.unit_id = b.unit_id and d.root_id = ${asOf.rootId} and d.issued_at <= ${asOf.at}::timestamptz
      and not exists (select 1 from directive.recall c
                      where c.directive_id = d.id and c.recalled_at <= ${asOf.at}::timestamptz)) own`;

/**
 * The units below down to `depth`, from the top down in the order of names.
 *
 * Plan: one range of the path index; for each unit shown, of which there are 2,000 at most, its rows (recipient_root),
 * its open duties (task_open) and its own letters (directive_unit).
 */
export const listNodes = (db: Db, asOf: AsOf, depth: number): Promise<NodeFacts[]> =>
  rows<NodeFacts>(
    db,
    sql`${withMoments(asOf, sql`${unionsBelow(asOf)} and u.depth <= ${depth}`)}
        order by b.depth, b.sort_key collate "C", b.unit_id`,
  );

/** The same of the asking unit itself, the root of the picture. */
export const findTopNode = (db: Db, asOf: AsOf): Promise<NodeFacts | undefined> =>
  row<NodeFacts>(
    db,
    withMoments(
      asOf,
      sql`select u.* from unit.v_unit u where u.unit_id = ${asOf.top.id} and u.valid @> ${asOf.day}::date`,
    ),
  );

/** A unit of the last level shown, with how many stand under it and when those confirmed, thinned out. */
export interface BelowFacts {
  readonly no: number;
  readonly units: number;
  readonly receivedAt: string[];
}

/**
 * Units deeper than the last level shown, summed by the unit of that level they stand under: the number at `place` in
 * their path. Up to `most` units each confirmation is named; of more, each point stands for a `most`-th of the units:
 * the k-th is when that share of them had confirmed, so the length says how far they are.
 *
 * Plan: one range of the path index, one look-up a unit in recipient_root, one sort by unit shown and instant.
 */
export async function sumDeeper(
  db: Db,
  asOf: AsOf,
  { depth, place, most }: { depth: number; place: number; most: number },
): Promise<BelowFacts[]> {
  const found = await rows<Omit<BelowFacts, "receivedAt"> & { receivedAt: readonly Date[] }>(
    db,
    sql`with deeper as (
               select (string_to_array(b.path, '.'))[${place}]::bigint as no, h.received_at
               from (${unionsBelow(asOf)} and u.depth > ${depth}) b
               cross join lateral (
                 select min(r.received_at) filter (where r.received_at <= ${asOf.at}::timestamptz) as received_at
                 from directive.recipient r where r.unit_id = b.unit_id and ${inForce(asOf)}) h),
             ranked as (
               select no, received_at, count(*) over (partition by no) as units,
                      row_number() over (partition by no order by received_at nulls last) as i
               from deeper)
        select no, max(units) as units,
               coalesce(array_agg(received_at order by i) filter (
                 where received_at is not null
                   and (units <= ${most} or i * ${most} / units <> (i - 1) * ${most} / units)), '{}') as received_at
        from ranked group by no`,
  );
  // Instants inside an array come as the driver reads them.
  return found.map((one) => ({ ...one, receivedAt: one.receivedAt.map((at) => at.toISOString()) }));
}
