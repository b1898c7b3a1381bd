// Files that show or say something: evidence of a duty done, and what a letter carries.
import { cleanPhoto } from "../../document/rules/photo/clean.ts";
import type { FileView } from "../../document/schema.ts";
import { mediaTypeOf } from "../../document/service/files/form.ts";
import { keepFile, readFileOf, readFileOfDocument, removeFile } from "../../document/service/files.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { FileBody } from "../../platform/contract/shapes.ts";
import { directiveProblem } from "../schema.ts";
import {
  countEvidence,
  findEvidence,
  insertEvidence,
  lockTaskOf,
  markEvidenceRemoved,
} from "../store/evidence.ts";
import { getSeen } from "./read.ts";

/** Six tell what happened; more is an album, and the disk is shared. */
const MOST_EVIDENCE = 6;

/**
 * Keeps a photo or PDF beside a duty of the unit, open or settled. What a photo says of place, time and device is taken
 * out first; a PDF is kept as it is. The same id with the same file again answers as done.
 */
export async function addEvidence(
  ctx: WriteCtx,
  { unitId, taskId, fileId }: { readonly unitId: string; readonly taskId: string; readonly fileId: string },
  body: FileBody,
): Promise<FileView> {
  await ctx.allow({ unit: unitId });
  const task = await lockTaskOf(ctx.tx, taskId, unitId);
  if (task === undefined || task.withdrawn) throw notFound("task");
  const { mediaType, bytes } = shown(body.bytes);
  const known = await findEvidence(ctx.tx, fileId, taskId, unitId);
  if (known === undefined && (await countEvidence(ctx.tx, taskId)) >= MOST_EVIDENCE) {
    throw directiveProblem("too-many-files", { most: MOST_EVIDENCE });
  }
  const { file, kept } = await keepFile(ctx, { id: fileId, unitId, name: body.name, mediaType, bytes });
  if (known !== undefined) {
    ctx.unchanged();
    return file;
  }
  // A file of a letter cannot be evidence as well: it could then never be taken away.
  if (!kept) throw new Problem("key-reused", 409);
  await insertEvidence(ctx.tx, { fileId, taskId, now: ctx.now, by: accountId(ctx) });
  await ctx.audit({
    subject: { kind: "task", id: taskId },
    unitId,
    detail: { evidence: fileId, size: file.size },
  });
  return file;
}

function shown(bytes: Uint8Array) {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === "application/pdf") return { mediaType, bytes };
  if (mediaType !== "image/jpeg" && mediaType !== "image/png") throw directiveProblem("file-form");
  const photo = cleanPhoto(mediaType, bytes);
  if (photo === undefined) throw directiveProblem("file-form");
  return { mediaType, bytes: photo };
}

/** Takes it away for good. Away already is done. */
export async function removeEvidence(
  ctx: WriteCtx,
  { unitId, taskId, fileId }: { readonly unitId: string; readonly taskId: string; readonly fileId: string },
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  if ((await lockTaskOf(ctx.tx, taskId, unitId)) === undefined) throw notFound("task");
  const known = await findEvidence(ctx.tx, fileId, taskId, unitId);
  if (known === undefined) throw notFound("file");
  if (known.removedAt !== null) {
    ctx.unchanged();
    return { id: fileId };
  }
  await markEvidenceRemoved(ctx.tx, fileId, ctx.now);
  await removeFile(ctx, fileId);
  await ctx.audit({ subject: { kind: "task", id: taskId }, unitId, detail: { removed: fileId } });
  return { id: fileId };
}

/** For the unit and the levels above it; throws not-found. */
export async function readEvidence(
  ctx: Ctx,
  { unitId, taskId, fileId }: { readonly unitId: string; readonly taskId: string; readonly fileId: string },
): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const known = await findEvidence(ctx.db, fileId, taskId, unitId);
  if (known === undefined || known.removedAt !== null) throw notFound("file");
  return readFileOf(ctx.db, unitId, fileId);
}

/** A file of a letter or of a document it rests on, for a unit that may look at the letter; throws not-found. */
export async function letterFileOf(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  fileId: string,
): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  return readFileOfDocument(ctx.db, directive.documentId, fileId);
}
