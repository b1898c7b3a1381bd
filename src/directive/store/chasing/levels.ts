// SQL of how far an order got at each level, and who is late, as of a moment.

import { type Db, rows, sql } from "../../../platform/db/sql.ts";
import { KINDS } from "../../../unit/rules/kinds.ts";
import { endOfRange } from "../../../unit/rules/path.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import type { LateWhat, LevelRow } from "../../schema/chasing.ts";
import {
  type AsOf,
  besideUnions,
  calledOn,
  heldByAll,
  heldByUnit,
  inForce,
  openOfAll,
  overdueByUnit,
  placesBelow,
  standingBelow,
  unionsBelow,
} from "./held.ts";

/**
 * One row a kind of unit below.
 *
 * Plan: the units are one range of the path index; for each, one look-up of its rows (recipient_root) and one of its
 * open duties (task_open). As of a past moment the unit's tasks are looked up instead, each with one look-up in its steps.
 * At the sender all rows of the order and all open duties are read once, and meet the units by their ids.
 */
export const countLevels = (db: Db, asOf: AsOf): Promise<LevelRow[]> =>
  asOf.whole
    ? countWhole(db, asOf)
    : rows<LevelRow>(
        db,
        sql`select b.kind, count(*) as units, count(h.reached_at) as reached, count(h.received_at) as received,
                   count(h.disseminated_at) as disseminated,
                   count(*) filter (where exists (${overdueByUnit(asOf)})) as late
            from (${unionsBelow(asOf)}) b cross join lateral (${heldByUnit(asOf)}) h
            group by b.kind`,
      );

/**
 * At the sender, of all units there are: plain joins of whole lists, which the database may share out among several
 * processes. Whoever is no union is told by its kind, which saves a third of the reading.
 */
const countWhole = async (db: Db, asOf: AsOf): Promise<LevelRow[]> => {
  const found = await rows<LevelRow>(
    db,
    sql`select n.kind, count(*) as units, count(h.reached_at) as reached, count(h.received_at) as received,
               count(h.disseminated_at) as disseminated,
               count(*) filter (where h.reached_at is not null and (
                 o.unit_id is not null or (h.received_at is null and h.receive_by < ${asOf.day}::date))) as late
        from unit.v_standing s
        join unit.v_naming n on n.unit_id = s.unit_id and n.valid @> ${asOf.day}::date
        left join (${heldByAll(asOf)}) h on h.unit_id = s.unit_id
        left join (select distinct t.unit_id from (${openOfAll(asOf)}) t) o on o.unit_id = s.unit_id
        where s.path ~>=~ ${asOf.top.path} and s.path ~<~ ${endOfRange(asOf.top.path)}
          and s.valid @> ${asOf.day}::date and s.unit_id <> ${asOf.top.id}
        group by n.kind`,
  );
  return found.filter(({ kind }) => KINDS[kind].side === "union");
};

/** The row after which the next page begins. */
export interface LateKey {
  readonly dueOn: string;
  readonly what: LateWhat;
  readonly unitId: string;
}

export interface LateFacts extends LateKey {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly fromUnitId: string;
  readonly directiveId: string;
  readonly daysLate: number;
  readonly remindedOn: string | null;
}

/** What is overdue of units below: `unit_id`, `what`, `due_on`. At the sender found by what is open, elsewhere by the units. */
const overdueBelow = (asOf: AsOf): ReturnType<typeof sql> =>
  asOf.whole
    ? sql`
        held as materialized (${heldByAll(asOf)}),
        beside as materialized (${besideUnions(asOf.day)}),
        owed as materialized (
          select h.unit_id, 'receive' as what, h.receive_by as due_on from held h
          where h.received_at is null and h.receive_by < ${asOf.day}::date
          union all
          select t.unit_id, t.duty, t.due_on from (${openOfAll(asOf)}) t
          where t.unit_id in (select h.unit_id from held h)),
        -- In the order of the index that each is looked up in.
        below as materialized (
          select h.unit_id from (select distinct o.unit_id from owed o order by o.unit_id) h
          cross join ${standingBelow(asOf)} s where h.unit_id not in (select x.unit_id from beside x)),
        overdue as (select o.* from owed o where o.unit_id in (select b.unit_id from below b))`
    : sql`
        overdue as (
          select b.unit_id, o.what, o.due_on
          from (${placesBelow(asOf)}) b
          cross join lateral (${heldByUnit(asOf)}) h
          cross join lateral (${overdueByUnit(asOf)}) o)`;

