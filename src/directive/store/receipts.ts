// SQL of how far a letter got: the units below with counts of their subtrees, and whom to remind.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import {
  besideUnions,
  countStanding,
  heldByAll,
  heldByUnit,
  inForce,
  placesBelow,
  standingBelow,
  type Top,
  unitsBelow,
} from "./chasing/held.ts";
import { heldAt } from "./letters.ts";

export interface Counts {
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  readonly notYetReached: number;
}

/** The tree of `day` and what had happened by the instant `at`. */
export interface Seen {
  readonly day: string;
  readonly at: string;
}

/**
 * Unions strictly below the top in the tree of the day, by how far the order got with each. The path travels as a value,
 * so that the planner sees how little of the path index a small subtree is: for a unit with nothing below it this costs
 * nothing. At the sender the rows of the order are read instead of the units, which are counted.
 */
export const countBelow = async (
  db: Db,
  asked: { rootId: string; top: Top; whole: boolean } & Seen,
): Promise<Counts> =>
  (await row<Counts>(
    db,
    asked.whole
      ? sql`with found as materialized (
              select count(*) as reached, count(h.received_at) as received, count(h.disseminated_at) as disseminated
              from (${heldByAll(asked)} order by r.unit_id) h cross join ${standingBelow(asked)} s
              where h.unit_id not in (select x.unit_id from (${besideUnions(asked.day)}) x))
            select f.reached, f.received, f.disseminated, n.units - f.reached as not_yet_reached
            from found f cross join (${unitsBelow(asked)}) n`
      : sql`select count(r.reached_at) as reached, count(r.received_at) as received,
                   count(r.disseminated_at) as disseminated, count(*) - count(r.reached_at) as not_yet_reached
            from (${placesBelow(asked)}) b cross join lateral (${heldByUnit(asked)}) r`,
  )) ?? { reached: 0, received: 0, disseminated: 0, notYetReached: 0 };

/**
 * True when the letter reached (by `at`, when one is given) some unit in the subtree of `unitId` in the tree of the day:
 * then the units on the way may look on.
 */
