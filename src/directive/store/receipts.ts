// SQL of how far a letter got: the units below with counts of their subtrees, and whom to remind.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

export interface Counts {
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  readonly notYetReached: number;
}

/** Unions strictly below `unitId` on `day`, by how far the letter got with each. */
export const countBelow = async (db: Db, directiveId: string, unitId: string, day: string): Promise<Counts> =>
  (await row<Counts>(
    db,
    sql`select count(r.unit_id) as reached, count(r.received_at) as received,
               count(r.disseminated_at) as disseminated, count(*) - count(r.unit_id) as not_yet_reached
        from unit.v_unit top
        join unit.v_unit u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
         and u.valid @> ${day}::date and u.side = 'union' and u.unit_id <> top.unit_id
        left join directive.recipient r on r.directive_id = ${directiveId} and r.unit_id = u.unit_id
        where top.unit_id = ${unitId} and top.valid @> ${day}::date`,
  )) ?? { reached: 0, received: 0, disseminated: 0, notYetReached: 0 };

/** True when the letter reached some unit in the subtree of `unitId`: then the units on the way may look on. */
export const reachedBelow = async (
  db: Db,
  directiveId: string,
  unitId: string,
  day: string,
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from directive.recipient r
        join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${day}::date
        join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${day}::date
         and u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
        where r.directive_id = ${directiveId} limit 1`,
  )) !== undefined;

export interface ReceiptFacts {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
  readonly reached: boolean;
  readonly addressee: string | null;
  readonly reachedAt: string | null;
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly peopleReached: number;
  readonly belowUnits: number;
  readonly belowReached: number;
  readonly belowReceived: number;
  readonly belowDisseminated: number;
}

export type Only = "all" | "not-received" | "not-disseminated";

/**
 * Unions directly below `unitId` on `day`, in the order of names, after a key.
 *
 * Plan: `child` picks one page by parent (index path_parent) with each child's own step (primary key of recipient) and
 * stops at `limit`. Only then, for each row of that page: its subtree is one range of the path index (a path's children
 * lie between "1.7." and "1.7/") and each unit in it one look-up in the primary key of recipient. The cost is the units
 * below this page, whatever the size of the tree; `~>=~` compares bytes, so the range holds under any collation.
 */
export const listReceiptRows = (
  db: Db,
  asked: {
    directiveId: string;
    unitId: string;
    day: string;
    only: Only;
    after: { by: string; id: string } | undefined;
    limit: number;
  },
): Promise<ReceiptFacts[]> =>
  rows<ReceiptFacts>(
    db,
    sql`with child as materialized (
          select u.unit_id, u.name, u.short_name, u.sort_key, u.path, r.unit_id is not null as reached, r.addressee,
                 r.reached_at, r.received_at, r.disseminated_at
          from unit.v_unit u
          left join directive.recipient r on r.directive_id = ${asked.directiveId} and r.unit_id = u.unit_id
          where u.parent_id = ${asked.unitId} and u.side = 'union' and u.valid @> ${asked.day}::date
            and (${asked.after?.by ?? null}::text is null
                 or (u.sort_key collate "C", u.unit_id) > (${asked.after?.by ?? null}, ${asked.after?.id ?? null}::uuid))
            and (${asked.only} <> 'not-received' or r.received_at is null)
            and (${asked.only} <> 'not-disseminated' or r.disseminated_at is null)
          order by u.sort_key collate "C", u.unit_id limit ${asked.limit})
        select child.unit_id, child.name, child.short_name, child.sort_key, child.reached, child.addressee,
               child.reached_at, child.received_at, child.disseminated_at,
               coalesce(spread.people, 0) as people_reached, below.units as below_units,
               below.reached as below_reached, below.received as below_received,
               below.disseminated as below_disseminated
        from child
        left join lateral (
          select sum(s.people) as people from directive.dissemination s
          where s.directive_id = ${asked.directiveId} and s.unit_id = child.unit_id) spread on true
        cross join lateral (
          select count(*) as units, count(r.unit_id) as reached, count(r.received_at) as received,
                 count(r.disseminated_at) as disseminated
          from unit.v_unit u
          left join directive.recipient r on r.directive_id = ${asked.directiveId} and r.unit_id = u.unit_id
          where u.path ~>=~ child.path and u.path ~<~ (rtrim(child.path, '.') || '/')
            and u.valid @> ${asked.day}::date and u.side = 'union' and u.unit_id <> child.unit_id) below
        order by child.sort_key collate "C", child.unit_id`,
  );

export interface Answering {
  readonly shortName: string;
  readonly received: boolean;
  readonly disseminated: boolean;
}

/** Units that got the letter from `unitId` and still stand, with how far each is, in the order of names. */
export const listAnswering = (
  db: Db,
  directiveId: string,
  unitId: string,
  day: string,
): Promise<Answering[]> =>
  rows<Answering>(
    db,
    sql`select u.short_name, r.received_at is not null as received, r.disseminated_at is not null as disseminated
        from directive.recipient r join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${day}::date
        where r.directive_id = ${directiveId} and r.from_unit_id = ${unitId}
        order by u.sort_key collate "C", u.unit_id`,
  );
