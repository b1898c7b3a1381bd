// One national letter through four levels, and one straight to every grassroots union of the country.
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { CHASE_JOB, chaseJobs } from "../../src/directive/jobs.ts";
import { startEmbedded } from "../../src/platform/db/embedded/embedded.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { enqueue } from "../../src/platform/jobs/worker.ts";
import { addDays } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { addressOf, call, HEAD, Times } from "./client.ts";
import { flat } from "./flat.ts";
import { type Running, scaled, seedNation } from "./nation.ts";
import { answer, letter, must, STEPS } from "./officers.ts";
import { recount } from "./recount.ts";
import type { Officer } from "./seed.ts";

export interface National {
  readonly folder: string;
  /** Grassroots unions; the levels above in proportion. */
  readonly units: number;
  /** Officers who answer over HTTP. */
  readonly clients: number;
  readonly today: string;
  readonly server: (databaseUrl: string) => ChildProcess;
  readonly migrations: string;
}

/** The clock runs ahead by these when the late are asked for. */
const DAYS_LATER = 10;
const CARRIERS_AT_ONCE = 8;
/** One in five answers; the others are late. */
const ANSWERING = 0.21;

const say = (line = ""): void => void process.stdout.write(`${line}\n`);

export const messageOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, fail) => {
    child.once("message", (message) => done(message as T));
    child.once("exit", () => fail(new Error("the server ended")));
  });

