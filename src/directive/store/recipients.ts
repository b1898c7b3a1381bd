// SQL of whom a letter reached: the frozen list, each unit's steps, and how it was spread.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { UnitKind } from "../../unit/schema.ts";
import type { DisseminationEntry } from "../schema.ts";

export interface RecipientRow {
  readonly unitId: string;
  readonly rootId: string;
  readonly fromUnitId: string;
  readonly reachedAt: string;
  readonly receiveBy: string | null;
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
  readonly receiveNote: string;
  readonly disseminatedAt: string | null;
  readonly passedOnAt: string | null;
  /** From then on another letter holds, or none. */
  readonly endedAt: string | null;
}

const STEPS = sql`r.unit_id, r.root_id, r.from_unit_id, r.reached_at, r.receive_by, r.received_at, r.receive_note,
  r.disseminated_at, r.passed_on_at, r.ended_at,
  (select a.display_name from account.v_account a where a.account_id = r.received_by) as received_by`;

export const findRecipient = (
  db: Db,
  directiveId: string,
  unitId: string,
): Promise<RecipientRow | undefined> =>
  row<RecipientRow>(
    db,
    sql`select ${STEPS} from directive.recipient r
        where r.directive_id = ${directiveId} and r.unit_id = ${unitId}`,
  );

export const lockRecipient = (
  tx: Tx,
  directiveId: string,
  unitId: string,
): Promise<RecipientRow | undefined> =>
  row<RecipientRow>(
    tx,
    sql`select ${STEPS} from directive.recipient r
        where r.directive_id = ${directiveId} and r.unit_id = ${unitId} for update of r`,
  );

export interface Reached {
  readonly unitId: string;
  readonly kind: UnitKind;
}

/** What every row of a letter has in common when it is written. */
export interface Reaching {
  readonly directiveId: string;
  readonly rootId: string;
  readonly now: string;
  /** The working day by which receipt is to be confirmed. */
  readonly receiveBy: string;
  /** The local day of `now`. */
  readonly day: string;
}

/**
 * Freezes the draft's list: each of its units is reached, by the sender. Answers them with their kinds as of the day;
 * a unit that does not stand that day any more (the act came after the draft) is reached all the same.
 */
export async function reachDraftRecipients(tx: Tx, letter: Reaching, senderId: string): Promise<Reached[]> {
  const reached = await rows<Reached>(
    tx,
    sql`with reached as (
          insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at,
                                           receive_by)
          select directive_id, ${letter.rootId}, unit_id, ${senderId}, addressee, ${letter.now}::timestamptz,
                 ${letter.receiveBy}::date
          from directive.draft_recipient where directive_id = ${letter.directiveId}
          returning unit_id)
        select r.unit_id, coalesce(u.kind, 'grassroots') as kind
        from reached r left join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${letter.day}::date
        order by r.unit_id`,
  );
  await execute(tx, sql`delete from directive.draft_recipient where directive_id = ${letter.directiveId}`);
  return reached;
}

/**
 * The next `most` units of a list that goes out in parts, as `reachDraftRecipients`; they leave the list. One that was
 * reached meanwhile through another unit keeps that row. `taken`: how many left the list.
 */
export async function reachPart(
  tx: Tx,
  letter: Reaching,
  senderId: string,
  most: number,
): Promise<{ taken: number; reached: Reached[] }> {
  const found = await rows<Reached & { written: boolean }>(
    tx,
    sql`with part as materialized (
          select d.unit_id, d.addressee from directive.draft_recipient d
          where d.directive_id = ${letter.directiveId} order by d.unit_id limit ${most}),
        gone as (
          delete from directive.draft_recipient d using part p
          where d.directive_id = ${letter.directiveId} and d.unit_id = p.unit_id),
        reached as (
          insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at,
                                           receive_by)
          select ${letter.directiveId}, ${letter.rootId}, unit_id, ${senderId}, addressee,
                 ${letter.now}::timestamptz, ${letter.receiveBy}::date
          from part order by unit_id
          on conflict (directive_id, unit_id) do nothing
          returning unit_id)
        select p.unit_id, coalesce(n.kind, 'grassroots') as kind,
               p.unit_id in (select r.unit_id from reached r) as written
        from part p left join unit.v_naming n on n.unit_id = p.unit_id and n.valid @> ${letter.day}::date
        order by p.unit_id`,
  );
  return {
    taken: found.length,
    reached: found.flatMap(({ written, ...one }) => (written ? [one] : [])),
  };
}

/**
 * A changed letter reaches exactly the units where the earlier one holds, through the same units and in the same line;
 * the earlier one holds no more there. Who spread it need not again where `spreadAgain` is false.
 */
