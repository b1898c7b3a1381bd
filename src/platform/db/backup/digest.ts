// A digest per table, for comparing two databases: equal digests, equal rows, in whatever order they lie.
import type pg from "pg";
import { fixTextForms, listTables, plain, quote, quoted } from "./structure.ts";

export interface TableDigest {
  /** `schema.name` */
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

/** The digests of all our tables, ordered by name, from one snapshot. */
export async function digestTables(pool: pg.Pool): Promise<TableDigest[]> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await fixTextForms(client);
    const digests: TableDigest[] = [];
    for (const table of await listTables(client)) {
      // Half of each row's SHA-256, summed: the order of rows does not matter, a doubled row does.
      const columns = table.columns.map(quote).join(", ");
      const found = await client.query<{ rows: number; digest: string | null }>(
        `select count(*)::int as rows, concat_ws('.', sum(a::numeric), sum(b::numeric)) as digest
           from (select ('x' || encode(substring(h from 1 for 8), 'hex'))::bit(64)::bigint as a,
                        ('x' || encode(substring(h from 9 for 8), 'hex'))::bit(64)::bigint as b
                   from (select sha256(convert_to(row(${columns})::text, 'UTF8')) as h from ${quoted(table)}) hashed
                ) halves`,
      );
      const row = found.rows[0];
      digests.push({ table: plain(table), rows: row?.rows ?? 0, digest: row?.digest ?? "" });
    }
    await client.query("commit");
    return digests;
  } finally {
    client.release(true);
  }
}
