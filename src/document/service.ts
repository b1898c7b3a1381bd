// Use cases of documents: keep a letter as an officer confirmed it, with the text it was read from.
import type { WriteCtx } from "../platform/contract/context.ts";
import { notFound, Problem } from "../platform/contract/problem.ts";
import type { Db } from "../platform/db/sql.ts";
import { toNfc } from "../platform/pure/text-vi.ts";
import type { Letter } from "./schema.ts";
import {
  type DocumentRow,
  type FoundDocument,
  findDocument,
  insertDocument,
  markDocumentIssued,
  updateDocument,
} from "./store.ts";

export type { FoundDocument } from "./store.ts";

/** A letter to keep: `unitId` is the unit whose document it is. */
export interface LetterEntry {
  readonly id: string;
  readonly unitId: string;
  readonly letter: Letter;
}

/**
 * Keeps a confirmed letter; an id that a document bears already is `key-reused`, so that no letter is taken for
 * another. Asks nobody's authority: the caller has.
 */
export async function createDocument(ctx: WriteCtx, entry: LetterEntry): Promise<void> {
  if ((await insertDocument(ctx.tx, { ...rowOf(entry), now: ctx.now })) === 0)
    throw new Problem("key-reused", 409);
  await ctx.audit({ subject: { kind: "document", id: entry.id }, unitId: entry.unitId });
}

/** Writes a draft's letter anew. Only for documents not issued yet, which the caller knows; throws not-found. */
export async function correctDocument(ctx: WriteCtx, entry: LetterEntry): Promise<void> {
  if ((await updateDocument(ctx.tx, rowOf(entry))) === 0) throw notFound("document");
  await ctx.audit({ subject: { kind: "document", id: entry.id }, unitId: entry.unitId });
}

/** Header fields and text (`body`); throws not-found. */
export async function getDocument(db: Db, documentId: string): Promise<FoundDocument> {
  const found = await findDocument(db, documentId);
  if (found === undefined) throw notFound("document");
  return found;
}

/**
 * Issues a document: it bears this number and day from now on and never changes again. `body` is what it says where
 * nothing was received (it was drafted here). Asks nobody's authority. Throws not-found where it is issued already.
 */
export async function issueDocument(
  ctx: WriteCtx,
  {
    document,
    number,
    notation,
    issuedOn,
    body,
  }: {
    readonly document: FoundDocument;
    readonly number: string | null;
    readonly notation: string | null;
    readonly issuedOn: string;
    readonly body: string;
  },
): Promise<void> {
  const given = {
    issuedOn,
    ...(number !== null && { number }),
    ...(notation !== null && { notation }),
  };
  const issued = await markDocumentIssued(ctx.tx, {
    id: document.id,
    number,
    notation,
    issuedOn,
    body: document.body ?? body,
    given: JSON.stringify(given),
    now: ctx.now,
  });
  if (issued === 0) throw notFound("document");
  await ctx.audit({
    subject: { kind: "document", id: document.id },
    unitId: document.unitId,
    detail: { number, notation },
  });
}

function rowOf({ id, unitId, letter }: LetterEntry): DocumentRow {
  const { text, spans, warnings, ...confirmed } = letter;
  return {
    id,
    unitId,
    kind: letter.kind ?? "khac",
    number: letter.number ?? null,
    notation: letter.notation ?? null,
    place: letter.place ?? null,
    issuedOn: letter.issuedOn ?? null,
    subject: letter.subject === undefined ? null : toNfc(letter.subject),
    // Spans count in this text: it is kept as it came, and the reader gives NFC.
    body: text === "" ? null : text,
    reading: JSON.stringify({ spans, warnings }),
    confirmed: JSON.stringify(confirmed),
  };
}
