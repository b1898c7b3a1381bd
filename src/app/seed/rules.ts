// Indexes, constraints and triggers of the tables that are loaded: taken down before, made anew after. Their definitions
// are kept in the database from before the first is dropped until the last stands again, so that a stop loses none; and
// making them anew reads every row, so that constraints have the last word on what was loaded.
import type pg from "pg";

/** In the order they are made anew; `trigger` is switched on again, not made. */
const KINDS = ["key", "index", "exclusion", "trigger", "reference", "validation"] as const;
type Kind = (typeof KINDS)[number];

export interface Rule {
  /** `schema.name`, quoted where need be. */
  readonly table: string;
  readonly kind: Kind;
  readonly name: string;
  /** Makes it anew. */
  readonly make: string;
  /** Takes it down; empty where another's does. */
  readonly drop: string;
}

const KEPT = "seed.rules";

/** All rules of these tables, and all references to them. */
async function listRules(client: pg.ClientBase, tables: readonly string[]): Promise<Rule[]> {
  const constraints = await client.query<{ table: string; type: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, c.contype::text as type, quote_ident(c.conname) as name,
            pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     where c.contype in ('p', 'u', 'x', 'f') and c.conparentid = 0
       and (c.conrelid = any ($1::text[]::regclass[])
            or c.contype = 'f' and c.confrelid = any ($1::text[]::regclass[]))
     order by 1, 3`,
    [tables],
  );
  const indexes = await client.query<{ table: string; schema: string; name: string; definition: string }>(
    `select i.indrelid::regclass::text as table, quote_ident(n.nspname) as schema, quote_ident(x.relname) as name,
            pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = x.relnamespace
     where i.indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
     order by 1, 3`,
    [tables],
  );
  const triggers = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger
     where not tgisinternal and tgenabled = 'O' and tgrelid = any ($1::text[]::regclass[]) order by 1, 2`,
    [tables],
  );
  const rules: Rule[] = [];
  for (const { table, type, name, definition } of constraints.rows) {
    const drop = `alter table ${table} drop constraint ${name}`;
    if (type === "f") {
      // Taken on trust first and validated after, so that the validations of two tables may run side by side.
      const make = `alter table ${table} add constraint ${name} ${definition} not valid`;
      rules.push({ table, kind: "reference", name, make, drop });
      const validate = `alter table ${table} validate constraint ${name}`;
      rules.push({ table, kind: "validation", name, make: validate, drop: "" });
    } else {
      const make = `alter table ${table} add constraint ${name} ${definition}`;
      rules.push({ table, kind: type === "x" ? "exclusion" : "key", name, make, drop });
    }
  }
  for (const { table, schema, name, definition } of indexes.rows)
    rules.push({ table, kind: "index", name, make: definition, drop: `drop index ${schema}.${name}` });
  for (const { table, name } of triggers.rows)
    rules.push({
      table,
      kind: "trigger",
      name,
      make: `alter table ${table} enable trigger ${name}`,
      drop: `alter table ${table} disable trigger ${name}`,
    });
  return rules;
}

/** Takes them down, inside the caller's transaction, and keeps their definitions. */
export async function takeDown(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  const kept: Rule[] = [];
  // References first: they lean on keys.
  const rules = (await listRules(client, tables)).sort(
    (a, b) => KINDS.indexOf(b.kind) - KINDS.indexOf(a.kind),
  );
  for (const rule of rules) {
    if (rule.drop === "" || (await dropped(client, rule))) kept.push(rule);
  }
  await client.query("insert into platform.setting (name, value) values ($1, $2)", [
    KEPT,
    JSON.stringify(kept.reverse()),
  ]);
}

/** False where something else needs it (a view grouped by a key): then it stays as it is. */
async function dropped(client: pg.ClientBase, { drop }: Rule): Promise<boolean> {
  await client.query("savepoint rule");
  try {
    await client.query(drop);
    await client.query("release savepoint rule");
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "2BP01") throw error;
    await client.query("rollback to savepoint rule");
    return false;
  }
}

/** Those that are still down. */
export async function listDown(client: pg.ClientBase): Promise<Rule[]> {
  const found = await client.query<{ value: Rule[] }>("select value from platform.setting where name = $1", [
    KEPT,
  ]);
  return found.rows[0]?.value ?? [];
}

export interface MakingAnew {
  readonly signal: AbortSignal | undefined;
  /** Called when one stands again: its table, so that the bar knows how large it was. */
  readonly made: (rule: Rule) => void;
}

