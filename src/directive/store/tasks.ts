// SQL of what units owe: one row per duty of a letter.
import type { Duty } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface NewTask {
  readonly id: string;
  readonly unitId: string;
  readonly ordinal: number;
  readonly duty: Duty;
}

/** Writes all tasks in one statement; the sentence's due day becomes the task's. */
export const insertTasks = (tx: Tx, directiveId: string, tasks: readonly NewTask[]): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.task (id, directive_id, unit_id, ordinal, duty, due_on)
        select t.id, ${directiveId}, t.unit_id, t.ordinal, t.duty, i.due_on
        from unnest(${tasks.map(({ id }) => id)}::uuid[], ${tasks.map(({ unitId }) => unitId)}::uuid[],
                    ${tasks.map(({ ordinal }) => ordinal)}::int[], ${tasks.map(({ duty }) => duty)}::text[])
             as t (id, unit_id, ordinal, duty)
        join directive.instruction i on i.directive_id = ${directiveId} and i.ordinal = t.ordinal
        on conflict (directive_id, unit_id, duty) do nothing`,
  );

export interface TaskRow {
  readonly id: string;
  readonly directiveId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly duty: Duty;
  readonly ordinal: number;
  readonly sentence: string;
  readonly letterTitle: string;
  readonly dueOn: string | null;
  readonly settledAt: string | null;
  readonly note: string;
}

// A unit owes a dozen duties a letter; settled ones of years ago need not come along.
const MOST_SETTLED = 200;

/** Everything open, and of what is settled the latest, if asked. */
export const listTaskRows = (db: Db, unitId: string, withSettled: boolean): Promise<TaskRow[]> =>
  rows<TaskRow>(
    db,
    sql`with owed as (
          select t.* from directive.task t where t.unit_id = ${unitId} and t.settled_at is null
          union all
          (select t.* from directive.task t
           where t.unit_id = ${unitId} and t.settled_at is not null and ${withSettled}
           order by t.settled_at desc limit ${MOST_SETTLED}))
        select t.id, t.directive_id, d.campaign_id, t.unit_id, t.duty, t.ordinal, i.text as sentence,
               d.title as letter_title, t.due_on, t.settled_at, t.note
        from owed t
        join directive.directive d on d.id = t.directive_id
        join directive.instruction i on i.directive_id = t.directive_id and i.ordinal = t.ordinal`,
  );

export const lockTask = (
  tx: Tx,
  taskId: string,
  unitId: string,
): Promise<{ id: string; duty: Duty; settledAt: string | null } | undefined> =>
  row(
    tx,
    sql`select id, duty, settled_at from directive.task where id = ${taskId} and unit_id = ${unitId} for update`,
  );

export const markSettled = (
  tx: Tx,
  taskId: string,
  now: string,
  by: string | null,
  note: string,
): Promise<number> =>
  execute(
    tx,
    sql`update directive.task set settled_at = ${now}, settled_by = ${by}, note = ${note}
        where id = ${taskId} and settled_at is null`,
  );

export const markOpen = (tx: Tx, taskId: string): Promise<number> =>
  execute(
    tx,
    sql`update directive.task set settled_at = null, settled_by = null, note = ''
        where id = ${taskId} and settled_at is not null`,
  );

/** Settles the open tasks of a duty a unit owes, in one letter or in all of a campaign; answers their ids. */
export const settleOpen = async (
  tx: Tx,
  asked: {
    unitId: string;
    duty: Duty;
    now: string;
    by: string | null;
    note: string;
  } & ({ directiveId: string; campaignId?: undefined } | { campaignId: string; directiveId?: undefined }),
): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`update directive.task t set settled_at = ${asked.now}, settled_by = ${asked.by}, note = ${asked.note}
          from directive.directive d
          where d.id = t.directive_id and t.unit_id = ${asked.unitId} and t.duty = ${asked.duty}
            and t.settled_at is null
            and (d.id = ${asked.directiveId ?? null} or d.campaign_id = ${asked.campaignId ?? null})
          returning t.id`,
    )
  ).map(({ id }) => id);
