// A database with everything that makes a copy go wrong, for the tests of backup and restore.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

// References in a circle and to itself, triggers that count or forbid,
// keys the database makes, computed columns, parts of tables, deferred and exclusion rules, a stored view.
export const TRICKY = `
create schema tree; create schema "Đợt 1";
create table tree.unit (id bigint generated always as identity primary key, parent bigint references tree.unit,
  head bigint, name text not null, sort_key text generated always as (lower(name)) stored);
create table tree.officer (id serial primary key, unit bigint not null references tree.unit, born date, seen timestamptz,
  share numeric(9,4), gap interval, photo bytea, extra jsonb, tags text[], active boolean);
alter table tree.unit add constraint unit_head foreign key (head) references tree.officer deferrable initially deferred;
create table tree.counted (n integer not null); insert into tree.counted values (0);
create function tree.count_it() returns trigger language plpgsql as
  $$ begin update tree.counted set n = n + 1; return null; end $$;
create trigger counts after insert on tree.officer for each row execute function tree.count_it();
create function tree.forbid() returns trigger language plpgsql as $$ begin raise 'never changes'; end $$;
create trigger frozen before update or delete on tree.unit for each row when (old.head is not null) execute function tree.forbid();
create table "Đợt 1"."Ca ""sáng""" (slot int4range not null, place int unique deferrable initially deferred,
  exclude using gist (slot with &&));
create table tree.fact (day date not null, n int not null) partition by range (day);
create table tree.fact_2021 partition of tree.fact for values from ('2021-01-01') to ('2022-01-01');
create materialized view tree.total as select count(*)::int as n from tree.officer;
create table tree.empty (x int);`;
export const LATER = "alter table tree.empty add column y int; create index on tree.officer (born);";

/** Rows for every table. */
export async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into tree.unit (parent, name) select nullif((i - 1) / 3, 0), 'Công đoàn ' || i from generate_series(1, 1000) i;
    insert into tree.officer (unit, born, seen, share, gap, photo, extra, tags, active)
      select i % 1000 + 1, date '1980-01-01' + i, '2021-01-18T07:00:00.123456+07'::timestamptz + i * interval '1 hour',
             i / 7.0, i * interval '1 day 02:03:04', decode(md5(i::text), 'hex'),
             jsonb_build_object('ghi chú', E'dòng\\n\\t\\\\N' || i), array['một', null, 'h"ai'], nullif(i % 3, 0) = 1
        from generate_series(1, 6000) i;
    update tree.unit set head = id where id % 2 = 0;
    insert into "Đợt 1"."Ca ""sáng""" values ('[1,5)', 1), ('[5,9)', 2);
    insert into tree.fact select '2021-01-01'::date + i % 365, i from generate_series(1, 1000) i;
    refresh materialized view tree.total`);
}

/** Writes these texts as migrations 0001, 0002, … of a new folder; answers the folder. */
export async function migrationsFolder(parent: string, name: string, ...texts: string[]): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  for (const [index, text] of texts.entries()) {
    await writeFile(join(folder, `000${index + 1}_tricky.sql`), text);
  }
  return folder;
}
