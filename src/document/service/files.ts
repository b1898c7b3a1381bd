// Use cases of files: kept by the unit that sent them in, carried by letters, handed out as they came.
import { createHash } from "node:crypto";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { FileBody } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { type Attachment, type AttachmentRole, documentProblem, type FileView } from "../schema.ts";
import {
  deleteOtherAttachments,
  type FileRow,
  findFileEver,
  findFileOfDocument,
  findWholeFile,
  insertAttachments,
  insertFile,
  isHeld,
  keepContent,
  listAttachments,
  listFiles,
  markRemoved,
  sumFiles,
  type WholeFile,
} from "../store/files.ts";
import { FORMS, type MediaType, mediaTypeOf } from "./files/form.ts";
import { fileName } from "./files/name.ts";

/**
 * What the files a unit keeps in one calendar year may add up to, bytes: a scanned letter is 1 to 3 MB, a phone's
 * photo 2 to 5. Two requests at one moment may pass it together; it guards the disk, not a right.
 */
export const MOST_YEAR_BYTES = 200_000_000;

/** Keeps a file of a unit. The same id with the same bytes again answers as done, with others `key-reused`. */
export async function addFile(
  ctx: WriteCtx,
  unitId: string,
  fileId: string,
  body: FileBody,
): Promise<FileView> {
  await ctx.allow({ unit: unitId });
  const mediaType = mediaTypeOf(body.bytes);
  if (mediaType === undefined) throw documentProblem("file-form");
  const { file, kept } = await keepFile(ctx, {
    id: fileId,
    unitId,
    name: body.name,
    mediaType,
    bytes: body.bytes,
  });
  if (kept) await ctx.audit({ subject: { kind: "file", id: fileId }, unitId, detail: { size: file.size } });
  else ctx.unchanged();
  return file;
}

export interface NewFile {
  readonly id: string;
  readonly unitId: string;
  /** As it came; it is made harmless here. */
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file for another capability; `kept` is false when it was there already. Asks nobody's authority and writes no
 * audit row: the caller does. Throws `key-reused` and `files-full`.
 */
export async function keepFile(ctx: WriteCtx, given: NewFile): Promise<{ file: FileView; kept: boolean }> {
  const { id, unitId, mediaType, bytes } = given;
  const sha256 = createHash("sha256").update(bytes).digest();
  const known = await findFileEver(ctx.tx, id);
  if (known !== undefined) {
    const same =
      known.unitId === unitId && known.sha256 === sha256.toString("hex") && known.removedAt === null;
    if (!same) throw new Problem("key-reused", 409);
    return { file: viewOf(known), kept: false };
  }
  const year = `${ctx.today.slice(0, 4)}-01-01T00:00:00+07:00`;
  if ((await sumFiles(ctx.tx, unitId, year)) + bytes.length > MOST_YEAR_BYTES) {
    throw documentProblem("files-full", { megabytes: MOST_YEAR_BYTES / 1_000_000 });
  }
  const name = fileName(given.name, FORMS[mediaType]);
  const file = { id, unitId, name, mediaType, size: bytes.length };
  await keepContent(ctx.tx, sha256, bytes);
  if ((await insertFile(ctx.tx, { ...file, sha256, now: ctx.now, by: accountId(ctx) })) === 0) {
    throw new Problem("key-reused", 409);
  }
  return { file: viewOf({ ...file, sha256: sha256.toString("hex") }), kept: true };
}

const viewOf = ({ id, name, mediaType, size, sha256 }: FileRow): FileView => ({
  id,
  name,
  mediaType,
  size,
  sha256,
});

const answerOf = ({ name, mediaType, bytes }: WholeFile): FileAnswer => ({
  fileName: name,
  mediaType,
  content: bytes,
});

/** A file of a unit, as it came; throws not-found. */
export async function getFile(ctx: Ctx, unitId: string, fileId: string): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  return readFileOf(ctx.db, unitId, fileId);
}

/** For another capability that has asked for authority; throws not-found. */
export async function readFileOf(db: Db, unitId: string, fileId: string): Promise<FileAnswer> {
  const found = await findWholeFile(db, fileId, unitId);
  if (found === undefined) throw notFound("file");
  return answerOf(found);
}

/** A file a document carries, or of a document it rests on. The caller has asked who may read it. Throws not-found. */
export async function readFileOfDocument(db: Db, documentId: string, fileId: string): Promise<FileAnswer> {
  const found = await findFileOfDocument(db, documentId, fileId);
  if (found === undefined) throw notFound("file");
  return answerOf(found);
}

/**
 * Takes a file away for good, bytes included unless another file has the same. Not for what a letter carries. Asks
 * nobody's authority. Answers false when it was away already.
 */
export async function removeFile(ctx: WriteCtx, fileId: string): Promise<boolean> {
  if (await isHeld(ctx.tx, fileId)) throw new Error(`file ${fileId} is carried by a document`);
  return (await markRemoved(ctx.tx, fileId, ctx.now)) > 0;
}

export interface Attaching {
  readonly documentId: string;
  /** Whose document it is; the files must be this unit's too. */
  readonly unitId: string;
  readonly files: readonly { readonly fileId: string; readonly role: AttachmentRole }[];
  /** A draft saved again: what it carried and is not named now is let go. The signed scan stays. */
  readonly instead?: boolean;
}

/**
 * Attaches kept files to a document; answers how many were not attached before. A second signed scan violates
 * `attachment_signed_once`. Asks nobody's authority and writes no audit row. Throws not-found for another unit's file.
 */
export async function attachFiles(
  ctx: WriteCtx,
  { documentId, unitId, files, instead = false }: Attaching,
): Promise<number> {
  const once = [...new Map(files.map((file) => [file.fileId, file])).values()];
  const found = await listFiles(
    ctx.tx,
    once.map(({ fileId }) => fileId),
  );
  if (found.filter((file) => file.unitId === unitId).length !== once.length) throw notFound("file");
  if (instead) await deleteOtherAttachments(ctx.tx, documentId, once);
  return once.length === 0 ? 0 : insertAttachments(ctx.tx, documentId, once, ctx.now);
}

/** What a document carries, in the order it was attached. */
export const filesOf = (db: Db, documentId: string): Promise<Attachment[]> => listAttachments(db, documentId);
