// Use cases of what letters rest on (căn cứ): records of other bodies' documents with their file, links to our own.
import type { WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { searchKey, toNfc } from "../../platform/pure/text-vi.ts";
import type { Citation, Letter } from "../schema.ts";
import {
  type Cited,
  keepExternal,
  listCitations,
  listCited,
  lockExternal,
  replaceCitations,
  setExternalFileId,
} from "../store/external.ts";
import { listFiles } from "../store/files.ts";

type Base = Letter["bases"][number];

/**
 * Writes what each base of a letter stands for: one of `citedIds` (documents issued here that the letter may name),
 * else the unit's record of another body's document, made here; a base without a number stands for nothing. Again for
 * a draft saved again. Asks nobody's authority and writes no audit row.
 */
export async function saveCitations(
  ctx: WriteCtx,
  documentId: string,
  unitId: string,
  bases: readonly Base[],
  citedIds: readonly string[],
): Promise<void> {
  const cited = citedIds.length === 0 ? [] : await listCited(ctx.tx, citedIds);
  const citations: { ordinal: number; externalId: string | null; citedId: string | null }[] = [];
  for (const [index, base] of bases.entries()) {
    const ordinal = index + 1;
    const own = cited.find((document) => document.id !== documentId && names(base, document));
    if (own !== undefined) citations.push({ ordinal, externalId: null, citedId: own.id });
    else if (base.number !== undefined) {
      const facts = { id: ctx.newId(), unitId, kind: base.kind, number: toNfc(base.number) };
      const { issuedOn = null, issuer = null, title = null } = base;
      const externalId = await keepExternal(ctx.tx, { ...facts, issuedOn, issuer, title }, ctx.now);
      citations.push({ ordinal, externalId, citedId: null });
    }
  }
  await replaceCitations(ctx.tx, documentId, citations);
}

const bare = (number: string): string => searchKey(number).replace(/[^a-z0-9]/g, "");

/** "610/LĐLĐ" or "610-LĐLĐ" names 610 of notation LĐLĐ; letters of sections bear no number and are named by day. */
function names(base: Base, { number, notation, issuedOn }: Cited): boolean {
  if (base.issuedOn !== undefined && issuedOn !== null && base.issuedOn !== issuedOn) return false;
  if (number === null) return base.number === undefined && base.issuedOn !== undefined && issuedOn !== null;
  return base.number !== undefined && bare(base.number) === bare(`${number}${notation ?? ""}`);
}

/** The bases of a document in its own words, with what is known of each. */
export const citationsOf = (db: Db, documentId: string): Promise<Citation[]> => listCitations(db, documentId);

/** Puts a kept file beside the record of another body's document; another one takes its place. */
export async function setExternalFile(
  ctx: WriteCtx,
  unitId: string,
  externalId: string,
  fileId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const external = await lockExternal(ctx.tx, externalId, unitId);
  if (external === undefined) throw notFound("external-document");
  if (external.fileId === fileId) {
    ctx.unchanged();
    return { id: externalId };
  }
  const [file] = await listFiles(ctx.tx, [fileId]);
  if (file?.unitId !== unitId) throw notFound("file");
  await setExternalFileId(ctx.tx, externalId, fileId);
  await ctx.audit({
    subject: { kind: "external-document", id: externalId },
    unitId,
    detail: { file: fileId },
  });
  return { id: externalId };
}