/** One rule, in one transaction together with its being struck off the list. */
async function make(client: pg.ClientBase, rule: Rule, { signal, made }: MakingAnew): Promise<void> {
  signal?.throwIfAborted();
  await client.query("begin");
  try {
    await client.query(rule.make);
    // Last, so that the other connection waits for this row no longer than a commit takes.
    await client.query(
      `update platform.setting
       set value = (select coalesce(jsonb_agg(r order by n), '[]') from jsonb_array_elements(value) with ordinality as t (r, n)
                    where r <> $2::jsonb)
       where name = $1`,
      [KEPT, JSON.stringify(rule)],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
  made(rule);
}

const ofKinds = (down: readonly Rule[], ...kinds: Kind[]): Rule[] =>
  kinds.flatMap((kind) => down.filter((rule) => rule.kind === kind));

/**
 * Makes keys, indexes and exclusions of tables that nothing more is written to, beside the writing of others: the
 * check of an exclusion takes one core for minutes, which is then not waited for.
 */
export class Beside {
  readonly #client: pg.ClientBase;
  readonly #with: MakingAnew;
  #work: Promise<void> = Promise.resolve();
  #ended = false;
  #current: Rule | undefined;

  constructor(client: pg.ClientBase, making: MakingAnew) {
    this.#client = client;
    this.#with = making;
  }

  /** `written`: tables that are whole, as `schema.name`. What fails is told by `makeAnew`. */
  add(written: readonly string[]): void {
    this.#work = this.#work.then(async () => {
      const down = this.#ended ? [] : await listDown(this.#client);
      const theirs = down.filter(({ table }) => written.includes(table));
      // Longest first: those of one table wait for each other, and indexes can be left to the end.
      for (const rule of ofKinds(theirs, "key", "exclusion", "index")) {
        if (this.#ended) return;
        this.#current = rule;
        await make(this.#client, rule, this.#with);
        this.#current = undefined;
      }
    });
    this.#work.catch(() => undefined);
  }

  /** Begins nothing more; answers what is under way, and when its connection is free. */
  end(): { readonly current: Rule | undefined; readonly free: Promise<void> } {
    this.#ended = true;
    return { current: this.#current, free: this.#work };
  }
}

/**
 * Makes all anew that are still down, on two connections where tables differ; the second is free when what it does
 * beside is done. Throws what the database says of a row that breaks a rule; the list then says what is still down.
 */
export async function makeAnew(
  first: pg.ClientBase,
  second: pg.ClientBase,
  beside: Beside,
  making: MakingAnew,
): Promise<void> {
  const { current, free } = beside.end();
  const down = (await listDown(first)).filter(({ make: text }) => text !== current?.make);
  const one = (client: pg.ClientBase, rule: Rule): Promise<void> => make(client, rule, making);
  const busy = new Map(current === undefined ? [] : [[current.table, free]]);
  await sideBySide([first, second], ofKinds(down, "key", "index", "exclusion"), one, busy, free);
  for (const rule of ofKinds(down, "trigger", "reference")) await one(first, rule);
  await sideBySide([first, second], ofKinds(down, "validation"), one);
  await first.query("delete from platform.setting where name = $1", [KEPT]);
}

/** Each connection takes the next rule of a table that no other is at work on; the second once it is free. */
async function sideBySide(
  clients: readonly [pg.ClientBase, pg.ClientBase],
  rules: readonly Rule[],
  one: (client: pg.ClientBase, rule: Rule) => Promise<void>,
  busy: Map<string, Promise<unknown>> = new Map(),
  free: Promise<void> = Promise.resolve(),
): Promise<void> {
  const waiting = [...rules];
  const tables = [...busy.keys()];
  const whenFree = free.finally(() => {
    for (const table of tables) busy.delete(table);
  });
  const work = async (client: pg.ClientBase): Promise<void> => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ table }) => !busy.has(table));
      if (next < 0) {
        await Promise.race(busy.values()).catch(() => undefined);
        continue;
      }
      const [rule] = waiting.splice(next, 1);
      if (rule === undefined) return;
      const making = one(client, rule);
      busy.set(rule.table, making);
      try {
        await making;
      } catch (error) {
        waiting.length = 0;
        throw error;
      } finally {
        busy.delete(rule.table);
      }
    }
  };
  const ends = await Promise.allSettled([work(clients[0]), whenFree.then(() => work(clients[1]))]);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
