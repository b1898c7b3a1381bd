// SQL of hand-overs: one row for each capability that holds something, waiting for its day or done.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Change } from "../rules/decide.ts";

export interface TransferRow {
  readonly participant: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
  readonly journal: unknown;
}

/** Without their journals, which name everybody they moved. */
export const listTransfers = (db: Db, decisionId: string): Promise<Omit<TransferRow, "journal">[]> =>
  rows(
    db,
    sql`select participant, due_on, done_at from unit.transfer
        where decision_id = ${decisionId} order by due_on, participant`,
  );

/** Waits for whoever is handing over at this moment. */
export const lockTransfers = (tx: Tx, decisionId: string): Promise<TransferRow[]> =>
  rows(
    tx,
    sql`select participant, due_on, done_at, journal from unit.transfer
        where decision_id = ${decisionId} order by participant for update`,
  );

export const insertTransfer = (
  tx: Tx,
  decisionId: string,
  participant: string,
  dueOn: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into unit.transfer (decision_id, participant, due_on)
        values (${decisionId}, ${participant}, ${dueOn})`,
  );

export const setDone = (
  tx: Tx,
  decisionId: string,
  participant: string,
  now: string,
  journal: unknown,
): Promise<number> =>
  execute(
    tx,
    sql`update unit.transfer set done_at = ${now}, journal = ${JSON.stringify(journal ?? null)}::jsonb
        where decision_id = ${decisionId} and participant = ${participant}`,
  );

export const setTransfersUndone = (tx: Tx, decisionId: string, now: string): Promise<number> =>
  execute(tx, sql`update unit.transfer set undone_at = ${now} where decision_id = ${decisionId}`);

/** Whose hand-overs are due, in the order the decisions were applied. */
export const listDue = (db: Db, today: string) =>
  rows<{ decisionId: string; participant: string }>(
    db,
    sql`select t.decision_id, t.participant from unit.transfer t
        join unit.decision d on d.id = t.decision_id and d.state = 'applied'
        where t.done_at is null and t.undone_at is null and t.due_on <= ${today}
        order by t.due_on, d.applied_no`,
  );

/** The change to hand over, if it still waits and nobody else is at it. */
export const takeDue = (tx: Tx, decisionId: string, participant: string) =>
  row<{ change: Change }>(
    tx,
    sql`select d.change from unit.transfer t
        join unit.decision d on d.id = t.decision_id and d.state = 'applied'
        where t.decision_id = ${decisionId} and t.participant = ${participant}
          and t.done_at is null and t.undone_at is null
        for update of t skip locked`,
  );
