// SQL of whom a letter reached: the frozen list, each unit's steps, and how it was spread.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { UnitKind } from "../../unit/schema.ts";
import type { DisseminationEntry } from "../schema.ts";

export interface RecipientRow {
  readonly unitId: string;
  readonly fromUnitId: string;
  readonly reachedAt: string;
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly passedOnAt: string | null;
}

const STEPS = sql`r.unit_id, r.from_unit_id, r.reached_at, r.received_at, r.disseminated_at, r.passed_on_at`;

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
        where r.directive_id = ${directiveId} and r.unit_id = ${unitId} for update`,
  );

export interface Reached {
  readonly unitId: string;
  readonly kind: UnitKind;
}

/**
 * Freezes the draft's list: each of its units is reached, by the sender. Answers them with their kinds as of `day`;
 * a unit that does not stand that day any more (the act came after the draft) is reached all the same.
 */
export async function reachDraftRecipients(
  tx: Tx,
  directiveId: string,
  senderId: string,
  now: string,
  day: string,
): Promise<Reached[]> {
  const reached = await rows<Reached>(
    tx,
    sql`with reached as (
          insert into directive.recipient (directive_id, unit_id, from_unit_id, addressee, reached_at)
          select directive_id, unit_id, ${senderId}, addressee, ${now}::timestamptz
          from directive.draft_recipient where directive_id = ${directiveId}
          returning unit_id)
        select r.unit_id, coalesce(u.kind, 'grassroots') as kind
        from reached r left join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${day}::date
        order by r.unit_id`,
  );
  await execute(tx, sql`delete from directive.draft_recipient where directive_id = ${directiveId}`);
  return reached;
}

/** Unions directly below `unitId` on `day` that the letter has not reached are reached, through `unitId`. */
export const reachChildren = (
  tx: Tx,
  directiveId: string,
  unitId: string,
  now: string,
  day: string,
): Promise<Reached[]> =>
  rows<Reached>(
    tx,
    sql`with child as (
          select u.unit_id, u.kind from unit.v_unit u
          where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date),
        reached as (
          insert into directive.recipient (directive_id, unit_id, from_unit_id, reached_at)
          select ${directiveId}, unit_id, ${unitId}, ${now}::timestamptz from child order by unit_id
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
): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient set received_at = ${now}, received_by = ${by}
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
    sql`insert into directive.dissemination (id, directive_id, unit_id, held_on, channel, people, note,
                                             recorded_at, recorded_by)
        values (${entry.id}, ${directiveId}, ${unitId}, ${entry.heldOn}, ${entry.channel}, ${entry.people},
                ${entry.note}, ${now}, ${by})
        on conflict (id) do nothing`,
  );

export const findDissemination = (
  db: Db,
  id: string,
): Promise<{ directiveId: string; unitId: string } | undefined> =>
  row(db, sql`select directive_id, unit_id from directive.dissemination where id = ${id}`);
