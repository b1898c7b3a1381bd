// A nation for the measures of letters and reports: a tree by numbers, written by the database itself in a minute or two.
import type { ChildProcess } from "node:child_process";
import type pg from "pg";
import type { Officer } from "./seed.ts";

export interface Sizes {
  readonly provinces: number;
  readonly communes: number;
  readonly grassroots: number;
  /** Sections under each grassroots union. */
  readonly sections: number;
}

export const NATION: Sizes = { provinces: 34, communes: 3300, grassroots: 127_000, sections: 4 };

/** `share` of a nation, every level there. */
export const scaled = (share: number): Sizes => ({
  provinces: Math.max(1, Math.round(NATION.provinces * share)),
  communes: Math.max(1, Math.round(NATION.communes * share)),
  grassroots: Math.max(1, Math.round(NATION.grassroots * share)),
  sections: NATION.sections,
});

/** The units are numbered from the top down: one confederation, provinces, communes, grassroots unions, sections. */
export interface Nation extends Sizes {
  readonly units: number;
  readonly confederation: Officer;
  readonly province: (i: number) => Officer;
  readonly commune: (i: number) => Officer;
  readonly grass: (i: number) => Officer;
  /** Of a commune: the numbers of its grassroots unions, from and until (not included). */
  readonly under: (commune: number) => readonly [number, number];
  readonly communesOf: (province: number) => readonly [number, number];
}

/** A nation with a server before it. */
export interface Running {
  readonly nation: Nation;
  readonly pool: pg.Pool;
  readonly port: number;
  readonly child: ChildProcess;
  readonly today: string;
}

const FROM = "2018-01-01";
const uuid = (family: string, n: number): string =>
  `00000000-0000-7000-8${family}00-${n.toString(16).padStart(12, "0")}`;
const officer = (n: number): Officer => ({ unitId: uuid("0", n), token: `bench-${n}` });
/** As `uuid`, in SQL. */
const ID = (family: string, n: string): string =>
  `('00000000-0000-7000-8${family}00-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

export function nationOf(sizes: Sizes): Nation {
  const { provinces, communes, grassroots, sections } = sizes;
  const first = { province: 1, commune: 1 + provinces, grass: 1 + provinces + communes };
  const part = (i: number, of: number, all: number): readonly [number, number] => [
    Math.ceil((i * all) / of),
    Math.ceil(((i + 1) * all) / of),
  ];
  return {
    ...sizes,
    units: first.grass + grassroots * (1 + sections),
    confederation: officer(0),
    province: (i) => officer(first.province + i),
    commune: (i) => officer(first.commune + i),
    grass: (i) => officer(first.grass + i),
    under: (commune) => part(commune, communes, grassroots),
    communesOf: (province) => part(province, provinces, communes),
  };
}

/**
 * Writes the tree with an officer, a signatory's term and a session at every unit down to the grassroots unions; one in
 * five gave an e-mail address. Each level stands in blocks under the level above, as a registry would be typed in.
 */
export async function seedNation(pool: pg.Pool, sizes: Sizes, now: string): Promise<Nation> {
  const nation = nationOf(sizes);
  const { provinces: p, communes: c, grassroots: g, sections: s } = sizes;
  const client = await pool.connect();
  try {
    // What is written here stands once by construction; the law is put back, and so checked, at the end.
    await client.query(
      `alter table unit.naming drop constraint naming_one_at_a_time;
       alter table unit.edge drop constraint edge_one_parent;
       alter table unit.path drop constraint path_one_at_a_time`,
    );
    await client.query(
      `create temp table node as
       select n, ${ID("0", "n")} as id, kind, depth, parent, name from (
         select 0 as n, 'confederation' as kind, 0 as depth, null::int as parent, 'Tổng LĐLĐ Đo' as name
         union all
         select 1 + i, 'federation', 1, 0, 'LĐLĐ tỉnh Đo ' || lpad(i::text, 2, '0') from generate_series(0, ${p} - 1) i
         union all
         select ${1 + p} + i, 'commune-union', 2, 1 + (i::bigint * ${p} / ${c})::int, 'Công đoàn xã Đo ' || lpad(i::text, 4, '0')
         from generate_series(0, ${c} - 1) i
         union all
         select ${1 + p + c} + i, 'grassroots', 3, ${1 + p} + (i::bigint * ${c} / ${g})::int,
                'CĐCS Trường Đo ' || lpad(i::text, 6, '0')
         from generate_series(0, ${g} - 1) i
         union all
         select ${1 + p + c + g} + i, 'section', 4, ${1 + p + c} + i / ${Math.max(1, s)}, 'Công đoàn bộ phận ' || (i % ${Math.max(1, s)} + 1)
         from generate_series(0, ${g * s} - 1) i) t order by n`,
    );
    await client.query("alter table node add primary key (n); analyze node");
    await client.query(
      `insert into unit.unit (id, side, opened_on) select id, 'union', '${FROM}' from node order by n`,
    );
    await client.query(
      `insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
       select id, kind, normalize(name, nfc), normalize(name, nfc), 'LĐLĐ', 'Đo', lower(name), lower(name),
              daterange('${FROM}', null) from node order by n`,
    );
    await client.query(
      `insert into unit.edge (child_id, parent_id, valid)
       select id, ${ID("0", "parent")}, daterange('${FROM}', null) from node where parent is not null order by n`,
    );
    for (const depth of [0, 1, 2, 3, 4])
      await client.query(
        `insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
         select u.id, a.unit_id, coalesce(a.path, '') || u.no || '.', t.depth, daterange('${FROM}', null), u.id
         from node t join unit.unit u on u.id = t.id
         left join unit.path a on a.unit_id = ${ID("0", "t.parent")}
         where t.depth = ${depth} order by t.n`,
      );
    await client.query(
      `alter table unit.naming add constraint naming_one_at_a_time exclude using gist (unit_id with =, valid with &&);
       alter table unit.edge add constraint edge_one_parent exclude using gist (child_id with =, valid with &&);
       alter table unit.path add constraint path_one_at_a_time exclude using gist (unit_id with =, valid with &&)`,
    );
    const last = p + c + g;
    await client.query(
      `insert into account.account (id, login, display_name, email, created_at)
       select ${ID("1", "n")}, 'can-bo-' || n, 'Cán bộ ' || n, case when n % 5 = 0 then 'n' || n || '@example.test' end, $1
       from node where n <= ${last}`,
      [now],
    );
    await client.query(
      `insert into account.grant (id, account_id, role, unit_id, term)
       select ('00000000-0000-7000-8' || r.no || '00-' || lpad(to_hex(n), 12, '0'))::uuid, ${ID("1", "n")}, r.role, id,
              daterange('${FROM}', null)
       from node, (values (2, 'officer'), (3, 'signatory')) r (no, role) where n <= ${last}`,
    );
    await client.query(
      `insert into account.session (id, token_hash, account_id, created_at, expires_at)
       select ${ID("4", "n")}, sha256(convert_to('bench-' || n, 'UTF8')), ${ID("1", "n")}, $1::timestamptz,
              $1::timestamptz + interval '300 days'
       from node where n <= ${last}`,
      [now],
    );
    await client.query(
      "drop table node; analyze unit.unit, unit.naming, unit.edge, unit.path, account.account, account.session, account.grant",
    );
  } finally {
    client.release();
  }
  return nation;
}
