// The audit trail: one row for each change of state, written in its transaction, never changed after.
import type { AuditEntry } from "../contract/context.ts";
import { send, sql, type Tx } from "../db/sql.ts";

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actor: string | null;
  readonly entry: AuditEntry;
}

/** Writes the row unchained, before the transaction ends; the sealer chains it within a second or two. */
export async function writeAudit(tx: Tx, { id, at, operation, actor, entry }: AuditRow): Promise<void> {
  send(
    tx,
    sql`insert into platform.audit_entry (id, at, operation, actor, subject_kind, subject_id, unit_id, detail)
        values (${id}, ${at}, ${operation}, ${actor}, ${entry.subject.kind}, ${entry.subject.id},
                ${entry.unitId ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`,
    "audit-write",
  );
}