/**
 * A page of what is overdue below, longest first, and how much there is in all. The letter named is the one that holds
 * for the unit: the last that reached it.
 *
 * Plan: as `countLevels`; the whole list of what is late is made for its total. Names are looked up only of what is due
 * up to the day that ends the page, from the day on that the page before ended with; and only the page's rows look up
 * their letter (recipient_root) and their last reminder (primary key).
 */
export async function listLateRows(
  db: Db,
  asOf: AsOf,
  asked: {
    kind: UnitKind | undefined;
    what: LateWhat | undefined;
    after: LateKey | undefined;
    limit: number;
  },
): Promise<{ total: number; items: LateFacts[] }> {
  const { kind, what, after } = asked;
  const found = await rows<{ total: number } & (LateFacts | { unitId: null })>(
    db,
    sql`with ${overdueBelow(asOf)},
             late as materialized (
               select o.unit_id, o.what, o.due_on from overdue o
               ${kind === undefined ? sql`` : sql`cross join ${calledOn(sql`o.unit_id`, asOf.day)} n`}
               where ${kind === undefined ? sql`true` : sql`n.kind = ${kind}`}
                 and (${what ?? null}::text is null or o.what = ${what ?? null})),
             ahead as materialized (
               select l.* from late l where ${after?.dueOn ?? null}::date is null or l.due_on >= ${after?.dueOn ?? null}::date),
             until as materialized (
               select l.due_on from ahead l
               where ${after?.dueOn ?? null}::date is null or l.due_on > ${after?.dueOn ?? null}::date
               order by l.due_on offset ${asked.limit - 1} limit 1),
             page as (
               select l.unit_id, l.what, l.due_on, n.kind, n.name, n.short_name, n.sort_key
               from (select a.* from ahead a
                     where a.due_on <= coalesce((select u.due_on from until u), a.due_on) order by a.unit_id) l
               cross join ${calledOn(sql`l.unit_id`, asOf.day)} n
               where ${after?.unitId ?? null}::uuid is null
                  or (l.due_on, n.sort_key collate "C", l.unit_id, l.what collate "C")
                     > (${after?.dueOn ?? null}::date,
                        (select u.sort_key from unit.v_unit u
                         where u.unit_id = ${after?.unitId ?? null}::uuid and u.valid @> ${asOf.day}::date),
                        ${after?.unitId ?? null}::uuid, ${after?.what ?? null})
               order by l.due_on, n.sort_key collate "C", l.unit_id, l.what collate "C" limit ${asked.limit})
        select (select count(*) from late) as total, p.unit_id, p.what, p.due_on, p.kind, p.name, p.short_name,
               letter.directive_id, letter.from_unit_id, ${asOf.day}::date - p.due_on as days_late, told.reminded_on
        from (select) one
        left join page p on true
        left join lateral (
          select r.directive_id, r.from_unit_id from directive.recipient r
          where r.unit_id = p.unit_id and ${inForce(asOf)}
          order by r.reached_at desc, r.directive_id desc limit 1) letter on true
        left join lateral (
          select max(m.day) as reminded_on from directive.reminder m
          where m.unit_id = p.unit_id and m.sent_at <= ${asOf.at}::timestamptz) told on true
        order by p.due_on, p.sort_key collate "C", p.unit_id, p.what collate "C"`,
  );
  const items = found.filter((one): one is { total: number } & LateFacts => one.unitId !== null);
  return { total: found[0]?.total ?? 0, items };
}
