// SQL of how far an order got at each level, and who is late, as of a moment.

import { type Db, rows, sql } from "../../../platform/db/sql.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import type { LateWhat, LevelRow } from "../../schema/chasing.ts";
import { type AsOf, heldByAll, heldByUnit, inForce, openOfAll, overdueByUnit, unionsBelow } from "./held.ts";

/**
 * One row a kind of unit below.
 *
 * Plan: the units are one range of the path index; for each, one look-up of its rows (recipient_root) and one of its
 * open duties (task_open). As of a past moment the unit's tasks are looked up instead, each with one look-up in its steps.
 * At the sender all rows of the order and all open duties are read once, and meet the units by their ids.
 */
export const countLevels = (db: Db, asOf: AsOf): Promise<LevelRow[]> =>
  rows<LevelRow>(
    db,
    asOf.whole
      ? sql`with held as materialized (${heldByAll(asOf)}),
                 overdue as materialized (select distinct t.unit_id from (${openOfAll(asOf)}) t)
            select b.kind, count(*) as units, count(h.reached_at) as reached, count(h.received_at) as received,
                   count(h.disseminated_at) as disseminated,
                   count(*) filter (where h.reached_at is not null and (
                     o.unit_id is not null or (h.received_at is null and h.receive_by < ${asOf.day}::date))) as late
            from (${unionsBelow(asOf)}) b
            left join held h on h.unit_id = b.unit_id
            left join overdue o on o.unit_id = b.unit_id
            group by b.kind`
      : sql`select b.kind, count(*) as units, count(h.reached_at) as reached, count(h.received_at) as received,
               count(h.disseminated_at) as disseminated,
               count(*) filter (where exists (${overdueByUnit(asOf)})) as late
        from (${unionsBelow(asOf)}) b cross join lateral (${heldByUnit(asOf)}) h
        group by b.kind`,
  );

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

/**
 * A page of what is overdue below, longest first, and how much there is in all. The letter named is the one that holds
 * for the unit: the last that reached it.
 *
 * Plan: as `countLevels`; the whole list of what is late is made for its total, ordered for the page, and only the
 * page's rows look up their letter (recipient_root) and their last reminder (primary key).
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
  const after = asked.after ?? null;
  const late = asOf.whole
    ? sql`select o.unit_id, o.what, o.due_on, b.kind, b.name, b.short_name, b.sort_key
          from (select h.unit_id, 'receive' as what, h.receive_by as due_on from held h
                where h.received_at is null and h.receive_by < ${asOf.day}::date
                union all
                select t.unit_id, t.duty, t.due_on from (${openOfAll(asOf)}) t
                where t.unit_id in (select h.unit_id from held h)) o
          join (${unionsBelow(asOf)}) b on b.unit_id = o.unit_id`
    : sql`select b.unit_id, o.what, o.due_on, b.kind, b.name, b.short_name, b.sort_key
          from (${unionsBelow(asOf)}) b
          cross join lateral (${heldByUnit(asOf)}) h
          cross join lateral (${overdueByUnit(asOf)}) o`;
  const found = await rows<{ total: number } & (LateFacts | { unitId: null })>(
    db,
    sql`with ${asOf.whole ? sql`held as materialized (${heldByAll(asOf)}),` : sql``}
             late as materialized (
               ${late}
               where (${asked.kind ?? null}::text is null or b.kind = ${asked.kind ?? null})
                 and (${asked.what ?? null}::text is null or o.what = ${asked.what ?? null})),
             page as (
               select * from late l
               where ${after?.unitId ?? null}::uuid is null
                  or (l.due_on, l.sort_key collate "C", l.unit_id, l.what collate "C")
                     > (${after?.dueOn ?? null}::date,
                        (select u.sort_key from unit.v_unit u
                         where u.unit_id = ${after?.unitId ?? null}::uuid and u.valid @> ${asOf.day}::date),
                        ${after?.unitId ?? null}::uuid, ${after?.what ?? null})
               order by l.due_on, l.sort_key collate "C", l.unit_id, l.what collate "C" limit ${asked.limit})
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
