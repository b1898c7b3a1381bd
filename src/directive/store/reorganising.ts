// SQL of letters at units that end: their rows and open duties end, and the successor gets both where it has not.
import type { Duty } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface HeldCount {
  readonly unitId: string;
  readonly letters: number;
  readonly lettersSince: number;
  readonly tasks: number;
  readonly settledSince: number;
  readonly drafts: number;
}

/** What each unit holds: letters in force, open duties, drafts; and what reached it or was settled on the day or after. */
export const countHeldBy = (db: Db, unitIds: readonly string[], on: string): Promise<HeldCount[]> =>
  rows<HeldCount>(
    db,
    sql`select e.unit_id, r.letters, r.letters_since, t.tasks, t.settled_since,
               (select count(*)::int from directive.directive d
                where d.unit_id = e.unit_id and d.state = 'draft') as drafts
        from unnest(${unitIds}::uuid[]) as e (unit_id)
        cross join lateral (
          select count(*)::int as letters,
                 (count(*) filter (where (r.reached_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date))::int
                   as letters_since
          from directive.recipient r where r.unit_id = e.unit_id and r.ended_at is null) r
        cross join lateral (
          select (count(*) filter (where t.settled_at is null and t.withdrawn_at is null))::int as tasks,
                 (count(*) filter (where (t.settled_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date))::int
                   as settled_since
          from directive.task t where t.unit_id = e.unit_id) t
        order by e.unit_id`,
  );

export interface EndingRow {
  readonly directiveId: string;
  readonly rootId: string;
  readonly unitId: string;
  readonly addressee: string | null;
  readonly receiveDays: number;
  /** Who sent it to the unit, if that one stands. */
  readonly fromUnitId: string | null;
  /** The unit still owes something of the family: a duty, or to confirm receipt. */
  readonly unfinished: boolean;
}

/** Letters in force at these units, locked, the oldest first. */
export const lockEndingRows = (tx: Tx, unitIds: readonly string[], day: string): Promise<EndingRow[]> =>
  rows<EndingRow>(
    tx,
    sql`select r.directive_id, r.root_id, r.unit_id, r.addressee, d.receive_days, p.unit_id as from_unit_id,
               (r.received_at is null and not exists (
                  select 1 from directive.recipient o where o.root_id = r.root_id and o.unit_id = r.unit_id
                    and o.ended_at is null and o.received_at is not null))
               or exists (select 1 from directive.task t where t.root_id = r.root_id and t.unit_id = r.unit_id
                          and t.settled_at is null and t.withdrawn_at is null) as unfinished
        from directive.recipient r
        join directive.directive d on d.id = r.directive_id
        left join unit.v_place p on p.unit_id = r.from_unit_id and p.valid @> ${day}::date
        where r.unit_id = any (${unitIds}::uuid[]) and r.ended_at is null
        order by r.reached_at, r.directive_id, r.unit_id for update of r`,
  );

/** Families that a unit is in already: a letter of it holds there, or it sent one itself. */
export const listInFamily = (
  db: Db,
  unitIds: readonly string[],
  rootIds: readonly string[],
): Promise<{ unitId: string; rootId: string }[]> =>
  rows(
    db,
    sql`select distinct unit_id, root_id from directive.recipient
        where unit_id = any (${unitIds}::uuid[]) and root_id = any (${rootIds}::uuid[]) and ended_at is null
        union
        select unit_id, root_id from directive.directive
        where unit_id = any (${unitIds}::uuid[]) and root_id = any (${rootIds}::uuid[]) and state = 'issued'`,
  );

/** Who stands for these units on the day (each for itself while it stands), and the union directly above that one. */
export const listStanding = (
  db: Db,
  unitIds: readonly string[],
  day: string,
): Promise<{ unitId: string; standingId: string; parentId: string | null }[]> =>
  rows(
    db,
    sql`select c.unit_id, c.credit_unit_id as standing_id, p.parent_id
        from unit.v_credit c
        join unit.v_place p on p.unit_id = c.credit_unit_id and p.valid @> ${day}::date
        where c.unit_id = any (${unitIds}::uuid[]) and c.valid @> ${day}::date`,
  );

export interface OpenTask {
  readonly id: string;
  readonly rootId: string;
  readonly directiveId: string;
  readonly unitId: string;
  readonly ordinal: number;
  readonly duty: Duty;
  readonly dueOn: string | null;
}

