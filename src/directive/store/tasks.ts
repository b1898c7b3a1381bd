// SQL of what units owe: one row per duty of an order, worded by the newest letter that asks it; each step of it is kept.
import type { Duty } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface NewTask {
  readonly id: string;
  readonly unitId: string;
  readonly ordinal: number;
  readonly duty: Duty;
}

/**
 * A step of each task of `of` (id, due_on). Two steps never share an instant: one taken in the same moment as the last
 * (a duty opened again whose letter holds no more is withdrawn at once) stands a microsecond after it.
 */
export const stepFor = (
  of: ReturnType<typeof sql>,
  state: "open" | "settled" | "withdrawn",
  { now, by, note = "" }: { readonly now: string; readonly by: string | null; readonly note?: string },
): ReturnType<typeof sql> => sql`
  insert into directive.task_step (task_id, at, state, due_on, by_account, note)
  select w.id, greatest(${now}::timestamptz,
                        (select max(s.at) + interval '1 microsecond' from directive.task_step s where s.task_id = w.id)),
         ${state}, w.due_on, ${by}::uuid, ${note} from ${of} w`;

/** The letter that asks, and when. */
export interface Asking {
  readonly directiveId: string;
  readonly rootId: string;
  /** When the letter was issued: the newest words a duty. */
  readonly issuedAt: string;
  readonly now: string;
  readonly by: string | null;
  /** Units that spread an earlier letter of the family owe it again. */
  readonly spreadAgain: boolean;
}

/**
 * Writes all tasks in one statement; the sentence's due day becomes the task's. A unit that has the task already keeps
 * it: open, it is worded by this letter unless a newer one words it; withdrawn, it is open again; settled, it stays so,
 * but for spreading when that is asked again. Answers how many were written.
 */
export const askDuties = async (tx: Tx, letter: Asking, tasks: readonly NewTask[]): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`with written as (
          insert into directive.task as t (id, root_id, directive_id, unit_id, ordinal, duty, due_on)
          select a.id, ${letter.rootId}, ${letter.directiveId}, a.unit_id, a.ordinal, a.duty, i.due_on
          from unnest(${tasks.map(({ id }) => id)}::uuid[], ${tasks.map(({ unitId }) => unitId)}::uuid[],
                      ${tasks.map(({ ordinal }) => ordinal)}::int[], ${tasks.map(({ duty }) => duty)}::text[])
               as a (id, unit_id, ordinal, duty)
          join directive.instruction i on i.directive_id = ${letter.directiveId} and i.ordinal = a.ordinal
          order by a.unit_id, a.duty
          on conflict on constraint task_once do update
          set directive_id = excluded.directive_id, ordinal = excluded.ordinal, due_on = excluded.due_on,
              settled_at = null, settled_by = null, note = '', withdrawn_at = null
          where (t.settled_at is null or (t.duty = 'disseminate' and ${letter.spreadAgain}::boolean))
            and (t.withdrawn_at is not null
                 or (select d.issued_at from directive.directive d where d.id = t.directive_id)
                    <= ${letter.issuedAt}::timestamptz)
          returning t.id, t.due_on),
        stepped as (${stepFor(sql`written`, "open", letter)})
        select count(*) as n from written`,
    )
  )?.n ?? 0;

/**
 * Open tasks that a letter worded which holds no more for their unit: each goes over to the newest letter of the family
 * that holds there and asks the same, else it is withdrawn. `taskId` looks at that one alone.
 */
