// SQL of how far a letter got: the units below with counts of their subtrees, and whom to remind.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { LETTER_STATE } from "./letters.ts";

export interface Counts {
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  readonly notYetReached: number;
}

/**
 * How far an order got with each unit, whichever of its letters hold there: the best of its rows. `rootId` is the first
 * letter's; one look along the index (root_id, unit_id).
 */
const standing = (rootId: string) => sql`
  select r.unit_id, min(r.reached_at) as reached_at, min(r.received_at) as received_at,
         min(r.disseminated_at) as disseminated_at
  from directive.recipient r where r.root_id = ${rootId} and r.ended_at is null group by r.unit_id`;

/** Unions strictly below `unitId` on `day`, by how far the order got with each. */
export const countBelow = async (db: Db, rootId: string, unitId: string, day: string): Promise<Counts> =>
  (await row<Counts>(
    db,
    sql`select count(r.unit_id) as reached, count(r.received_at) as received,
               count(r.disseminated_at) as disseminated, count(*) - count(r.unit_id) as not_yet_reached
        from unit.v_unit top
        join unit.v_unit u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
         and u.valid @> ${day}::date and u.side = 'union' and u.unit_id <> top.unit_id
        left join (${standing(rootId)}) r on r.unit_id = u.unit_id
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
  readonly receiveBy: string | null;
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
  readonly receiveNote: string;
  readonly disseminatedAt: string | null;
  readonly peopleReached: number;
  /** Its own letter that carries the order further. */
  readonly reissueId: string | null;
  readonly reissueNumber: string | null;
  readonly reissueNotation: string | null;
  readonly belowUnits: number;
  readonly belowReached: number;
  readonly belowReceived: number;
  readonly belowDisseminated: number;
}

export type Only = "all" | "not-received" | "not-disseminated";

/**
 * Unions directly below `unitId` on `day`, in the order of names, after a key.
 *
 * Plan: the order's rows in force are summed by unit once (index recipient_root). `child` picks one page by parent
 * (index path_parent) and stops at `limit`; the subtree of each row of that page is one range of the path index (a
 * path's children lie between "1.7." and "1.7/"), joined to the sums. The cost is the order's rows and the units below
 * this page; `~>=~` compares bytes, so the range holds under any collation.
 */
export const listReceiptRows = (
  db: Db,
  asked: {
    rootId: string;
    unitId: string;
    day: string;
    only: Only;
    after: { by: string; id: string } | undefined;
    limit: number;
  },
): Promise<ReceiptFacts[]> =>
  rows<ReceiptFacts>(
    db,
    sql`with standing as materialized (${standing(asked.rootId)}),
        child as materialized (
          select u.unit_id, u.name, u.short_name, u.sort_key, u.path, r.reached_at, r.received_at, r.disseminated_at
          from unit.v_unit u left join standing r on r.unit_id = u.unit_id
          where u.parent_id = ${asked.unitId} and u.side = 'union' and u.valid @> ${asked.day}::date
            and (${asked.after?.by ?? null}::text is null
                 or (u.sort_key collate "C", u.unit_id) > (${asked.after?.by ?? null}, ${asked.after?.id ?? null}::uuid))
            and (${asked.only} <> 'not-received' or r.received_at is null)
            and (${asked.only} <> 'not-disseminated' or r.disseminated_at is null)
          order by u.sort_key collate "C", u.unit_id limit ${asked.limit}),
        below as (
          select child.unit_id, count(*) as units, count(s.unit_id) as reached, count(s.received_at) as received,
                 count(s.disseminated_at) as disseminated
          from child
          join unit.v_unit u on u.path ~>=~ child.path and u.path ~<~ (rtrim(child.path, '.') || '/')
           and u.valid @> ${asked.day}::date and u.side = 'union' and u.unit_id <> child.unit_id
          left join standing s on s.unit_id = u.unit_id
          group by child.unit_id)
        select child.unit_id, child.name, child.short_name, child.sort_key, child.reached_at is not null as reached,
               child.reached_at, child.received_at, child.disseminated_at, best.addressee, best.receive_by,
               best.received_by, coalesce(best.receive_note, '') as receive_note,
               coalesce(spread.people, 0) as people_reached, own.id as reissue_id, own.number as reissue_number,
               own.notation as reissue_notation, coalesce(below.units, 0) as below_units,
               coalesce(below.reached, 0) as below_reached, coalesce(below.received, 0) as below_received,
               coalesce(below.disseminated, 0) as below_disseminated
        from child
        left join below on below.unit_id = child.unit_id
        left join lateral (
          select r.addressee, r.receive_by, r.receive_note,
                 (select a.display_name from account.v_account a where a.account_id = r.received_by) as received_by
          from directive.recipient r
          where r.root_id = ${asked.rootId} and r.unit_id = child.unit_id and r.ended_at is null
          order by r.received_at, r.reached_at, r.directive_id limit 1) best on true
        left join lateral (
          select sum(s.people) as people from directive.dissemination s
          join directive.directive d on d.id = s.directive_id and d.root_id = ${asked.rootId}
          where s.unit_id = child.unit_id) spread on true
        left join lateral (
          select d.id, o.number, o.notation
          from directive.directive d join document.v_document o on o.document_id = d.document_id
          where d.root_id = ${asked.rootId} and d.unit_id = child.unit_id and d.parent_id is not null
            and ${LETTER_STATE} = 'issued'
          order by d.issued_at desc, d.id desc limit 1) own on true
        order by child.sort_key collate "C", child.unit_id`,
  );
