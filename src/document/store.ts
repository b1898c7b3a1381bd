// All SQL of documents.
import { type Db, execute, row, sql, type Tx } from "../platform/db/sql.ts";
import { LetterFields } from "./schema.ts";

export interface DocumentRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly place: string | null;
  readonly issuedOn: string | null;
  readonly subject: string | null;
  /** The text as received. */
  readonly body: string | null;
  /** JSON: what reading left beside the fields, spans and warnings. */
  readonly reading: string;
  /** JSON: the fields as an officer confirmed them. */
  readonly confirmed: string;
}

/** Answers 0 when a document of this id exists already. */
export const insertDocument = (tx: Tx, document: DocumentRow & { now: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into document.document (id, unit_id, kind, number, notation, place, issued_on, subject, body,
                                       reading, confirmed, created_at)
        values (${document.id}, ${document.unitId}, ${document.kind}, ${document.number}, ${document.notation},
                ${document.place}, ${document.issuedOn}, ${document.subject}, ${document.body},
                ${document.reading}::jsonb, ${document.confirmed}::jsonb, ${document.now})
        on conflict (id) do nothing`,
  );

/** Answers how many documents of that id and unit there were: 0 or 1. */
export const updateDocument = (tx: Tx, document: DocumentRow): Promise<number> =>
  execute(
    tx,
    sql`update document.document
        set kind = ${document.kind}, number = ${document.number}, notation = ${document.notation},
            place = ${document.place}, issued_on = ${document.issuedOn}, subject = ${document.subject},
            body = ${document.body}, reading = ${document.reading}::jsonb, confirmed = ${document.confirmed}::jsonb
        where id = ${document.id} and unit_id = ${document.unitId}`,
  );

/** Gives a document what it is issued with, and freezes it. */
export const markDocumentIssued = (
  tx: Tx,
  document: {
    id: string;
    number: string | null;
    notation: string | null;
    issuedOn: string;
    body: string | null;
    /** JSON: the fields among these, for what the officer confirmed. */
    given: string;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`update document.document
        set number = ${document.number}, notation = ${document.notation}, issued_on = ${document.issuedOn},
            body = ${document.body}, confirmed = confirmed || ${document.given}::jsonb, issued_at = ${document.now}
        where id = ${document.id} and issued_at is null`,
  );

export type FoundDocument = Omit<DocumentRow, "reading" | "confirmed"> & {
  readonly letter: LetterFields;
  readonly issuedAt: string | null;
};

export async function findDocument(db: Db, documentId: string): Promise<FoundDocument | undefined> {
  const found = await row<Omit<FoundDocument, "letter"> & { confirmed: unknown }>(
    db,
    sql`select id, unit_id, kind, number, notation, place, issued_on, subject, body, confirmed, issued_at
        from document.document where id = ${documentId}`,
  );
  if (found === undefined) return undefined;
  const { confirmed, ...document } = found;
  return { ...document, letter: LetterFields.parse(confirmed) };
}
