// Writes a seeded country into a database: takes rules down, writes part after part, makes the rules anew, asks the laws.
// What is done is kept with what it did, in one transaction each, so that a stop anywhere is gone on from.
import type pg from "pg";
import { Copier } from "./copy.ts";
import { type Country, msOf, planCountry } from "./country.ts";
import { SeedProblem } from "./problem.ts";
import { Beside, listDown, makeAnew, type Rule, takeDown } from "./rules.ts";
import type { Size } from "./sizes.ts";
import type { SeedCheck, SeedStep } from "./step.ts";
import { CHECKS, STEPS } from "./steps.ts";

/** Two seeds on one database wait for each other here. */
const SEED_KEY = 4_160_036;
const KEPT = "seed";
/** At which time of its present day a country opens: eight in the morning. */
const OPENS_MS = 8 * 3_600_000;

const SETTINGS = `set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB';
  set max_parallel_maintenance_workers = 1; set jit = off`;

export interface Progress {
  /** Of 1. */
  readonly share: number;
  readonly rows: number;
  /** A step by its name, or what comes after them. */
  readonly doing: string;
}

export interface SeedOptions {
  readonly size: Size;
  readonly seed: number;
  /** The country's present; absent: that of a country begun here before, else `machineDay`. */
  readonly today?: string | undefined;
  readonly machineDay: string;
  /** The machine's milliseconds: a country whose present was asked for keeps its own time from the end of the work on. */
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  readonly progress?: (at: Progress) => void;
  /** What is written and asked, where not everything. */
  readonly steps?: readonly SeedStep[];
  readonly checks?: readonly SeedCheck[];
}

export interface Seeded {
  readonly country: Country;
  /** It was there already, as a whole. */
  readonly already: boolean;
  readonly rows: number;
}

