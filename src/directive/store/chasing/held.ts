// Pieces of the queries that follow an order: the units below, what each holds of it as of a moment, what is overdue.
import { type Db, row, rows, sql } from "../../../platform/db/sql.ts";
import { endOfRange } from "../../../unit/rules/path.ts";

type Piece = ReturnType<typeof sql>;

/** The unit that asks, with its place in the tree of the asked day. */
export interface Top {
  readonly id: string;
  readonly path: string;
}

/** What is asked: an order's family, below a unit, as of an instant and the local day it falls on. */
export interface AsOf {
  readonly rootId: string;
  readonly top: Top;
  readonly at: string;
  readonly day: string;
  /** Nothing has happened since `at`: a task's own row, the latest of its steps, says how it stands. */
  readonly latest: boolean;
  /** The order began at the top or below it: its rows are few beside the units there, and read all at once. */
  readonly whole: boolean;
}

export interface Family {
  readonly rootId: string;
  /** Who began it. */
  readonly unitId: string;
  /** Null: not issued yet. */
  readonly issuedAt: string | null;
}

/** The family a letter belongs to, and when it began. */
export const findFamily = (db: Db, directiveId: string): Promise<Family | undefined> =>
  row(
    db,
    sql`select d.root_id, r.unit_id, r.issued_at from directive.directive d
        join directive.directive r on r.id = d.root_id where d.id = ${directiveId}`,
  );

/** Of standing units `u`: unions strictly below the top. Who is none is found in a narrow index of those few. */
const isBelow = ({ top, day }: Pick<AsOf, "top" | "day">): Piece => sql`
  u.path ~>=~ ${top.path} and u.path ~<~ ${endOfRange(top.path)} and u.valid @> ${day}::date
  and u.unit_id <> ${top.id} and not exists (select 1 from unit.v_beside x where x.unit_id = u.unit_id offset 0)`;

/** Unions strictly below the top, without their names. */
export const placesBelow = (place: Pick<AsOf, "top" | "day">): Piece => sql`
  select u.unit_id, split_part(u.path, '.', -2)::bigint as no, u.path from unit.v_standing u where ${isBelow(place)}`;

/**
 * Unions strictly below the top. The path travels as a value, not as a join, so that the planner knows how much of the
 * path index the range covers.
 */
export const unionsBelow = (place: Pick<AsOf, "top" | "day">): Piece => sql`
  select u.unit_id, n.kind, u.depth, split_part(u.path, '.', -2)::bigint as no, u.parent_id, u.path, n.name, n.short_name,
         n.sort_key
  from unit.v_standing u join unit.v_naming n on n.unit_id = u.unit_id and n.valid @> ${place.day}::date
  where ${isBelow(place)}`;

/** Rows `r` of the family that were in force at the moment. */
export const inForce = ({ rootId, at }: Pick<AsOf, "rootId" | "at">): Piece => sql`
  r.root_id = ${rootId} and r.reached_at <= ${at}::timestamptz
  and (r.ended_at is null or r.ended_at > ${at}::timestamptz)`;

/**
 * What a unit `b` holds of the order: the best of its rows in force, one row, empty where it holds nothing. A step counts
 * from its instant on. To be joined laterally, as all that follows: one look-up a unit in recipient_root (or task_open),
 * so that the cost is that of the units asked for. A join of lists would be left to a planner that cannot tell how many
 * units stand on a day, takes them for one, and goes through the one list for every row of the other.
 */
export const heldByUnit = (asOf: Pick<AsOf, "rootId" | "at">): Piece => sql`
  select min(r.reached_at) as reached_at, min(r.receive_by) as receive_by,
         min(r.received_at) filter (where r.received_at <= ${asOf.at}::timestamptz) as received_at,
         min(r.disseminated_at) filter (where r.disseminated_at <= ${asOf.at}::timestamptz) as disseminated_at,
         min(r.passed_on_at) filter (where r.passed_on_at <= ${asOf.at}::timestamptz) as passed_on_at
  from directive.recipient r where r.unit_id = b.unit_id and ${inForce(asOf)}`;

/** The same of every unit that holds something, a row each. */
export const heldByAll = (asOf: Pick<AsOf, "rootId" | "at">): Piece => sql`
  select r.unit_id, min(r.reached_at) as reached_at, min(r.receive_by) as receive_by,
         min(r.received_at) filter (where r.received_at <= ${asOf.at}::timestamptz) as received_at,
         min(r.disseminated_at) filter (where r.disseminated_at <= ${asOf.at}::timestamptz) as disseminated_at
  from directive.recipient r where ${inForce(asOf)} group by r.unit_id`;

