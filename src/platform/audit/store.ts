// The audit trail: one row for each change of state, written in its transaction, never changed after.
import type { AuditEntry } from "../contract/context.ts";
import { lastly, send, sql, type Tx } from "../db/sql.ts";

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actor: string | null;
  readonly entry: AuditEntry;
}

/**
 * Writes the row unchained, with all others of the transaction before it commits; the sealer chains it within a second or
 * two. Rows are counted in shards that writers share: counted earlier, two who wait for each other's seat would never end.
 */
export async function writeAudit(tx: Tx, row: AuditRow): Promise<void> {
  lastly(tx, writeAll, row);
}

const writeAll = (tx: Tx, rows: readonly AuditRow[]): void => {
  const told = rows.map(({ id, at, operation, actor, entry: { subject, unitId = null, detail = {} } }) => ({
    ...{ id, at, operation, actor },
    ...{ subject_kind: subject.kind, subject_id: subject.id, unit_id: unitId, detail },
  }));
  send(
    tx,
    sql`insert into platform.audit_entry (id, at, operation, actor, subject_kind, subject_id, unit_id, detail)
        select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (
          id uuid, at timestamptz, operation text, actor uuid, subject_kind text, subject_id uuid, unit_id uuid, detail jsonb)`,
    "audit-write",
  );
};