export const reachAgain = (
  tx: Tx,
  letter: Reaching,
  earlierId: string,
  spreadAgain: boolean,
): Promise<Reached[]> =>
  rows<Reached>(
    tx,
    sql`with ended as (
          update directive.recipient set ended_at = ${letter.now}::timestamptz
          where directive_id = ${earlierId} and ended_at is null
          returning unit_id, from_unit_id, addressee, disseminated_at, disseminated_by, passed_on_at),
        reached as (
          insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at,
                                           receive_by, passed_on_at, disseminated_at, disseminated_by, spread_kept)
          select ${letter.directiveId}, ${letter.rootId}, unit_id, from_unit_id, addressee,
                 ${letter.now}::timestamptz, ${letter.receiveBy}::date, passed_on_at,
                 case when not ${spreadAgain}::boolean then disseminated_at end,
                 case when not ${spreadAgain}::boolean then disseminated_by end,
                 not ${spreadAgain}::boolean and disseminated_at is not null
          from ended
          returning unit_id)
        select r.unit_id, coalesce(u.kind, 'grassroots') as kind
        from reached r left join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${letter.day}::date
        order by r.unit_id`,
  );

/** How many units a change of this letter would reach. */
export const countHeld = async (db: Db, directiveId: string): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*) as n from directive.recipient where directive_id = ${directiveId} and ended_at is null`,
    )
  )?.n ?? 0;

/** The letter holds nowhere any more; answers at how many units it did. */
export const endRows = (tx: Tx, directiveId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient set ended_at = ${now}::timestamptz
        where directive_id = ${directiveId} and ended_at is null`,
  );

/** Unions directly below `unitId` on the day that the letter has not reached are reached, through `unitId`. */
export const reachChildren = (tx: Tx, letter: Reaching, unitId: string): Promise<Reached[]> =>
  rows<Reached>(
    tx,
    sql`with child as (
          select u.unit_id, u.kind from unit.v_unit u
          where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${letter.day}::date),
        reached as (
          insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, reached_at, receive_by)
          select ${letter.directiveId}, ${letter.rootId}, unit_id, ${unitId}, ${letter.now}::timestamptz,
                 ${letter.receiveBy}::date
          from child order by unit_id
          on conflict (directive_id, unit_id) do nothing
          returning unit_id)
        select unit_id, kind from reached join child using (unit_id)`,
  );

/** True when some union directly below has not been reached. */
export const hasUnreachedChild = async (
  db: Db,
  directiveId: string,
  unitId: string,
  day: string,
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from unit.v_unit u
        where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date
          and not exists (select 1 from directive.recipient r
                          where r.directive_id = ${directiveId} and r.unit_id = u.unit_id)
        limit 1`,
  )) !== undefined;

export const markReceived = (
  tx: Tx,
  directiveId: string,
  unitId: string,
  now: string,
  by: string,
  note = "",
): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient set received_at = ${now}, received_by = ${by}, receive_note = ${note}
        where directive_id = ${directiveId} and unit_id = ${unitId} and received_at is null`,
  );

export const markDisseminated = (
  tx: Tx,
  directiveId: string,
  unitId: string,
  now: string,
  by: string,
): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient set disseminated_at = ${now}, disseminated_by = ${by}
        where directive_id = ${directiveId} and unit_id = ${unitId} and disseminated_at is null`,
  );

export const markPassedOn = (tx: Tx, directiveId: string, unitId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient set passed_on_at = ${now}
        where directive_id = ${directiveId} and unit_id = ${unitId} and passed_on_at is null`,
  );

/** Answers 0 when a record of this id exists already. */
export const insertDissemination = (
  tx: Tx,
  directiveId: string,
  unitId: string,
  entry: DisseminationEntry,
  now: string,
  by: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.dissemination (id, directive_id, unit_id, held_on, channel, people, note, kit_id,
                                             recorded_at, recorded_by)
        values (${entry.id}, ${directiveId}, ${unitId}, ${entry.heldOn}, ${entry.channel}, ${entry.people},
                ${entry.note}, ${entry.kitId ?? null}, ${now}, ${by})
        on conflict (id) do nothing`,
  );

export const findDissemination = (
  db: Db,
  id: string,
): Promise<{ directiveId: string; unitId: string } | undefined> =>
  row(db, sql`select directive_id, unit_id from directive.dissemination where id = ${id}`);

/** Units where the letter holds, in the order of names as of `day`. */
export const listHeld = (
  db: Db,
  directiveId: string,
  day: string,
  limit: number,
): Promise<{ id: string; kind: UnitKind; name: string; shortName: string; addressee: string }[]> =>
  rows(
    db,
    sql`select u.unit_id as id, u.kind, u.name, u.short_name, coalesce(r.addressee, '') as addressee
        from directive.recipient r join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${day}::date
        where r.directive_id = ${directiveId} and r.ended_at is null
        order by u.sort_key collate "C", u.unit_id limit ${limit}`,
  );
