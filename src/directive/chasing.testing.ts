// Orders for tests of chasing, written straight to the tables: letters of a family, rows, duties with their steps.
import type { World } from "../../test/world.ts";
import type { Duty } from "../document/schema.ts";
import { execute, sql, type Tx, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";

export interface LetterFacts {
  readonly id: string;
  readonly unitId: string;
  readonly rootId: string;
  readonly issuedAt: string;
  readonly relation: "first" | "reissue";
  readonly parentId: string | null;
  readonly recalledAt: string | null;
}

export interface RowFacts {
  readonly directiveId: string;
  readonly rootId: string;
  readonly unitId: string;
  readonly fromUnitId: string;
  readonly reachedAt: string;
  readonly receiveBy: string | null;
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly passedOnAt: string | null;
  readonly endedAt: string | null;
}

export interface StepFacts {
  readonly at: string;
  readonly state: "open" | "settled" | "withdrawn";
  readonly dueOn: string | null;
}

export interface TaskFacts {
  readonly id: string;
  readonly directiveId: string;
  readonly rootId: string;
  readonly unitId: string;
  readonly duty: Duty;
  /** In the order of time, at least one. */
  readonly steps: readonly StepFacts[];
}

export interface History {
  readonly letters: readonly LetterFacts[];
  readonly rows: readonly RowFacts[];
  readonly tasks: readonly TaskFacts[];
}

const CONFIRMED = {
  kind: "cong-van",
  addressees: [],
  bases: [],
  instructions: [],
  targets: [],
  recipients: [],
};
const FIRST = "2021-01-01T00:00:00.000Z";

async function writeLetter(tx: Tx, campaignId: string, letter: LetterFacts): Promise<void> {
  const documentId = newId();
  await execute(
    tx,
    sql`insert into document.document (id, unit_id, kind, number, notation, issued_on, subject, confirmed, created_at)
        values (${documentId}, ${letter.unitId}, 'cong-van', ${letter.id.slice(-6)}, 'LĐLĐ', '2021-01-18', 'tuyên truyền',
                ${JSON.stringify(CONFIRMED)}::jsonb, ${letter.issuedAt})`,
  );
  await execute(
    tx,
    sql`insert into directive.directive (id, campaign_id, document_id, unit_id, title, state, issued_at, created_at,
                                         root_id, parent_id, relation)
        values (${letter.id}, ${campaignId}, ${documentId}, ${letter.unitId}, ${`Công văn của ${letter.unitId.slice(-2)}`},
                'issued', ${letter.issuedAt}, ${letter.issuedAt}, ${letter.rootId}, ${letter.parentId}, ${letter.relation})`,
  );
  if (letter.recalledAt !== null)
    await execute(
      tx,
      sql`insert into directive.recall (directive_id, reason, recalled_at)
          values (${letter.id}, 'Ban hành nhầm', ${letter.recalledAt})`,
    );
}

async function writeTask(tx: Tx, task: TaskFacts): Promise<void> {
  const last = task.steps.at(-1);
  if (last === undefined) throw new Error("a task has a step");
  await execute(
    tx,
    sql`insert into directive.task (id, directive_id, root_id, unit_id, ordinal, duty, due_on, settled_at, withdrawn_at)
        values (${task.id}, ${task.directiveId}, ${task.rootId}, ${task.unitId}, 1, ${task.duty}, ${last.dueOn},
                ${last.state === "settled" ? last.at : null}, ${last.state === "withdrawn" ? last.at : null})`,
  );
  for (const step of task.steps)
    await execute(
      tx,
      sql`insert into directive.task_step (task_id, at, state, due_on)
          values (${task.id}, ${step.at}, ${step.state}, ${step.dueOn})`,
    );
}

/** Writes a history as it stands at its end, in a campaign of its own that `leadId` leads. */
export async function writeHistory(world: World, leadId: string, history: History): Promise<void> {
  await transaction(world.pool, async (tx) => {
    const campaignId = newId();
    await execute(
      tx,
      sql`insert into campaign.campaign (id, unit_id, programme, edition, name, year, period, unit_rule, created_at)
          values (${campaignId}, ${leadId}, 'Hành trình Đỏ', 9, 'Hành trình Đỏ lần thứ IX', 2021,
                  daterange('2021-01-01', '2022-01-01'), 'bag', ${FIRST})`,
    );
    for (const letter of history.letters) await writeLetter(tx, campaignId, letter);
    for (const row of history.rows)
      await execute(
        tx,
        sql`insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at, receive_by,
                                             received_at, disseminated_at, passed_on_at, ended_at)
            values (${row.directiveId}, ${row.rootId}, ${row.unitId}, ${row.fromUnitId}, '', ${row.reachedAt},
                    ${row.receiveBy}, ${row.receivedAt}, ${row.disseminatedAt}, ${row.passedOnAt}, ${row.endedAt})`,
      );
    for (const task of history.tasks) await writeTask(tx, task);
  });
}

export const letterOf = (unitId: string, over: Partial<LetterFacts> = {}): LetterFacts => {
  const id = newId();
  return {
    id,
    unitId,
    rootId: id,
    issuedAt: "2021-01-18T02:00:00.000Z",
    relation: "first",
    parentId: null,
    recalledAt: null,
    ...over,
  };
};

export const rowOf = (letter: LetterFacts, unitId: string, over: Partial<RowFacts> = {}): RowFacts => ({
  directiveId: letter.id,
  rootId: letter.rootId,
  unitId,
  fromUnitId: letter.unitId,
  reachedAt: letter.issuedAt,
  receiveBy: null,
  receivedAt: null,
  disseminatedAt: null,
  passedOnAt: null,
  endedAt: null,
  ...over,
});

/** An open task worded by the row's letter, since the row reached the unit. */
export const taskOf = (row: RowFacts, duty: Duty, dueOn: string | null): TaskFacts => ({
  id: newId(),
  directiveId: row.directiveId,
  rootId: row.rootId,
  unitId: row.unitId,
  duty,
  steps: [{ at: row.reachedAt, state: "open", dueOn }],
});
