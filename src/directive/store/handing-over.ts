// SQL of handing letters and duties over to a successor, and of taking them back.
import { execute, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { keys, type OpenTask, type RowKey } from "./reorganising.ts";
import { stepFor } from "./tasks.ts";

export interface NewRow extends RowKey {
  readonly rootId: string;
  readonly fromUnitId: string;
  readonly addressee: string | null;
  readonly receiveBy: string;
}

/** A row that a letter's new unit has now; `endedAt`: it was there before, and had ended then. */
export interface ReachedRow extends RowKey {
  readonly endedAt: string | null;
}

/**
 * The letters reach their new units. One that was there before and ended (an earlier hand-over taken back) holds again.
 * Rows that hold already are left alone.
 */
export const reachHeirs = (
  tx: Tx,
  reaching: readonly NewRow[],
  { decisionId, now }: { decisionId: string; now: string },
): Promise<ReachedRow[]> =>
  rows<ReachedRow>(
    tx,
    sql`with asked as (
          select o.* from unnest(
            ${reaching.map(({ directiveId }) => directiveId)}::uuid[], ${reaching.map(({ rootId }) => rootId)}::uuid[],
            ${reaching.map(({ unitId }) => unitId)}::uuid[], ${reaching.map(({ fromUnitId }) => fromUnitId)}::uuid[],
            ${reaching.map(({ addressee }) => addressee)}::text[], ${reaching.map(({ receiveBy }) => receiveBy)}::date[])
          as o (directive_id, root_id, unit_id, from_unit_id, addressee, receive_by)),
        was as (
          select r.directive_id, r.unit_id, r.ended_at from directive.recipient r
          join asked o on o.directive_id = r.directive_id and o.unit_id = r.unit_id),
        written as (
          insert into directive.recipient as r (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at,
                                                receive_by, handed_over)
          select directive_id, root_id, unit_id, from_unit_id, addressee, ${now}::timestamptz, receive_by,
                 ${decisionId}::uuid
          from asked
          on conflict (directive_id, unit_id) do update set ended_at = null where r.ended_at is not null
          returning r.directive_id, r.unit_id)
        select w.directive_id, w.unit_id, was.ended_at
        from written w left join was on was.directive_id = w.directive_id and was.unit_id = w.unit_id`,
  );

/** A duty its new unit owes now; `was`: it was there before, withdrawn, in those words. */
export interface OwedTask {
  readonly id: string;
  readonly was: {
    readonly directiveId: string;
    readonly ordinal: number;
    readonly dueOn: string | null;
    readonly withdrawnAt: string;
  } | null;
}

/** The new units owe these duties; one withdrawn there is open again. Answers those that are theirs now. */
export const oweHanded = async (
  tx: Tx,
  tasks: readonly OpenTask[],
  { decisionId, now, by }: { decisionId: string; now: string; by: string | null },
): Promise<OwedTask[]> => {
  const found = await rows<{
    id: string;
    directiveId: string;
    ordinal: number;
    dueOn: string | null;
    withdrawnAt: string | null;
  }>(
    tx,
    sql`with asked as (
          select o.* from unnest(
            ${tasks.map(({ id }) => id)}::uuid[], ${tasks.map(({ rootId }) => rootId)}::uuid[],
            ${tasks.map(({ directiveId }) => directiveId)}::uuid[], ${tasks.map(({ unitId }) => unitId)}::uuid[],
            ${tasks.map(({ ordinal }) => ordinal)}::int[], ${tasks.map(({ duty }) => duty)}::text[],
            ${tasks.map(({ dueOn }) => dueOn)}::date[])
          as o (id, root_id, directive_id, unit_id, ordinal, duty, due_on)),
        was as (
          select t.id, t.directive_id, t.ordinal, t.due_on, t.withdrawn_at from directive.task t
          join asked o on o.root_id = t.root_id and o.unit_id = t.unit_id and o.duty = t.duty),
        written as (
          insert into directive.task as t (id, root_id, directive_id, unit_id, ordinal, duty, due_on, handed_over)
          select id, root_id, directive_id, unit_id, ordinal, duty, due_on, ${decisionId}::uuid from asked
          on conflict on constraint task_once do update
          set withdrawn_at = null, directive_id = excluded.directive_id, ordinal = excluded.ordinal,
              due_on = excluded.due_on
          where t.settled_at is null and t.withdrawn_at is not null
          returning t.id, t.due_on),
        stepped as (${stepFor(sql`written`, "open", { now, by })})
        select w.id, was.directive_id, was.ordinal, was.due_on, was.withdrawn_at
        from written w left join was on was.id = w.id`,
  );
  return found.map(({ id, withdrawnAt, ...was }) => ({
    id,
    was: withdrawnAt === null ? null : { ...was, withdrawnAt },
  }));
};

/** Duties that were there before are withdrawn again, in the words and from the instant they were. */
export const withdrawAgain = (
  tx: Tx,
  tasks: readonly OwedTask[],
  { now, by }: { now: string; by: string | null },
): Promise<number> => {
  const back = tasks.flatMap(({ id, was }) => (was === null ? [] : [{ id, ...was }]));
  return execute(
    tx,
    sql`with gone as (
          update directive.task t
          set directive_id = o.directive_id, ordinal = o.ordinal, due_on = o.due_on, withdrawn_at = o.withdrawn_at
          from unnest(${back.map(({ id }) => id)}::uuid[], ${back.map(({ directiveId }) => directiveId)}::uuid[],
                      ${back.map(({ ordinal }) => ordinal)}::int[], ${back.map(({ dueOn }) => dueOn)}::date[],
                      ${back.map(({ withdrawnAt }) => withdrawnAt)}::timestamptz[])
            as o (id, directive_id, ordinal, due_on, withdrawn_at)
          where t.id = o.id and t.settled_at is null and t.withdrawn_at is null returning t.id, t.due_on)
        ${stepFor(sql`gone`, "withdrawn", { now, by })}`,
  );
};

/** Nobody owes these any more. Those settled meanwhile stay settled. */
export const withdrawTasks = (
  tx: Tx,
  ids: readonly string[],
  { now, by }: { now: string; by: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`with gone as (
          update directive.task set withdrawn_at = ${now}::timestamptz
          where id = any (${ids}::uuid[]) and settled_at is null and withdrawn_at is null returning id, due_on)
        ${stepFor(sql`gone`, "withdrawn", { now, by })}`,
  );

/** They are owed again. */
export const openAgain = (
  tx: Tx,
  ids: readonly string[],
  { now, by }: { now: string; by: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`with back as (
          update directive.task set withdrawn_at = null
          where id = any (${ids}::uuid[]) and settled_at is null and withdrawn_at is not null returning id, due_on)
        ${stepFor(sql`back`, "open", { now, by })}`,
  );

/** Nobody answered them, so they go as they came. */
export async function deleteHanded(tx: Tx, of: readonly RowKey[], taskIds: readonly string[]): Promise<void> {
  await execute(tx, sql`delete from directive.task_step where task_id = any (${taskIds}::uuid[])`);
  await execute(tx, sql`delete from directive.task where id = any (${taskIds}::uuid[])`);
  await execute(
    tx,
    sql`delete from directive.recipient r using ${keys(of)}
        where r.directive_id = o.directive_id and r.unit_id = o.unit_id`,
  );
}

/** What units were told that are not to have been. */
export const deleteReminders = (tx: Tx, unitIds: readonly string[]): Promise<number> =>
  execute(tx, sql`delete from directive.reminder where unit_id = any (${unitIds}::uuid[])`);
