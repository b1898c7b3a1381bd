// SQL of what letters rest on: documents of other bodies, kept by the unit that cites them, and letters issued here.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { FileView } from "../schema.ts";

export interface Cited {
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/** The record of another body's document at the unit, made where there is none; what is known of it already stays. */
export async function keepExternal(
  tx: Tx,
  document: Cited & { id: string; unitId: string; now: string },
): Promise<string> {
  const kept = await row<{ id: string }>(
    tx,
    sql`insert into document.external as e (id, unit_id, kind, number, issued_on, issuer, title, created_at)
        values (${document.id}, ${document.unitId}, ${document.kind}, ${document.number}, ${document.issuedOn},
                ${document.issuer}, ${document.title}, ${document.now})
        on conflict on constraint external_once do update
        set issuer = coalesce(e.issuer, excluded.issuer), title = coalesce(e.title, excluded.title)
        returning e.id`,
  );
  return (kept as { id: string }).id;
}

export async function replaceCitations(
  tx: Tx,
  documentId: string,
  citations: readonly { ordinal: number; externalId: string | null; citedId: string | null }[],
): Promise<void> {
  await execute(tx, sql`delete from document.citation where document_id = ${documentId}`);
  await execute(
    tx,
    sql`insert into document.citation (document_id, ordinal, external_id, cited_id)
        select ${documentId}, c.ordinal, c.external_id, c.cited_id
        from unnest(${citations.map(({ ordinal }) => ordinal)}::int[],
                    ${citations.map(({ externalId }) => externalId)}::uuid[],
                    ${citations.map(({ citedId }) => citedId)}::uuid[]) as c (ordinal, external_id, cited_id)`,
  );
}

export interface CitationRow {
  readonly ordinal: number;
  readonly externalId: string | null;
  readonly documentId: string | null;
  readonly file: FileView | null;
}

/** What is known here of each base that has a record, by its place among the bases. */
export const listCitations = (db: Db, documentId: string): Promise<CitationRow[]> =>
  rows<CitationRow>(
    db,
    sql`select c.ordinal, c.external_id, c.cited_id as document_id,
               case when f.id is not null then json_build_object('id', f.id, 'name', f.name,
                 'mediaType', f.media_type, 'size', f.size, 'sha256', encode(f.sha256, 'hex')) end as file
        from document.citation c
        left join document.external e on e.id = c.external_id
        left join document.file f on f.id = e.file_id
        where c.document_id = ${documentId} order by c.ordinal`,
  );