interface Kept {
  readonly size: Size;
  readonly seed: number;
  readonly today: string;
  readonly state: "loading" | "done";
  /** Parts written, by step. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Rules made anew cost about as much as half the writing. */
const ANEW = 0.4;
const CHECKING = 0.05;

/**
 * Throws `SeedProblem`: other people's data are there, another country was begun, or a law does not hold at the end;
 * and an AbortError when `signal` says so, after which the same call goes on.
 */
export async function seedCountry(pool: pg.Pool, options: SeedOptions): Promise<Seeded> {
  const { steps = STEPS, checks = CHECKS } = options;
  const client = await pool.connect();
  const second = await pool.connect();
  // Making a rule anew may take minutes: whoever stops does not wait for it, nor does it go on by itself.
  const cut = (): void => {
    const pids = [client, second].map((one) => (one as pg.PoolClient & { processID: number }).processID);
    pool.query("select pg_terminate_backend(p) from unnest($1::int[]) p", [pids]).catch(() => undefined);
  };
  options.signal?.addEventListener("abort", cut);
  try {
    await client.query(SETTINGS);
    await second.query(SETTINGS);
    await client.query("select pg_advisory_lock($1)", [SEED_KEY]);
    const kept = (await findKept(client)) ?? (await begin(client, options, steps));
    if (differs(kept, options)) throw new SeedProblem("seed.other-begun", kept);
    const country = planCountry(kept.size, kept.seed, kept.today);
    if (kept.state === "done") return { country, already: true, rows: 0 };
    const bar = barOf(country, options, steps, checks.length);
    bar.making(await listDown(client));
    const making = { signal: options.signal, made: bar.made };
    const beside = new Beside(second, making);
    for (const [nth, step] of steps.entries()) {
      await writeStep(client, country, step, kept.parts[step.name] ?? 0, bar, options.signal);
      const toCome = new Set(steps.slice(nth + 1).flatMap(namesOf));
      beside.add(namesOf(step).filter((name) => !toCome.has(name)));
    }
    bar.say("anew");
    await makeAnew(client, second, beside, making);
    bar.say("analyze");
    const both = [client, second];
    await onEach(both, await listAnalyses(client), (one, statement) => one.query(statement));
    await onEach(both, checks, (one, check) => ask(one, check, bar.checked, options.signal));
    const shift =
      options.now !== undefined && kept.today !== options.machineDay
        ? { shiftMs: msOf(kept.today) + OPENS_MS - options.now() }
        : {};
    await client.query("update platform.setting set value = value || $2::jsonb where name = $1", [
      KEPT,
      JSON.stringify({ state: "done", ...shift }),
    ]);
    return { country, already: false, rows: bar.rows() };
  } catch (error) {
    cut();
    // What a connection says that was cut is not the reason.
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", cut);
    client.release(true); // gives the lock back, and ends whatever was begun
    second.release(true);
  }
}

const namesOf = ({ tables }: SeedStep): string[] => tables.map(({ name }) => name);

const differs = (kept: Kept, { size, seed, today }: SeedOptions): boolean =>
  kept.size !== size || kept.seed !== seed || (today !== undefined && today !== kept.today);

async function findKept(client: pg.ClientBase): Promise<Kept | undefined> {
  const found = await client.query<{ value: Kept }>("select value from platform.setting where name = $1", [
    KEPT,
  ]);
  return found.rows[0]?.value;
}

async function begin(
  client: pg.ClientBase,
  { size, seed, today, machineDay }: SeedOptions,
  steps: readonly SeedStep[],
): Promise<Kept> {
  const found = await client.query<{ used: boolean }>(
    `select exists (select from unit.unit where side <> 'outside') or exists (select from account.account)
         or exists (select from person.person) or exists (select from platform.setting where name = 'demo') as used`,
  );
  if (found.rows[0]?.used !== false) throw new SeedProblem("seed.not-empty");
  const kept: Kept = { size, seed, today: today ?? machineDay, state: "loading", parts: {} };
  await client.query("begin");
  await client.query("insert into platform.setting (name, value) values ($1, $2)", [
    KEPT,
    JSON.stringify(kept),
  ]);
  await takeDown(client, [...new Set(steps.flatMap(namesOf))]);
  await client.query("commit");
  return kept;
}

type Bar = ReturnType<typeof barOf>;

async function writeStep(
  client: pg.ClientBase,
  country: Country,
  step: SeedStep,
  from: number,
  bar: Bar,
  signal: AbortSignal | undefined,
): Promise<void> {
  const parts = step.parts(country);
  bar.step(step, from / parts);
  for (let part = from; part < parts; part++) {
    await client.query("begin");
    const copier = new Copier(client);
    let told = 0;
    for (const _ of step.write(copier.put, country, part)) {
      await copier.breathe();
      if (copier.rows - told < 5_000) continue;
      signal?.throwIfAborted();
      bar.wrote(copier.rows - told);
      told = copier.rows;
    }
    await copier.finish();
    bar.wrote(copier.rows - told);
    if (part === parts - 1) for (const statement of step.after ?? []) await client.query(statement);
    await client.query(
      "update platform.setting set value = jsonb_set(value, array['parts', $2], to_jsonb($3::int)) where name = $1",
      [KEPT, step.name, part + 1],
    );
    signal?.throwIfAborted();
    await client.query("commit");
  }
}

/** Each connection takes the next item when it is free; a failure is told when none is at work any more. */
async function onEach<Item>(
  clients: readonly pg.ClientBase[],
  items: readonly Item[],
  one: (client: pg.ClientBase, item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const work = async (client: pg.ClientBase): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await one(client, item).catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(clients.map(work));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** One statement for each table of the program, the largest first: what takes longest is not begun last. */
async function listAnalyses(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('analyze %I.%I', schemaname, relname) as statement from pg_stat_user_tables
     order by pg_relation_size(relid) desc, 1`,
  );
  return rows.map(({ statement }) => statement);
}

async function ask(
  client: pg.ClientBase,
  { name, sql }: SeedCheck,
  checked: (name: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const found = await client.query<{ wrong: unknown }>(sql);
  const wrong = Number(found.rows[0]?.wrong);
  if (wrong !== 0) throw new SeedProblem("seed.law-broken", { law: name, wrong: String(wrong) });
  checked(name);
}

/** How far it is, by rows: those of steps done before count as written. */
function barOf(country: Country, { progress }: SeedOptions, steps: readonly SeedStep[], laws: number) {
  const of = new Map(steps.map((step) => [step.name, step.rows(country)]));
  const total = [...of.values()].reduce((sum, rows) => sum + rows, 0) || 1;
  let before = 0;
  let current = { expected: 0, done: 0 };
  let written = 0;
  let anew = { of: 1, done: 0 };
  let asked = 0;
  let doing = "";
  const say = (what = doing): void => {
    doing = what;
    const writing = (before + Math.min(current.done, current.expected)) / total;
    const share = (writing + ANEW * (anew.done / anew.of) + CHECKING * asked) / (1 + ANEW + CHECKING);
    progress?.({ share: Math.min(share, 1), rows: written, doing });
  };
  return {
    say,
    rows: () => written,
    step({ name }: SeedStep, done: number): void {
      before += current.expected;
      const expected = of.get(name) ?? 0;
      current = { expected, done: expected * done };
      say(name);
    },
    wrote(rows: number): void {
      current.done += rows;
      written += rows;
      say();
    },
    making(down: readonly Rule[]): void {
      anew = { of: Math.max(down.length, 1), done: 0 };
    },
    made: (): void => {
      anew.done += 1;
      say();
    },
    checked: (): void => {
      asked += 1 / laws;
      say("checks");
    },
  };
}
