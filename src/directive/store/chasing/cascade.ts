// SQL of the cascade as a picture: each unit the order went to with its moments, wide levels summed up.
import { type Db, row, rows, sql } from "../../../platform/db/sql.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import {
  type AsOf,
  besideUnions,
  countStanding,
  heldByAll,
  heldByUnit,
  inForce,
  overdueByUnit,
  placesBelow,
  standingBelow,
} from "./held.ts";

/** A unit on the last level that is shown. */
interface Step {
  readonly id: string;
  readonly no: number;
  readonly path: string;
}

/** What fits: unions shown below the top, the units their last level has, and whether unions stand deeper still. */
export interface Shown {
  readonly ids: readonly string[];
  readonly last: readonly Step[];
  /** How many levels below the top are shown. */
  readonly levels: number;
  readonly hides: boolean;
}

/**
 * Goes down level by level from parent to child while no more than `most` unions come together, the top among them. Each
 * level is one look in path_parent; the first that is too wide is only counted as far as that shows.
 */
export async function walkDown(
  db: Db,
  { top, day }: Pick<AsOf, "top" | "day">,
  most: number,
): Promise<Shown> {
  const no = Number(top.path.split(".").at(-2));
  let last: readonly Step[] = [{ id: top.id, no, path: top.path }];
  const ids: string[] = [];
  for (let levels = 0; ; levels++) {
    const above = last.map(({ id }) => id);
    const next = await rows<Step & { side: string }>(
      db,
      sql`select u.unit_id as id, u.no, u.path, u.side from unit.v_place u
          where u.parent_id = any (${above}::uuid[]) and u.valid @> ${day}::date limit ${2 * most}`,
    );
    const unions = next.filter(({ side }) => side === "union");
    if (next.length === 0) return { ids, last, levels, hides: false };
    if (next.length === 2 * most || 1 + ids.length + unions.length > most)
      return { ids, last, levels, hides: true };
    ids.push(...unions.map(({ id }) => id));
    last = next;
  }
}

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
 * These units, from the top down in the order of names.
 *
 * Plan: for each unit shown, of which there are 2,000 at most, its rows (recipient_root), its open duties (task_open) and
 * its own letters (directive_unit).
 */
export const listNodes = (db: Db, asOf: AsOf, ids: readonly string[]): Promise<NodeFacts[]> =>
  rows<NodeFacts>(
    db,
    sql`${withMoments(asOf, sql`select u.* from unit.v_unit u where u.unit_id = any (${ids}::uuid[]) and u.valid @> ${asOf.day}::date`)}
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
 * Units deeper than the last level shown, summed by the unit `last` of that level they stand under: the number at `place`
 * in their path. Up to `most` units each confirmation is named; of more, each point stands for a `most`-th of the units:
 * the k-th is when that share of them had confirmed, so the length says how far they are.
 *
 * Plan: one range of the path index, one look-up a unit in recipient_root, one sort by unit shown and instant. At the
 * sender the rows of the order are read once, and the units of each range counted in the index of places.
 */
export async function sumDeeper(
  db: Db,
  asOf: AsOf,
  { last, place, most }: { last: readonly Step[]; place: number; most: number },
): Promise<BelowFacts[]> {
  const found = await rows<Omit<BelowFacts, "receivedAt"> & { receivedAt: readonly Date[] }>(
    db,
    sql`with ${asOf.whole ? confirmedOfAll(asOf, last, place) : confirmedOfEach(asOf, place)},
        sorted as materialized (
          select c.no, array_agg(c.received_at order by c.received_at) as ats from confirmed c group by c.no)
        select z.no, z.units,
               case when z.units <= ${most} then coalesce(r.ats, '{}')
                    else array(select r.ats[(k * z.units + ${most - 1}) / ${most}]
                               from generate_series(1, cardinality(r.ats) * ${most} / z.units) k order by k) end as received_at
        from sized z left join sorted r on r.no = z.no
        where z.units > 0`,
  );
  // Instants inside an array come as the driver reads them.
  return found.map((one) => ({ ...one, receivedAt: one.receivedAt.map((at) => at.toISOString()) }));
}

/** `confirmed`: when each unit deeper confirmed, `sized`: how many there are, by the unit shown above them. */
const confirmedOfEach = (asOf: AsOf, place: number) => sql`
  deeper as materialized (
    select split_part(b.path, '.', ${place})::bigint as no, h.received_at
    from (${placesBelow(asOf)} and split_part(u.path, '.', ${place + 1}) <> '') b
    cross join lateral (
      select min(r.received_at) filter (where r.received_at <= ${asOf.at}::timestamptz) as received_at
      from directive.recipient r where r.unit_id = b.unit_id and ${inForce(asOf)}) h),
  confirmed as (select d.no, d.received_at from deeper d where d.received_at is not null),
  sized as materialized (select d.no, count(*) as units from deeper d group by d.no)`;

const confirmedOfAll = (asOf: AsOf, last: readonly Step[], place: number) => sql`
  beside as materialized (${besideUnions(asOf.day)}),
  confirmed as materialized (
    select split_part(s.path, '.', ${place})::bigint as no, h.received_at
    from (${heldByAll(asOf)} order by r.unit_id) h cross join ${standingBelow(asOf)} s
    where h.received_at is not null and split_part(s.path, '.', ${place + 1}) <> ''
      and h.unit_id not in (select x.unit_id from beside x)),
  sized as materialized (
    select c.no, n.units - 1 - (select count(*) from beside x where starts_with(x.path, c.path) and x.path <> c.path) as units
    from unnest(${last.map(({ no }) => no)}::bigint[], ${last.map(({ path }) => path)}::text[]) c (no, path)
    cross join lateral (${countStanding(asOf.day)}) n)`;
