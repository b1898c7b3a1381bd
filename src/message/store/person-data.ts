// SQL of what was written to one person: when and about what, never what it said.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface WrittenTo {
  readonly template: string;
  readonly state: "queued" | "sent" | "failed" | "dropped";
  readonly at: string;
}

/** Newest first, at most 100. */
export const listWrittenTo = (db: Db, personId: string): Promise<WrittenTo[]> =>
  rows(
    db,
    sql`select template, state, coalesce(sent_at, created_at) as at from message.outbox
        where person_id = ${personId} order by id desc limit 100`,
  );

/** Who of these was written to. */
export const findWrittenTo = async (db: Db, personIds: readonly string[]): Promise<string[]> =>
  (
    await rows<{ personId: string }>(
      db,
      sql`select distinct person_id from message.outbox where person_id = any (${personIds}::uuid[])`,
    )
  ).map(({ personId }) => personId);

/** What still waits for them will not leave; what left keeps its day and nothing else. */
export async function emptyMessages(tx: Tx, personId: string): Promise<void> {
  await execute(
    tx,
    sql`update message.outbox set state = 'dropped', reason = 'person-gone', secrets = '{}'
        where person_id = ${personId} and state = 'queued'`,
  );
  await execute(
    tx,
    sql`update message.outbox set params = '{}', secrets = '{}' where person_id = ${personId}`,
  );
}
