// The tree of the cascade's load test: one federation, intermediates, grassroots unions; an officer and a session each.
import type pg from "pg";
import { digest, newToken } from "../../src/account/secrets.ts";
import { newId } from "../../src/platform/pure/ids.ts";

export interface Officer {
  readonly unitId: string;
  /** The session's secret, for its cookie. */
  readonly token: string;
}

export interface Tree {
  readonly federation: Officer;
  readonly intermediates: readonly Officer[];
  /** In the order of the tree: the first fifty stand under the first intermediate, and so on. */
  readonly grassroots: readonly Officer[];
}

export const PER_INTERMEDIATE = 50;
const FROM = "2018-01-01";

const officer = (): Officer => ({ unitId: newId(), token: newToken() });

interface Row {
  readonly officer: Officer;
  readonly parent: Officer | null;
  readonly kind: string;
  readonly name: string;
  readonly depth: number;
}

/** Writes the tree set-based, level by level, so that 50,000 units are there in seconds. */
export async function seedTree(pool: pg.Pool, units: number, now: string): Promise<Tree> {
  const federation = officer();
  const intermediates = Array.from({ length: Math.ceil(units / PER_INTERMEDIATE) }, officer);
  const grassroots = Array.from({ length: units }, officer);
  const rows: Row[] = [
    { officer: federation, parent: null, kind: "federation", name: "LĐLĐ tỉnh Đo", depth: 0 },
    ...intermediates.map((one, i) => ({
      officer: one,
      parent: federation,
      kind: "district-federation",
      name: `LĐLĐ huyện Đo ${i + 1}`,
      depth: 1,
    })),
    ...grassroots.map((one, i) => ({
      officer: one,
      parent: intermediates[Math.floor(i / PER_INTERMEDIATE)] ?? federation,
      kind: "grassroots",
      name: `CĐCS Trường Đo ${i + 1}`,
      depth: 2,
    })),
  ];
  const column = <T>(of: (row: Row) => T): T[] => rows.map(of);
  const ids = column((row) => row.officer.unitId);
  const parents = column((row) => row.parent?.unitId ?? null);
  await pool.query(
    "insert into unit.unit (id, side, opened_on) select id, 'union', $2::date from unnest($1::uuid[]) as t (id)",
    [ids, FROM],
  );
  await pool.query(
    `insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
     select id, kind, name, name, 'LĐLĐ', 'Đo', lower(name), lower(name), daterange($4::date, null)
     from unnest($1::uuid[], $2::text[], $3::text[]) as t (id, kind, name)`,
    [ids, column(({ kind }) => kind), column(({ name }) => name.normalize("NFC")), FROM],
  );
  await pool.query(
    `insert into unit.edge (child_id, parent_id, valid)
     select id, parent, daterange($3::date, null) from unnest($1::uuid[], $2::uuid[]) as t (id, parent)
     where parent is not null`,
    [ids, parents, FROM],
  );
  for (const depth of [0, 1, 2])
    await pool.query(
      `insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
       select u.id, t.parent, coalesce(p.path, '') || u.no || '.', t.depth, daterange($5::date, null), u.id
       from unnest($1::uuid[], $2::uuid[], $3::int[]) as t (id, parent, depth)
       join unit.unit u on u.id = t.id left join unit.path p on p.unit_id = t.parent
       where t.depth = $4`,
      [ids, parents, column((row) => row.depth), depth, FROM],
    );
  await seedOfficers(
    pool,
    column((row) => row.officer),
    now,
  );
  await pool.query(
    "analyze unit.unit, unit.naming, unit.path, account.account, account.session, account.grant",
  );
  return { federation, intermediates, grassroots };
}

async function seedOfficers(pool: pg.Pool, officers: readonly Officer[], now: string): Promise<void> {
  const accounts = officers.map(() => newId());
  await pool.query(
    `insert into account.account (id, login, display_name, created_at)
     select id, 'can-bo-' || no, 'Cán bộ ' || no, $2 from unnest($1::uuid[]) with ordinality as t (id, no)`,
    [accounts, now],
  );
  await pool.query(
    `insert into account.grant (id, account_id, role, unit_id, term)
     select id, account_id, 'officer', unit_id, daterange($4::date, null)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, account_id, unit_id)`,
    [officers.map(() => newId()), accounts, officers.map(({ unitId }) => unitId), FROM],
  );
  await pool.query(
    `insert into account.session (id, token_hash, account_id, created_at, expires_at)
     select id, hash, account_id, $4::timestamptz, $4::timestamptz + interval '60 days'
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as t (id, hash, account_id)`,
    [officers.map(() => newId()), officers.map(({ token }) => digest(token)), accounts, now],
  );
}
