// SQL of evidence: the photos and scans that show a duty was done.
import type { FileView } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

/** The unit's own task, locked so that its evidence is counted by one at a time. */
export const lockTaskOf = (
  tx: Tx,
  taskId: string,
  unitId: string,
): Promise<{ id: string; withdrawn: boolean } | undefined> =>
  row(
    tx,
    sql`select id, withdrawn_at is not null and settled_at is null as withdrawn from directive.task
        where id = ${taskId} and unit_id = ${unitId} for update`,
  );

export interface EvidenceRow {
  readonly taskId: string;
  readonly removedAt: string | null;
}

/** Of a task of that unit; also one taken away. */
export const findEvidence = (
  db: Db,
  fileId: string,
  taskId: string,
  unitId: string,
): Promise<EvidenceRow | undefined> =>
  row<EvidenceRow>(
    db,
    sql`select e.task_id, e.removed_at from directive.evidence e join directive.task t on t.id = e.task_id
        where e.file_id = ${fileId} and e.task_id = ${taskId} and t.unit_id = ${unitId}`,
  );

export const countEvidence = async (db: Db, taskId: string): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*) as n from directive.evidence where task_id = ${taskId} and removed_at is null`,
    )
  )?.n ?? 0;

export const insertEvidence = (
  tx: Tx,
  evidence: { fileId: string; taskId: string; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.evidence (file_id, task_id, added_at, added_by)
        values (${evidence.fileId}, ${evidence.taskId}, ${evidence.now}, ${evidence.by})`,
  );

export const markEvidenceRemoved = (tx: Tx, fileId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update directive.evidence set removed_at = ${now} where file_id = ${fileId} and removed_at is null`,
  );

/** What is there of each task, in the order it was added; tasks without any are absent. */
export const evidenceOf = async (
  db: Db,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, FileView[]>> => {
  if (taskIds.length === 0) return new Map();
  const found = await rows<FileView & { taskId: string }>(
    db,
    sql`select e.task_id, f.file_id as id, f.name, f.media_type, f.size, f.sha256
        from directive.evidence e join document.v_file f on f.file_id = e.file_id
        where e.task_id = any(${taskIds}::uuid[]) and e.removed_at is null
        order by e.added_at, e.file_id`,
  );
  const byTask = new Map<string, FileView[]>();
  for (const { taskId, ...file } of found) {
    const files = byTask.get(taskId);
    if (files) files.push(file);
    else byTask.set(taskId, [file]);
  }
  return byTask;
};
