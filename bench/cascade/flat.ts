// One letter from the top straight to every grassroots union: issued at once, taken to its list part by part.
import { setTimeout as sleep } from "node:timers/promises";
import { CHASE_JOB, chaseJobs } from "../../src/directive/jobs.ts";
import { DELIVER_JOB } from "../../src/directive/service/letters/issue.ts";
import { addDays } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { addressOf, call, HEAD, type Reply, Times } from "./client.ts";
import type { Running } from "./nation.ts";
import { letter, must } from "./officers.ts";

const say = (line = ""): void => void process.stdout.write(`${line}\n`);
const LINE = { text: "Công đoàn cơ sở", group: "grassroots" };

/**
 * The whole list is frozen when the draft is kept; issuing answers at once; the rest is the job's, stopped once in the
 * middle as by a kill and begun again. Meanwhile another officer looks at their tasks.
 */
export async function flat({ nation, pool, port, today }: Running): Promise<string[]> {
  const top = nation.confederation;
  const unit = `/api/units/${top.unitId}`;
  const [id, other] = [newId(), nation.grass(7)];
  const ask = async (what: string, method: "GET" | "POST", path: string, body?: unknown): Promise<Reply> => {
    const reply = must(await call(port, top, addressOf(98), method, `${unit}${path}`, body));
    say(`${what.padEnd(60)} ${reply.ms.toFixed(0).padStart(7)} ms`);
    return reply;
  };
  say("\nStraight to every grassroots union");
  const found = await ask("whom the line stands for", "POST", "/addressees", {
    addressees: [LINE],
    asOf: today,
  });
  const failures: string[] = [];
  if (found.body.addressees[0].count !== nation.grassroots) failures.push("the line does not stand for all");
  await ask("kept as a draft", "POST", "/directives", {
    ...{
      id,
      documentId: newId(),
      letter: { ...letter(today, "tuyên truyền Tuần lễ hồng", "900"), addressees: [LINE] },
    },
    ...{ recipients: [], whole: [LINE.text] },
    campaign: {
      ...{ id: newId(), programme: "Tuần lễ hồng", name: "Tuần lễ hồng", year: Number(today.slice(0, 4)) },
      ...{ from: today, until: addDays(today, 60) },
    },
  });
  await ask("issued", "POST", `/directives/${id}/issue`);

  const jobs = chaseJobs({
    pool,
    now: () => new Date().toISOString(),
    publicUrl: "http://giothong.test",
    enqueue: async () => undefined,
  });
  const others = new Times();
  let over = false;
  const looking = (async () => {
    while (!over) {
      others.add(await call(port, other, addressOf(97), "GET", `/api/units/${other.unitId}/tasks`));
      await sleep(100);
    }
  })();
  const began = performance.now();
  const half = stoppedAfter(pool, id, Math.floor(nation.grassroots / 2));
  await half;
  const left = await ask("the letter, half of it on its way", "GET", `/directives/${id}`);
  say(`still on its way to ${left.body.onItsWay}`);
  // What was begun goes on: by its own job, and by the look of the next minute at the same time.
  await Promise.all([
    jobs[DELIVER_JOB]?.({ directiveId: id }, { attempt: 2, lastAttempt: false }),
    jobs[CHASE_JOB]?.({}, { attempt: 1, lastAttempt: false }),
  ]);
  over = true;
  await looking;
  say(`taken to ${nation.grassroots} units in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  say(`\nanother officer meanwhile\n${HEAD}\n${others.line("what is to be done")}`);
  const { rows } = await pool.query(
    `select (select count(*)::int from directive.recipient where directive_id = $1) as reached,
            (select count(*)::int from directive.draft_recipient where directive_id = $1) as "left",
            (select count(*)::int from directive.task where root_id = $1) as tasks,
            (select count(distinct unit_id)::int from directive.task where root_id = $1) as owing`,
    [id],
  );
  say(`counts     ${JSON.stringify(rows[0])}`);
  if (rows[0].reached !== nation.grassroots || rows[0].left !== 0 || rows[0].owing !== nation.grassroots)
    failures.push("not everybody was reached once");
  return failures;
}

/** Takes the letter to its first units, as a program would that is killed after that many. */
async function stoppedAfter(pool: Running["pool"], id: string, count: number): Promise<void> {
  const jobs = chaseJobs({
    pool,
    now: () => {
      if (stopped) throw new Error("killed");
      return new Date().toISOString();
    },
    publicUrl: "http://giothong.test",
    enqueue: async () => undefined,
  });
  let stopped = false;
  const running = Promise.resolve(
    jobs[DELIVER_JOB]?.({ directiveId: id }, { attempt: 1, lastAttempt: false }),
  );
  const ended = running.catch((error: unknown) => {
    if (!stopped) throw error;
  });
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      "select count(*)::int as n from directive.recipient where directive_id = $1",
      [id],
    );
    if ((rows[0]?.n ?? 0) >= count) break;
    await sleep(200);
  }
  stopped = true;
  await ended;
}
