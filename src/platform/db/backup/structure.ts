// What there is to back up, read from the database's own catalogue: our tables, sequences, references, triggers.
import type pg from "pg";
import type { SequenceState, TableName, TableStart } from "./format.ts";

type Session = Pick<pg.ClientBase, "query">;

// The job runner's own tables are rebuilt by it; what must be sent or done stands in our outbox.
const REBUILT = ["graphile_worker"];
const OURS = `relowner = (select relowner from pg_class where oid = to_regclass('platform.migration'))
  and relpersistence <> 't'
  and nspname !~ '^pg_' and nspname <> 'information_schema' and nspname <> all ($1::text[])`;

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoted = ({ schema, name }: TableName): string => `${quote(schema)}.${quote(name)}`;
export const plain = ({ schema, name }: TableName): string => `${schema}.${name}`;

/** Text forms that do not depend on the server's or the login's settings. */
export async function fixTextForms(session: Session): Promise<void> {
  await session.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
    set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local search_path = pg_catalog`);
}

/** Our tables that hold rows, with the columns a copy carries (not the computed ones). Empty = not our database. */
export async function listTables(session: Session): Promise<TableStart[]> {
  const found = await session.query<TableStart>(
    `select nspname as schema, relname as name,
            array(select attname::text from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                   order by attnum) as columns
       from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and ${OURS}
      order by nspname collate "C", relname collate "C"`,
    [REBUILT],
  );
  return found.rows;
}

/** Where each sequence stands. */
export async function listSequences(session: Session): Promise<SequenceState[]> {
  const found = await session.query<SequenceState>(
    `select nspname as schema, relname as name, pg_sequence_last_value(c.oid)::text as last
       from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'S' and ${OURS}
      order by nspname collate "C", relname collate "C"`,
    [REBUILT],
  );
  return found.rows;
}

export async function setSequence(session: Session, sequence: SequenceState): Promise<void> {
  await session.query(
    sequence.last === null
      ? {
          text: "select setval($1::regclass, seqstart, false) from pg_sequence where seqrelid = $1::regclass",
          values: [quoted(sequence)],
        }
      : { text: "select setval($1::regclass, $2::bigint, true)", values: [quoted(sequence), sequence.last] },
  );
}

/**
 * Takes references and triggers away for the time of loading, so that tables may come in any order and no
 * trigger counts a row twice. Answers the statements that bring them back; references check every row again then.
 */
export async function suspendRules(session: Session): Promise<string[]> {
  const found = await session.query<{ drop: string; restore: string }>(
    `select format('alter table %I.%I drop constraint %I', nspname, relname, conname) as drop,
            format('alter table %I.%I add constraint %I %s', nspname, relname, conname, pg_get_constraintdef(con.oid))
              as restore
       from pg_constraint con join pg_class c on c.oid = conrelid join pg_namespace n on n.oid = relnamespace
      where contype = 'f' and conparentid = 0 and ${OURS}
      union all
     select format('alter table %I.%I disable trigger %I', nspname, relname, tgname),
            format('alter table %I.%I enable %s trigger %I', nspname, relname,
                   case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
       from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace
      where not tgisinternal and tgenabled <> 'D' and relkind in ('r', 'p') and tgparentid = 0 and ${OURS}`,
    [REBUILT],
  );
  for (const { drop } of found.rows) await session.query(drop);
  return found.rows.map(({ restore }) => restore);
}

/** Stored views, in the order they were made. */
export async function listStoredViews(session: Session): Promise<TableName[]> {
  const found = await session.query<TableName>(
    `select nspname as schema, relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'm' and ${OURS} order by c.oid`,
    [REBUILT],
  );
  return found.rows;
}

/** The tables that have at least one row. */
export async function listFilled(session: Session, tables: readonly TableName[]): Promise<string[]> {
  const filled: string[] = [];
  for (const table of tables) {
    const found = await session.query<{ any: boolean }>(
      `select exists (select from ${quoted(table)} limit 1) as any`,
    );
    if (found.rows[0]?.any === true) filled.push(plain(table));
  }
  return filled;
}

/** Removes everything this login owns in this database, and the job runner's tables with it. */
export async function dropEverything(session: Session): Promise<void> {
  const found = await session.query<{ statement: string }>(
    `select format('drop schema %I cascade', nspname) as statement from pg_namespace
      where pg_get_userbyid(nspowner) = current_user and nspname !~ '^pg_'
        and nspname not in ('public', 'information_schema')
      union all
     select format('drop table if exists public.%I cascade', relname) from pg_class
      where relnamespace = to_regnamespace('public') and relkind in ('r', 'p')
        and pg_get_userbyid(relowner) = current_user`,
  );
  for (const { statement } of found.rows) await session.query(statement);
}
