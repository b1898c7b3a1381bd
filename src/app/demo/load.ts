// Loads the demo province into an empty database: as a whole or not at all, and never twice.
import type pg from "pg";
import type { Logger } from "pino";
import type { Role } from "../../account/schema.ts";
import { execute, reader, row, sql, type Tx, transaction } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { language } from "../cli/words.ts";
import { startDemoClock } from "../clock.ts";
import { ADMINISTRATOR, PASSWORD, SIGNATORY } from "./accounts.ts";
import { makeEdition2020 } from "./edition-2020.ts";
import { makeJune, makeLetters2021, makeMay } from "./edition-2021.ts";
import { factsOf } from "./facts.ts";
import { handsOn } from "./hands.ts";
import { closeSessions, installBase, openSessions } from "./install.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";
import { inOneTransaction } from "./one-transaction.ts";
import { DEMO_DAY } from "./people.ts";
import { type DemoPlan, planDemo } from "./plan.ts";
import { HOSPITAL, PROVINCE } from "./tree.ts";

const demoWords = translator(language === "en" ? en : vi, language);

export interface DemoSignIn {
  readonly label: string;
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly unit: string;
}

/** What the start prints: one of each kind of desk, of both an eager and a slow union. */
export const demoSignIns = (): DemoSignIn[] =>
  (
    [
      [demoWords("demo.officer-province"), PROVINCE, "officer", "LĐLĐ tỉnh Lai Châu"],
      [demoWords("demo.signatory-province"), SIGNATORY, "signatory", "LĐLĐ tỉnh Lai Châu"],
      [demoWords("demo.officer-tamduong"), "tamduong", "officer", "LĐLĐ huyện Tam Đường"],
      [demoWords("demo.officer-thanhpho"), "thanhpho", "officer", "LĐLĐ thành phố Lai Châu"],
      [demoWords("demo.officer-hoale1"), "hoale1", "officer", "CĐCS Trường Trung học cơ sở Hoa Lê 1"],
      [demoWords("demo.officer-samu1"), "samu1", "officer", "CĐCS Công ty cổ phần Sa Mu 1"],
      [demoWords("demo.facility"), HOSPITAL, "facility", "BVĐK tỉnh"],
      [demoWords("demo.administrator"), ADMINISTRATOR, "administrator", "LĐLĐ tỉnh Lai Châu"],
    ] as const
  ).map(([label, login, role, unit]) => ({ label, login, password: PASSWORD, role, unit }));

/** What the demo's clock shows at the moment of loading. */
const OPENS_AT = `${DEMO_DAY}T08:00:00+07:00`;
/** How often the acts tell that they got on, with the base before and the end after them. */
const STEPS = 145;
/** Two programs starting on one database wait for each other here. */
const LOAD_KEY = 4_160_021;

export interface DemoOptions {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** Called as work goes on: steps done, steps in all, and what is being done, in the reader's language. */
  readonly progress?: (done: number, total: number, label: string) => void;
}

/**
 * Loads the demo in one transaction: interrupted by anything, the database is as empty as before and the next start
 * begins again. Where the demo is there already nothing happens. Throws where the database holds anything else.
 */
export async function loadDemo(options: DemoOptions): Promise<{ signIns: DemoSignIn[] }> {
  await inOneTransaction(options.pool, (pool) => loadInto(pool, options));
  return { signIns: demoSignIns() };
}

async function loadInto(pool: pg.Pool, { log, progress }: DemoOptions): Promise<void> {
  await row(reader(pool), sql`select pg_advisory_xact_lock(${LOAD_KEY})`);
  const found = await row<{ demo: boolean; used: boolean }>(
    reader(pool),
    sql`select exists (select from platform.setting where name = 'demo') as demo,
               exists (select from unit.unit) or exists (select from account.account) as used`,
  );
  if (found?.demo === true) return;
  if (found?.used !== false) throw new Error("the demo is loaded into an empty database only");

  const plan = planDemo();
  const tokens = await transaction(pool, async (tx) => {
    await countLater(tx);
    await installBase(tx, plan);
    return openSessions(tx, plan);
  });
  let done = 1;
  progress?.(done, STEPS, demoWords("demo.tree"));
  const hands = handsOn({ pool, log, chance: plan.chance, tokens, now: OPENS_AT });
  let label = demoWords("demo.past");
  const facts = factsOf(plan, hands, () => {
    done += 1;
    progress?.(done, STEPS, label);
  });
  await makeEdition2020(facts);
  await refresh(pool);
  label = demoWords("demo.letter");
  const campaignId = await makeLetters2021(facts);
  label = demoWords("demo.may");
  await makeMay(facts, campaignId);
  await refresh(pool);
  label = demoWords("demo.june");
  await makeJune(facts, campaignId);
  await transaction(pool, (tx) => tidy(tx, plan));
  await startDemoClock(pool, OPENS_AT);
  progress?.(STEPS, STEPS, demoWords("demo.finish"));
}

/** Plans made for empty tables would read whole tables later: tells the planner how large they are by now. */
const refresh = (pool: pg.Pool): Promise<number> =>
  transaction(pool, (tx) =>
    execute(
      tx,
      sql`analyze booking.booking, booking.seat, turnout.outcome, donor.donation, tally.counter, person.consent,
                  directive.recipient, directive.task, target.share, target.split, report.report, report.line,
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
async function tidy(tx: Tx, plan: DemoPlan): Promise<void> {
  await countNow(tx);
  await closeSessions(tx, plan);
  await execute(
    tx,
    sql`update message.outbox set state = 'dropped', secrets = '{}', reason = 'demo' where state = 'queued'`,
  );
}