/** Duties these units still owe, locked, those due first at the front. */
export const lockOpenTasks = (tx: Tx, unitIds: readonly string[]): Promise<OpenTask[]> =>
  rows<OpenTask>(
    tx,
    sql`select id, root_id, directive_id, unit_id, ordinal, duty, due_on from directive.task
        where unit_id = any (${unitIds}::uuid[]) and settled_at is null and withdrawn_at is null
        order by due_on nulls last, id for update`,
  );

/** A row by its key. */
export interface RowKey {
  readonly directiveId: string;
  readonly unitId: string;
}
export const keys = (of: readonly RowKey[]) => sql`
  unnest(${of.map(({ directiveId }) => directiveId)}::uuid[], ${of.map(({ unitId }) => unitId)}::uuid[])
    as o (directive_id, unit_id)`;

/** The letters hold there no more, since `endedAt` where that is known, else from now on. */
export const setEnded = (
  tx: Tx,
  of: readonly (RowKey & { readonly endedAt?: string | null })[],
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient r set ended_at = greatest(r.reached_at, coalesce(o.ended_at, ${now}::timestamptz))
        from unnest(${of.map(({ directiveId }) => directiveId)}::uuid[], ${of.map(({ unitId }) => unitId)}::uuid[],
                    ${of.map(({ endedAt }) => endedAt ?? null)}::timestamptz[]) as o (directive_id, unit_id, ended_at)
        where r.directive_id = o.directive_id and r.unit_id = o.unit_id and r.ended_at is null`,
  );

/** They hold there again. */
export const setRunning = (tx: Tx, of: readonly RowKey[]): Promise<number> =>
  execute(
    tx,
    sql`update directive.recipient r set ended_at = null
        from ${keys(of)} where r.directive_id = o.directive_id and r.unit_id = o.unit_id`,
  );

/** Where tasks stand now: a letter that came later may have worded them anew. */
export const listWorded = (db: Db, ids: readonly string[]): Promise<(RowKey & { id: string })[]> =>
  rows(db, sql`select id, directive_id, unit_id from directive.task where id = any (${ids}::uuid[])`);

/** Which of the rows handed over somebody answered: confirmed, spread, passed on, or did a duty of. */
export const listAnswered = (db: Db, of: readonly RowKey[], taskIds: readonly string[]): Promise<RowKey[]> =>
  rows<RowKey>(
    db,
    sql`select r.directive_id, r.unit_id from directive.recipient r
        join ${keys(of)} on r.directive_id = o.directive_id and r.unit_id = o.unit_id
        where num_nonnulls(r.received_at, r.disseminated_at, r.passed_on_at) > 0
           or exists (select 1 from directive.dissemination s
                      where s.directive_id = r.directive_id and s.unit_id = r.unit_id)
           or exists (select 1 from directive.task t
                      where t.root_id = r.root_id and t.unit_id = r.unit_id and t.id = any (${taskIds}::uuid[])
                        and (t.settled_at is not null
                             or exists (select 1 from directive.evidence e where e.task_id = t.id)
                             or exists (select 1 from directive.task_step s
                                        where s.task_id = t.id and s.state = 'settled')))
           or exists (select 1 from directive.task t
                      where t.directive_id = r.directive_id and t.unit_id = r.unit_id
                        and not t.id = any (${taskIds}::uuid[]))`,
  );

/** Letters among these that were changed or recalled. */
export const countOvertaken = async (db: Db, directiveIds: readonly string[]): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*)::int as n from directive.directive d
          where d.id = any (${directiveIds}::uuid[])
            and (exists (select 1 from directive.recall r where r.directive_id = d.id)
                 or exists (select 1 from directive.directive n
                            where n.of_id = d.id and n.state = 'issued' and n.relation in ('amend', 'replace')))`,
    )
  )?.n ?? 0;

/** Letters that reached these units otherwise than by the decision, and letters of their own. */
export const countOwnLetters = async (
  db: Db,
  unitIds: readonly string[],
  decisionId: string,
): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select ((select count(*) from directive.recipient r
                   where r.unit_id = any (${unitIds}::uuid[]) and r.handed_over is distinct from ${decisionId}::uuid)
                + (select count(*) from directive.directive d where d.unit_id = any (${unitIds}::uuid[])))::int as n`,
    )
  )?.n ?? 0;
