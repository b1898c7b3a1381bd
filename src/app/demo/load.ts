// Loads a demo province into an empty database: as a whole or not at all, and never twice.
import type pg from "pg";
import type { Logger } from "pino";
import { execute, reader, row, sql, type Tx, transaction } from "../../platform/db/sql.ts";
import { startDemoClock } from "../clock.ts";
import type { DemoYear } from "../config.ts";
import { chanceFrom } from "./chance.ts";
import { handsOn } from "./hands.ts";
import { installBase, openSessions } from "./install.ts";
import { inOneTransaction } from "./one-transaction.ts";
import { demoWords } from "./sign-ins.ts";
import type { Story } from "./story.ts";

/** A story is read only when it is to be told. */
const STORIES: Readonly<Record<DemoYear, () => Promise<Story>>> = {
  2021: async () => (await import("./story-2021.ts")).story2021,
  2025: async () => (await import("./later/story-2025.ts")).story2025,
};

/** Seed of what happens beside a story. */
const BESIDE = 360;

/** Two programs starting on one database wait for each other here. */
const LOAD_KEY = 4_160_021;

export interface DemoOptions {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** Which story; the first where none is said. */
  readonly year?: DemoYear;
  /** Called as work goes on: steps done, steps in all, and what is being done, in the reader's language. */
  readonly progress?: (done: number, total: number, label: string) => void;
}

/**
 * Loads the demo in one transaction: interrupted by anything, the database is as empty as before and the next start
 * begins again. Where a demo is there already nothing happens. Throws where the database holds anything else.
 */
export const loadDemo = (options: DemoOptions): Promise<void> =>
  inOneTransaction(options.pool, (pool) => loadInto(pool, options));

async function loadInto(pool: pg.Pool, { log, year = "2021", progress }: DemoOptions): Promise<void> {
  await row(reader(pool), sql`select pg_advisory_xact_lock(${LOAD_KEY})`);
  const found = await row<{ demo: boolean; used: boolean }>(
    reader(pool),
    sql`select exists (select from platform.setting where name = 'demo') as demo,
               exists (select from unit.unit where side <> 'outside') or exists (select from account.account)
                 or exists (select from platform.setting where name = 'seed') as used`,
  );
  if (found?.demo === true) return;
  if (found?.used !== false) throw new Error("the demo is loaded into an empty database only");

  const story = await STORIES[year]();
  const { plan, make } = story.begin();
  const tokens = await transaction(pool, async (tx) => {
    await countLater(tx);
    await installBase(tx, plan);
    return openSessions(tx, plan);
  });
  const total = story.ticks + 2;
  let done = 1;
  progress?.(done, total, demoWords("demo.tree"));
  const at = { pool, log, tokens, now: story.opensAt };
  const hands = handsOn({ ...at, chance: plan.chance });
  const chance = chanceFrom(BESIDE);
  const beside = { hands: handsOn({ ...at, chance }), chance };
  let label = demoWords("demo.past");
  await make({
    pool,
    hands,
    beside,
    tick: () => {
      done += 1;
      progress?.(done, total, label);
    },
    refresh: () => refresh(pool),
    chapter(key) {
      label = demoWords(key);
    },
  });
  await transaction(pool, tidy);
  await startDemoClock(pool, year, story.opensAt);
  progress?.(total, total, demoWords("demo.finish"));
}

/** Plans made for empty tables would read whole tables later: tells the planner how large they are by now. */
const refresh = (pool: pg.Pool): Promise<unknown> =>
  transaction(pool, (tx) =>
    execute(
      tx,
      sql`analyze booking.booking, booking.seat, turnout.outcome, donor.donation, tally.counter, person.consent,
                  directive.recipient, directive.task, target.share, target.split, report.report, report.line, report.covered,
                  account.session, platform.command, platform.audit_entry`,
    ),
  );

/**
 * Audit rows are counted by a trigger, in one row for each connection. Within one transaction every count would leave
 * a version behind that cannot be swept yet, and after some thousands each count walks through them all; so the rows
 * of the load are counted once, at its end.
 */
async function countLater(tx: Tx): Promise<void> {
  await execute(tx, sql`alter table platform.audit_entry disable trigger audit_counted`);
}

async function countNow(tx: Tx): Promise<void> {
  await execute(
    tx,
    sql`update platform.audit_count set entries = entries
          + (select count(*) from platform.audit_entry) - (select sum(c.entries) from platform.audit_count c)
        where shard = 0`,
  );
  await execute(tx, sql`alter table platform.audit_entry enable trigger audit_counted`);
}

/** What the load leaves behind and the demo must not: open sessions, messages to people who do not exist. */
async function tidy(tx: Tx): Promise<void> {
  await countNow(tx);
  await execute(tx, sql`delete from account.session`);
  await execute(
    tx,
    sql`update message.outbox set state = 'dropped', secrets = '{}', reason = 'demo' where state = 'queued'`,
  );
}
