// SQL of files kept beside letters and duties, and of what a letter carries.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Attachment, AttachmentRole, FileView } from "../schema.ts";

/** A file's row; `sha256` in hex. */
export interface FileRow extends FileView {
  readonly unitId: string;
}

const FILE = sql`f.id, f.name, f.media_type, f.size, encode(f.sha256, 'hex') as sha256`;

/** The bytes once, however many files have them. */
export const keepContent = (tx: Tx, sha256: Uint8Array, bytes: Uint8Array): Promise<number> =>
  execute(
    tx,
    sql`insert into document.content as kept (sha256, bytes) values (${sha256}, ${bytes})
        on conflict (sha256) do update set bytes = excluded.bytes where kept.bytes is null`,
  );

/** Answers 0 when a file of this id exists already. */
export const insertFile = (
  tx: Tx,
  file: Omit<FileRow, "sha256"> & { sha256: Uint8Array; now: string; by: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`insert into document.file (id, unit_id, name, media_type, size, sha256, created_at, created_by)
        values (${file.id}, ${file.unitId}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256},
                ${file.now}, ${file.by})
        on conflict (id) do nothing`,
  );

/** Also one taken away, whose id stays used. */
export const findFileEver = (
  db: Db,
  fileId: string,
): Promise<(FileRow & { removedAt: string | null }) | undefined> =>
  row(db, sql`select ${FILE}, f.unit_id, f.removed_at from document.file f where f.id = ${fileId}`);

/** Those of `ids` that are there, in no order. */
export const listFiles = (db: Db, ids: readonly string[]): Promise<FileRow[]> =>
  rows<FileRow>(
    db,
    sql`select ${FILE}, f.unit_id from document.file f
        where f.id = any(${ids}::uuid[]) and f.removed_at is null`,
  );

export interface WholeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const findWholeFile = (db: Db, fileId: string, unitId: string): Promise<WholeFile | undefined> =>
  row<WholeFile>(
    db,
    sql`select f.name, f.media_type, c.bytes
        from document.file f join document.content c on c.sha256 = f.sha256
        where f.id = ${fileId} and f.unit_id = ${unitId} and f.removed_at is null`,
  );

/** A file that the document carries, or that of a document it rests on. */
export const findFileOfDocument = (
  db: Db,
  documentId: string,
  fileId: string,
): Promise<WholeFile | undefined> =>
  row<WholeFile>(
    db,
    sql`select f.name, f.media_type, c.bytes
        from document.file f join document.content c on c.sha256 = f.sha256
        where f.id = ${fileId} and f.removed_at is null
          and (exists (select 1 from document.attachment a
                       where a.document_id = ${documentId} and a.file_id = f.id)
               or exists (select 1 from document.citation t join document.external e on e.id = t.external_id
                          where t.document_id = ${documentId} and e.file_id = f.id))`,
  );

/** Bytes of the unit's files kept since an instant. */
export const sumFiles = async (db: Db, unitId: string, since: string): Promise<number> =>
  (
    await row<{ bytes: number }>(
      db,
      sql`select coalesce(sum(size), 0) as bytes from document.file
          where unit_id = ${unitId} and created_at >= ${since} and removed_at is null`,
    )
  )?.bytes ?? 0;

/** True when a letter, or the record of another body's document, holds the file. */
export const isHeld = async (db: Db, fileId: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from document.attachment where file_id = ${fileId}
        union all select 1 from document.external where file_id = ${fileId} limit 1`,
  )) !== undefined;

/** Takes a file away, and its bytes too when no other file has them. Answers 0 when it was taken away before. */
export const markRemoved = async (tx: Tx, fileId: string, now: string): Promise<number> => {
  const removed = await execute(
    tx,
    sql`update document.file set removed_at = ${now} where id = ${fileId} and removed_at is null`,
  );
  await execute(
    tx,
    sql`update document.content c set bytes = null
        where c.sha256 = (select sha256 from document.file where id = ${fileId})
          and not exists (select 1 from document.file f where f.sha256 = c.sha256 and f.removed_at is null)`,
  );
  return removed;
};

/** Answers how many were not attached yet. */
export const insertAttachments = (
  tx: Tx,
  documentId: string,
  files: readonly { fileId: string; role: AttachmentRole }[],
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into document.attachment (document_id, file_id, role, added_at)
        select ${documentId}, a.file_id, a.role, ${now}
        from unnest(${files.map(({ fileId }) => fileId)}::uuid[], ${files.map(({ role }) => role)}::text[])
             as a (file_id, role)
        on conflict (document_id, file_id) do nothing`,
  );

/** Lets go of what a draft carried and does no more; the signed scan stays. */
export const deleteOtherAttachments = (
  tx: Tx,
  documentId: string,
  keep: readonly { fileId: string; role: AttachmentRole }[],
): Promise<number> =>
  execute(
    tx,
    sql`delete from document.attachment a
        where a.document_id = ${documentId} and a.role <> 'signed'
          and not exists (
            select 1 from unnest(${keep.map(({ fileId }) => fileId)}::uuid[],
                                 ${keep.map(({ role }) => role)}::text[]) as k (file_id, role)
            where k.file_id = a.file_id and k.role = a.role)`,
  );

/** In the order they were added. */
export const listAttachments = (db: Db, documentId: string): Promise<Attachment[]> =>
  rows<Attachment>(
    db,
    sql`select ${FILE}, a.role, a.added_at
        from document.attachment a join document.file f on f.id = a.file_id
        where a.document_id = ${documentId} and f.removed_at is null order by a.added_at, f.id`,
  );