/** Where a unit `h` stands, if it is a union strictly below the top: found in the narrow index of the units. */
export const standingBelow = ({ top, day }: Pick<AsOf, "top" | "day">): Piece => sql`
  lateral (
    select s.path from unit.v_standing s
    where s.unit_id = h.unit_id and (s.valid @> ${day}::date) is true and s.unit_id <> ${top.id}
      and s.path ~>=~ ${top.path} and s.path ~<~ ${endOfRange(top.path)} offset 0)`;

/** How a unit is called on the day and what kind it is. To be joined laterally. */
export const calledOn = (unitId: Piece, day: string): Piece => sql`
  lateral (
    select n.kind, n.name, n.short_name, n.sort_key from unit.v_naming n
    where n.unit_id = ${unitId} and (n.valid @> ${day}::date) is true offset 0)`;

/** Units that are no unions, with their places: few. */
export const besideUnions = (day: string): Piece => sql`
  select x.unit_id, x.path from unit.v_place x where x.side <> 'union' and x.valid @> ${day}::date`;

/** How many units stand at the path of `c` and below, by the index of the places alone. */
export const countStanding = (day: string): Piece => sql`
  select count(*) as units from unit.v_standing s
  where s.path ~>=~ c.path and s.path ~<~ (rtrim(c.path, '.') || '/') and (s.valid @> ${day}::date) is true`;

/** How many unions stand strictly below the top: each subtree below it is one range of the index of places. */
export const unitsBelow = ({ top, day }: Pick<AsOf, "top" | "day">): Piece => sql`
  select coalesce(sum(n.units), 0)::bigint
         - (select count(*) from (${besideUnions(day)}) x
            where x.path ~>=~ ${top.path} and x.path ~<~ ${endOfRange(top.path)} and x.unit_id <> ${top.id}) as units
  from (select u.path from unit.v_place u where u.parent_id = ${top.id} and u.valid @> ${day}::date) c
  cross join lateral (${countStanding(day)}) n`;

/** Duties of a unit `b` in the family that were open at the moment and past their day. */
const openDuties = ({ rootId, at, day, latest }: AsOf): Piece =>
  latest
    ? sql`select t.duty, t.due_on from directive.task t
          where t.root_id = ${rootId} and t.unit_id = b.unit_id and t.settled_at is null and t.withdrawn_at is null
            and t.due_on < ${day}::date`
    : sql`select t.duty, s.due_on from directive.task t
          cross join lateral (
            select s.state, s.due_on from directive.task_step s
            where s.task_id = t.id and s.at <= ${at}::timestamptz order by s.at desc limit 1) s
          where t.root_id = ${rootId} and t.unit_id = b.unit_id and s.state = 'open' and s.due_on < ${day}::date`;

/**
 * Each receipt and duty of a unit `b` past its day; `h` is what the unit holds. One that holds nothing of the order any
 * more owes nothing.
 */
export const overdueByUnit = (asOf: AsOf): Piece => sql`
  select 'receive' as what, h.receive_by as due_on where h.received_at is null and h.receive_by < ${asOf.day}::date
  union all
  select t.duty, t.due_on from (${openDuties(asOf)}) t where h.reached_at is not null`;

/** Open duties past their day, of all units at once. */
export const openOfAll = ({ rootId, at, day, latest }: AsOf): Piece =>
  latest
    ? sql`select t.unit_id, t.duty, t.due_on from directive.task t
          where t.root_id = ${rootId} and t.settled_at is null and t.withdrawn_at is null and t.due_on < ${day}::date`
    : sql`select t.unit_id, t.duty, s.due_on from directive.task t
          cross join lateral (
            select s.state, s.due_on from directive.task_step s
            where s.task_id = t.id and s.at <= ${at}::timestamptz order by s.at desc limit 1) s
          where t.root_id = ${rootId} and s.state = 'open' and s.due_on < ${day}::date`;

/** Whether the family began at the unit or below it on the day. */
export const beganWithin = async (
  db: Db,
  { unitId, top, day }: { unitId: string; top: Top; day: string },
): Promise<boolean> => {
  if (unitId === top.id) return true;
  const found = await row<{ path: string }>(
    db,
    sql`select c.path from unit.v_credit c where c.unit_id = ${unitId} and c.valid @> ${day}::date`,
  );
  return found?.path.startsWith(top.path) === true;
};

/** Those of `unitIds` that are unions strictly below the top. */
export const listWithin = async (
  db: Db,
  place: Pick<AsOf, "top" | "day">,
  unitIds: readonly string[],
): Promise<Set<string>> => {
  const found = await rows<{ unitId: string }>(
    db,
    sql`select b.unit_id from (${placesBelow(place)}) b where b.unit_id = any (${unitIds}::uuid[])`,
  );
  return new Set(found.map(({ unitId }) => unitId));
};
