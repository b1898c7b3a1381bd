// SQL of what letters rest on: documents of other bodies, and letters issued here.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Citation, DocumentKind } from "../schema.ts";

export interface ExternalFacts {
  readonly id: string;
  readonly unitId: string;
  readonly kind: DocumentKind;
  /** Whole: "204/KH-BCĐ". */
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/** The unit's one record of that number and day, made or told more of; answers its id. */
export const keepExternal = async (tx: Tx, facts: ExternalFacts, now: string): Promise<string> => {
  const kept = await row<{ id: string }>(
    tx,
    sql`insert into document.external as known (id, unit_id, kind, number, issued_on, issuer, title, created_at)
        values (${facts.id}, ${facts.unitId}, ${facts.kind}, ${facts.number}, ${facts.issuedOn}, ${facts.issuer},
                ${facts.title}, ${now})
        on conflict on constraint external_once do update
        set kind = excluded.kind, issuer = coalesce(excluded.issuer, known.issuer),
            title = coalesce(excluded.title, known.title)
        returning id`,
  );
  return kept?.id ?? facts.id;
};

export const replaceCitations = async (
  tx: Tx,
  documentId: string,
  citations: readonly { ordinal: number; externalId: string | null; citedId: string | null }[],
): Promise<void> => {
  await execute(tx, sql`delete from document.citation where document_id = ${documentId}`);
  if (citations.length === 0) return;
  await execute(
    tx,
    sql`insert into document.citation (document_id, ordinal, external_id, cited_id)
        select ${documentId}, c.ordinal, c.external_id, c.cited_id
        from unnest(${citations.map(({ ordinal }) => ordinal)}::int[],
                    ${citations.map(({ externalId }) => externalId)}::uuid[],
                    ${citations.map(({ citedId }) => citedId)}::uuid[]) as c (ordinal, external_id, cited_id)`,
  );
};

export interface Cited {
  readonly id: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly issuedOn: string | null;
}

export const listCited = (db: Db, ids: readonly string[]): Promise<Cited[]> =>
  rows<Cited>(
    db,
    sql`select id, number, notation, issued_on from document.document where id = any(${ids}::uuid[])`,
  );

type CitationRow = Omit<Citation, "file"> & {
  readonly fileId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** The bases in the letter's own words and order, with what is known of each. */
export const listCitations = async (db: Db, documentId: string): Promise<Citation[]> => {
  const found = await rows<CitationRow>(
    db,
    sql`select b.ordinal::int as ordinal, b.base->>'kind' as kind, b.base->>'number' as number,
               b.base->>'issuedOn' as issued_on, b.base->>'issuer' as issuer, b.base->>'title' as title,
               c.external_id, c.cited_id as document_id,
               f.id as file_id, f.name, f.media_type, f.size, encode(f.sha256, 'hex') as sha256
        from document.document d
        cross join lateral jsonb_array_elements(coalesce(d.confirmed->'bases', '[]'::jsonb))
          with ordinality as b (base, ordinal)
        left join document.citation c on c.document_id = d.id and c.ordinal = b.ordinal
        left join document.external e on e.id = c.external_id
        left join document.file f on f.id = e.file_id and f.removed_at is null
        where d.id = ${documentId} order by b.ordinal`,
  );
  return found.map(({ fileId, name, mediaType, size, sha256, ...citation }) => ({
    ...citation,
    file: fileId === null ? null : { id: fileId, name, mediaType, size, sha256 },
  }));
};

export const lockExternal = (
  tx: Tx,
  externalId: string,
  unitId: string,
): Promise<{ id: string; fileId: string | null } | undefined> =>
  row(
    tx,
    sql`select id, file_id from document.external where id = ${externalId} and unit_id = ${unitId} for update`,
  );

export const setExternalFileId = (tx: Tx, externalId: string, fileId: string): Promise<number> =>
  execute(tx, sql`update document.external set file_id = ${fileId} where id = ${externalId}`);
