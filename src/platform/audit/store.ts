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

const writeAll = (tx: Tx, rows: readonly AuditRow[]): void =>
  send(
    tx,
    sql`insert into platform.audit_entry (id, at, operation, actor, subject_kind, subject_id, unit_id, detail)
        select * from unnest(
          ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::timestamptz[],
          ${rows.map(({ operation }) => operation)}::text[], ${rows.map(({ actor }) => actor)}::uuid[],
          ${rows.map(({ entry }) => entry.subject.kind)}::text[], ${rows.map(({ entry }) => entry.subject.id)}::uuid[],
          ${rows.map(({ entry }) => entry.unitId ?? null)}::uuid[],
          ${rows.map(({ entry }) => JSON.stringify(entry.detail ?? {}))}::jsonb[])`,
    "audit-write",
  );