export const releaseTasks = (
  tx: Tx,
  asked: { rootId: string; directiveId: string; taskId?: string; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`with loose as (
          select t.id, t.unit_id, t.duty from directive.task t
          join directive.recipient held on held.directive_id = t.directive_id and held.unit_id = t.unit_id
          where t.root_id = ${asked.rootId} and t.directive_id = ${asked.directiveId}
            and t.settled_at is null and t.withdrawn_at is null and held.ended_at is not null
            and (${asked.taskId ?? null}::uuid is null or t.id = ${asked.taskId ?? null}::uuid)),
        next as (
          select distinct on (l.id) l.id, i.directive_id, i.ordinal, i.due_on
          from loose l
          join directive.recipient r on r.root_id = ${asked.rootId} and r.unit_id = l.unit_id and r.ended_at is null
          join directive.directive d on d.id = r.directive_id
          join directive.instruction i on i.directive_id = r.directive_id and l.duty = any (i.duties)
          order by l.id, d.issued_at desc, d.id desc, i.ordinal),
        moved as (
          update directive.task t set directive_id = n.directive_id, ordinal = n.ordinal, due_on = n.due_on
          from next n where n.id = t.id returning t.id, t.due_on),
        gone as (
          update directive.task t set withdrawn_at = ${asked.now}::timestamptz
          from loose l where l.id = t.id and l.id not in (select id from next) returning t.id, t.due_on),
        went as (${stepFor(sql`moved`, "open", asked)}),
        ended as (${stepFor(sql`gone`, "withdrawn", asked)})
        select id from moved union all select id from gone`,
  );

export interface TaskRow {
  readonly id: string;
  readonly directiveId: string;
  readonly campaignId: string;
  readonly duty: Duty;
  readonly ordinal: number;
  readonly sentence: string;
  readonly letterTitle: string;
  readonly dueOn: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly withdrawnAt: string | null;
  readonly note: string;
  /** A letter of the family was amended or replaced for this unit after the duty was settled. */
  readonly changedSince: boolean;
}

// A unit owes a dozen duties a letter; settled ones of years ago need not come along.
const MOST_SETTLED = 200;

/** Everything open, and of what is settled or withdrawn the latest, if asked. */
export const listTaskRows = (db: Db, unitId: string, withSettled: boolean): Promise<TaskRow[]> =>
  rows<TaskRow>(
    db,
    sql`with owed as (
          select t.* from directive.task t
          where t.unit_id = ${unitId} and t.settled_at is null and t.withdrawn_at is null
          union all
          (select t.* from directive.task t
           where t.unit_id = ${unitId} and (t.settled_at is not null or t.withdrawn_at is not null) and ${withSettled}
           order by coalesce(t.settled_at, t.withdrawn_at) desc limit ${MOST_SETTLED}))
        select t.id, t.directive_id, d.campaign_id, t.duty, t.ordinal, i.text as sentence,
               d.title as letter_title, t.due_on, t.settled_at, t.withdrawn_at, t.note,
               (select a.display_name from account.v_account a where a.account_id = t.settled_by) as settled_by,
               t.settled_at is not null and exists (
                 select 1 from directive.recipient r join directive.directive n on n.id = r.directive_id
                 where r.root_id = t.root_id and r.unit_id = t.unit_id and r.ended_at is null
                   and r.reached_at > t.settled_at and n.relation in ('amend', 'replace')) as changed_since
        from owed t
        join directive.directive d on d.id = t.directive_id
        join directive.instruction i on i.directive_id = t.directive_id and i.ordinal = t.ordinal
        order by t.id`,
  );

export interface LockedTask {
  readonly id: string;
  readonly rootId: string;
  readonly directiveId: string;
  readonly duty: Duty;
  readonly settledAt: string | null;
}

export const lockTask = (tx: Tx, taskId: string, unitId: string): Promise<LockedTask | undefined> =>
  row<LockedTask>(
    tx,
    sql`select id, root_id, directive_id, duty, settled_at from directive.task
        where id = ${taskId} and unit_id = ${unitId} for update`,
  );

export const markSettled = (
  tx: Tx,
  taskId: string,
  now: string,
  by: string | null,
  note: string,
): Promise<number> => settle(tx, sql`t.id = ${taskId}`, { now, by, note }).then((ids) => ids.length);

export const markOpen = async (tx: Tx, taskId: string, now: string, by: string): Promise<number> =>
  (
    await rows(
      tx,
      sql`with opened as (
            update directive.task set settled_at = null, settled_by = null, note = ''
            where id = ${taskId} and settled_at is not null returning id, due_on),
          stepped as (${stepFor(sql`opened`, "open", { now, by })})
          select id from opened`,
    )
  ).length;

interface Settling {
  readonly now: string;
  readonly by: string | null;
  readonly note: string;
}

async function settle(tx: Tx, which: ReturnType<typeof sql>, { now, by, note }: Settling): Promise<string[]> {
  const settled = await rows<{ id: string }>(
    tx,
    sql`with settled as (
          update directive.task t set settled_at = ${now}::timestamptz, settled_by = ${by}, note = ${note}
          where ${which} and t.settled_at is null and t.withdrawn_at is null
          returning t.id, t.due_on),
        stepped as (${stepFor(sql`settled`, "settled", { now, by, note })})
        select id from settled`,
  );
  return settled.map(({ id }) => id);
}

/** Settles the open tasks of a duty a unit owes, in one family or in all of a campaign; answers their ids. */
export const settleOpen = (
  tx: Tx,
  asked: { unitId: string; duty: Duty } & Settling &
    ({ rootId: string; campaignId?: undefined } | { campaignId: string; rootId?: undefined }),
): Promise<string[]> =>
  settle(
    tx,
    sql`t.unit_id = ${asked.unitId} and t.duty = ${asked.duty}
        and (t.root_id = ${asked.rootId ?? null}
             or exists (select 1 from directive.directive d
                        where d.id = t.root_id and d.campaign_id = ${asked.campaignId ?? null}))`,
    asked,
  );