export const reachedBelow = async (
  db: Db,
  directiveId: string,
  unitId: string,
  day: string,
  at?: string,
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from directive.recipient r
        join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${day}::date
        join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${day}::date
         and u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
        where r.directive_id = ${directiveId}
          and (${at ?? null}::timestamptz is null or r.reached_at <= ${at ?? null}::timestamptz) limit 1`,
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

/** Of each child, how far the order got strictly below it: one look-up for each unit there. */
const belowOfEach = (asked: { rootId: string } & Seen) => sql`
  select count(*) as units, count(s.reached_at) as reached, count(s.received_at) as received,
         count(s.disseminated_at) as disseminated
  from (select c.unit_id from unit.v_credit c
        where c.path ~>=~ child.path and c.path ~<~ (rtrim(child.path, '.') || '/')
          and c.valid @> ${asked.day}::date and c.unit_id <> child.unit_id offset 0) c
  -- Left alone, the planner reads all units of the country once for each child.
  cross join lateral (
    select u.unit_id from unit.v_place u
    where u.unit_id = c.unit_id and u.side = 'union' and u.valid @> ${asked.day}::date offset 0) b
  cross join lateral (${heldByUnit(asked)}) s`;

/** The same at the sender: the rows of the order are read once and summed by child, and the units counted. */
const wholeBelow = (asked: { rootId: string; top: Top } & Seen) => sql`,
  beside as materialized (${besideUnions(asked.day)}),
  deeper as materialized (
    select split_part(substr(s.path, length(${asked.top.path}::text) + 1), '.', 1) as no, count(*) as reached,
           count(h.received_at) as received, count(h.disseminated_at) as disseminated
    from (${heldByAll(asked)} order by r.unit_id) h cross join ${standingBelow(asked)} s
    where h.unit_id not in (select x.unit_id from beside x)
      and split_part(substr(s.path, length(${asked.top.path}::text) + 1), '.', 2) <> ''
    group by 1)`;

const belowOf = (day: string) => sql`
  select n.units - 1 - (select count(*) from beside x where starts_with(x.path, child.path)) as units,
         coalesce(d.reached, 0) as reached, coalesce(d.received, 0) as received,
         coalesce(d.disseminated, 0) as disseminated
  from (select child.path) c cross join lateral (${countStanding(day)}) n
  left join deeper d on d.no = split_part(child.path, '.', -2)`;

/**
 * Unions directly below `unitId` in the tree of the day, in the order of names, after a key, with what each held at `at`.
 *
 * Plan: `child` picks one page by parent (index path_parent) and stops at `limit`; the subtree of each row of that page
 * is one range of the path index (a path's children lie between "1.7." and "1.7/"), each unit of it one look-up in
 * recipient_root (at the sender see `wholeBelow`). The cost is the units below this page; `~>=~` compares bytes, so the range holds under any collation.
 */
export const listReceiptRows = (
  db: Db,
  asked: {
    rootId: string;
    top: Top;
    whole: boolean;
    only: Only;
    after: { by: string; id: string } | undefined;
    limit: number;
  } & Seen,
): Promise<ReceiptFacts[]> =>
  rows<ReceiptFacts>(
    db,
    sql`with child as materialized (
          select b.unit_id, b.name, b.short_name, b.sort_key, b.path, r.reached_at, r.received_at, r.disseminated_at
          from unit.v_unit b cross join lateral (${heldByUnit(asked)}) r
          where b.parent_id = ${asked.top.id} and b.side = 'union' and b.valid @> ${asked.day}::date
            and (${asked.after?.by ?? null}::text is null
                 or (b.sort_key collate "C", b.unit_id) > (${asked.after?.by ?? null}, ${asked.after?.id ?? null}::uuid))
            and (${asked.only} <> 'not-received' or r.received_at is null)
            and (${asked.only} <> 'not-disseminated' or r.disseminated_at is null)
          order by b.sort_key collate "C", b.unit_id limit ${asked.limit})${asked.whole ? wholeBelow(asked) : sql``}
        select child.unit_id, child.name, child.short_name, child.sort_key, child.reached_at is not null as reached,
               child.reached_at, child.received_at, child.disseminated_at, best.addressee, best.receive_by,
               best.received_by, coalesce(best.receive_note, '') as receive_note,
               coalesce(spread.people, 0) as people_reached, own.id as reissue_id, own.number as reissue_number,
               own.notation as reissue_notation, below.units as below_units, below.reached as below_reached, below.received as below_received,
               below.disseminated as below_disseminated
        from child
        cross join lateral (${asked.whole ? belowOf(asked.day) : belowOfEach(asked)}) below
        left join lateral (
          select r.addressee, r.receive_by, case when n.done then r.receive_note end as receive_note,
                 case when n.done then (select a.display_name from account.v_account a
                                        where a.account_id = r.received_by) end as received_by
          from directive.recipient r
          cross join lateral (select (r.received_at <= ${asked.at}::timestamptz) is true as done) n
          where r.unit_id = child.unit_id and ${inForce(asked)}
          order by case when n.done then r.received_at end, r.reached_at, r.directive_id limit 1) best on true
        left join lateral (
          select sum(s.people) as people from directive.dissemination s
          join directive.directive d on d.id = s.directive_id and d.root_id = ${asked.rootId}
          where s.unit_id = child.unit_id and s.recorded_at <= ${asked.at}::timestamptz) spread on true
        left join lateral (
          select d.id, o.number, o.notation
          from directive.directive d join document.v_document o on o.document_id = d.document_id
          where d.root_id = ${asked.rootId} and d.unit_id = child.unit_id and d.parent_id is not null
            and ${heldAt(asked.at)}
          order by d.issued_at desc, d.id desc limit 1) own on true
        order by child.sort_key collate "C", child.unit_id`,
  );