export async function national(asked: National): Promise<readonly string[]> {
  const database = await startEmbedded({ dataDir: asked.folder, progress: () => undefined });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, asked.migrations);
    const nation = await timed("the tree written", () =>
      seedNation(pool, scaled(asked.units / 127_000), new Date().toISOString()),
    );
    say(
      `${nation.units} units: ${nation.provinces} provinces, ${nation.communes} communes, ${nation.grassroots} grassroots unions, their sections`,
    );
    const child = asked.server(database.unionUrl);
    try {
      const { port } = await messageOf<{ port: number }>(child);
      const running = { nation, pool, port, child, today: asked.today };
      return [...(await cascade(running, asked.clients)), ...(await flat(running))];
    } finally {
      child.kill();
    }
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const made = await act();
  say(`${what.padEnd(60)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return made;
}

async function cascade(running: Running, clients: number): Promise<string[]> {
  const { nation, pool, port, child, today } = running;
  const { rootId, held } = await timed("the order down, all carriers over HTTP", () => down(running));
  await pool.query("analyze");

  say(`\n${clients} officers answer over HTTP, 16 at once\n${HEAD}`);
  const theirs = new Map(STEPS.map((name) => [name, new Times()]));
  const step = Math.floor(nation.grassroots / clients);
  await pooled(16, clients, (i) =>
    answer(port, { officer: nation.grass(i * step), directiveId: held(i * step) }, addressOf(i + 200_000), {
      seconds: 0,
      today,
      times: theirs,
    }),
  );
  for (const [name, times] of theirs) say(times.line(name));
  const more = Math.max(0, Math.round(nation.grassroots * ANSWERING) - clients);
  await timed(`${more} further receipts written in the tables`, () =>
    pool.query(
      `update directive.recipient r set received_at = now()
       where r.ctid in (select x.ctid from directive.recipient x
                        join unit.path p on p.unit_id = x.unit_id and p.depth = 3
                        where x.root_id = $1 and x.received_at is null order by md5(x.unit_id::text) limit $2)`,
      [rootId, more],
    ),
  );
  await pool.query("vacuum analyze directive.recipient");
  const past = new Date().toISOString();
  child.send({ days: DAYS_LATER });
  await messageOf(child);

  const at = `/api/units/${nation.confederation.unitId}/directives/${rootId}`;
  const province = `/api/units/${nation.province(0).unitId}/directives/${rootId}`;
  const middle = await middlePage(port, nation.confederation, at);
  const screens: readonly (readonly [string, Officer, string])[] = [
    ["nation: the letter", nation.confederation, at],
    ["nation: receipts", nation.confederation, `${at}/receipts`],
    ["nation: levels", nation.confederation, `${at}/levels`],
    ["nation: levels as of before", nation.confederation, `${at}/levels?at=${past}`],
    ["nation: late, first page", nation.confederation, `${at}/late`],
    ["nation: late, middle page", nation.confederation, `${at}/late?after=${encodeURIComponent(middle)}`],
    ["nation: late as of before", nation.confederation, `${at}/late?at=${past}`],
    ["nation: pace", nation.confederation, `${at}/pace`],
    ["nation: pace as of before", nation.confederation, `${at}/pace?at=${past}`],
    ["nation: the picture", nation.confederation, `${at}/cascade`],
    ["province: receipts", nation.province(0), `${province}/receipts`],
    ["province: levels", nation.province(0), `${province}/levels`],
    ["province: late, first page", nation.province(0), `${province}/late`],
    ["grassroots: what is to be done", nation.grass(1), `/api/units/${nation.grass(1).unitId}/tasks`],
    ["grassroots: its letters", nation.grass(1), `/api/units/${nation.grass(1).unitId}/directives`],
  ];
  say(`\n${DAYS_LATER} days later, each screen five times, one by one\n${HEAD}`);
  const failures: string[] = [];
  for (const [name, who, path] of screens) {
    const times = new Times();
    for (let i = 0; i < 5; i++) {
      const reply = await call(port, who, addressOf(99), "GET", path);
      if (!times.add(reply)) failures.push(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    say(times.line(name));
  }
  failures.push(...(await compare(running, rootId)));
  failures.push(...(await remind(running, rootId)));
  return failures;
}

/** Confederation → provinces → communes → grassroots unions: every other carrier passes on, the others re-issue. */
async function down(running: Running): Promise<{ rootId: string; held: (grass: number) => string }> {
  const { nation, port, today } = running;
  const [rootId, campaignId] = [newId(), newId()];
  const times = { issue: new Times(), "pass on": new Times(), draft: new Times() };
  let caller = 0;
  const post = async (kind: keyof typeof times, who: Officer, path: string, body?: unknown) => {
    const reply = await call(
      port,
      who,
      addressOf(300_000 + caller++),
      "POST",
      `/api/units/${who.unitId}${path}`,
      body,
    );
    times[kind].add(must(reply));
  };
  const issue = async (who: Officer, draft: { id: string }): Promise<void> => {
    await post("draft", who, "/directives", draft);
    await post("issue", who, `/directives/${draft.id}/issue`);
  };
  const to = (from: number, until: number, of: (i: number) => Officer) =>
    Array.from({ length: until - from }, (_, i) => ({
      unitId: of(from + i).unitId,
      addressee: "Như kính gửi",
    }));
  const carry = async (who: Officer, i: number, parentId: string, recipients: readonly unknown[]) => {
    if (i % 2 === 0) {
      await post("pass on", who, `/directives/${parentId}/pass-on`);
      return parentId;
    }
    const id = newId();
    await issue(who, {
      ...{ id, documentId: newId(), letter: letter(today, "thực hiện Hành trình đỏ", "12") },
      ...{ relation: { kind: "reissue", parentId }, campaign: { existingId: campaignId }, recipients },
    } as { id: string });
    return id;
  };
  const days = { from: today, until: addDays(today, 60) };
  const campaign = {
    id: campaignId,
    programme: "Hành trình đỏ",
    name: "Hành trình đỏ",
    year: Number(today.slice(0, 4)),
    ...days,
  };
  await issue(nation.confederation, {
    ...{
      id: rootId,
      documentId: newId(),
      letter: letter(today, "tuyên truyền Hành trình đỏ", "610"),
      campaign,
    },
    recipients: to(0, nation.provinces, nation.province),
  } as { id: string });
  const ofProvince: string[] = [];
  for (let i = 0; i < nation.provinces; i++) {
    const recipients = to(...nation.communesOf(i), nation.commune);
    ofProvince.push(await carry(nation.province(i), i, rootId, recipients));
  }
  // The statistics of a database in use: without them the planner still believes the tables to be empty.
  await running.pool.query("analyze directive.recipient, directive.task, directive.task_step");
  const provinceOf = (commune: number): number => {
    for (let i = 0; i < nation.provinces; i++) if (commune < nation.communesOf(i)[1]) return i;
    return nation.provinces - 1;
  };
  const ofCommune: string[] = new Array(nation.communes);
  await pooled(CARRIERS_AT_ONCE, nation.communes, async (i) => {
    const recipients = to(...nation.under(i), nation.grass);
    ofCommune[i] = await carry(nation.commune(i), i, ofProvince[provinceOf(i)] ?? rootId, recipients);
  });
  say(`\nThe carriers, ${CARRIERS_AT_ONCE} at once\n${HEAD}`);
  for (const [name, one] of Object.entries(times)) say(one.line(name));
  const communeOf = (grass: number): number => Math.floor((grass * nation.communes) / nation.grassroots);
  return { rootId, held: (grass) => ofCommune[communeOf(grass)] ?? rootId };
}

export async function pooled(
  width: number,
  count: number,
  act: (i: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let i = next++; i < count; i = next++) await act(i);
    }),
  );
}

/** A key from within the list: the last row of the tenth page. */
async function middlePage(port: number, officer: Officer, at: string): Promise<string> {
  let key = "";
  for (let i = 0; i < 10; i++) {
    const path = `${at}/late?limit=100${key === "" ? "" : `&after=${encodeURIComponent(key)}`}`;
    key = must(await call(port, officer, addressOf(99), "GET", path)).body.next ?? key;
  }
  return key;
}

async function compare({ nation, pool, port, today }: Running, rootId: string): Promise<string[]> {
  const at = `/api/units/${nation.confederation.unitId}/directives/${rootId}`;
  const ask = async (path: string) =>
    must(await call(port, nation.confederation, addressOf(99), "GET", `${at}${path}`)).body;
  const { levels } = (await ask("/levels")) as {
    levels: { reached: number; received: number; disseminated: number }[];
  };
  const sum = (what: "reached" | "received" | "disseminated"): number =>
    levels.reduce((all, level) => all + level[what], 0);
  const said = {
    reached: sum("reached"),
    received: sum("received"),
    disseminated: sum("disseminated"),
    late: (await ask("/late")).total as number,
  };
  const counted = await recount(pool, rootId, addDays(today, DAYS_LATER));
  say(`\ncounts     said ${JSON.stringify(said)}\n        recount ${JSON.stringify(counted)}`);
  return (Object.keys(said) as (keyof typeof said)[])
    .filter((what) => said[what] !== counted[what])
    .map((what) => `${what}: ${said[what]} said, ${counted[what]} counted`);
}

/** The look of the next morning reminds all who are late: one transaction. Looked at twice, nobody is told twice. */
async function remind({ pool, today }: Running, rootId: string): Promise<string[]> {
  const day = addDays(today, DAYS_LATER - 1);
  let queued = 0;
  // The look falls on working days: the first from here on.
  for (let i = 0; i < 4; i++) {
    const now = `${addDays(day, i)}T02:00:00.000Z`;
    const jobs = chaseJobs({
      pool,
      now: () => now,
      publicUrl: "http://giothong.test",
      enqueue: (tx, job, payload, options) => {
        queued += 1;
        return enqueue(tx, job, payload, options);
      },
    });
    const took = performance.now();
    await jobs[CHASE_JOB]?.({}, { attempt: 1, lastAttempt: false });
    const seconds = (performance.now() - took) / 1000;
    const { rows } = await pool.query<{ units: number; due: number }>(
      `select (select count(*)::int from directive.reminder where day = $1) as units,
              (select count(distinct unit_id)::int from directive.recipient
               where root_id = $2 and ended_at is null and received_at is null) as due`,
      [addDays(day, i), rootId],
    );
    const { units = 0, due = 0 } = rows[0] ?? {};
    if (units === 0) continue;
    say(
      `the morning's look: ${units} units reminded, ${queued} e-mails queued, ${seconds.toFixed(1)} s (${due} not confirmed)`,
    );
    await jobs[CHASE_JOB]?.({}, { attempt: 1, lastAttempt: false });
    const again = await pool.query("select count(*)::int as n from directive.reminder where day = $1", [
      addDays(day, i),
    ]);
    await sleep(0);
    return again.rows[0]?.n === units ? [] : ["the second look of a day reminded again"];
  }
  return ["no look reminded anybody"];
}
