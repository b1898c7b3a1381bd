// Several processes behind one port, as real processes: replaced, killed and stopped while clients use them.
import { existsSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CAST, type CastName } from "../../../test/cast.ts";
import { embeddedServer } from "../../../test/database.ts";
import { makeWorld, PASSWORD, type World } from "../../../test/world.ts";
import { verifyAudit } from "../../platform/audit/sealer.ts";
import { reader, row, rows, sql } from "../../platform/db/sql.ts";
import { newId } from "../../platform/pure/ids.ts";
import { ANCHOR } from "./house.ts";
import { type Built, buildProgram, call, type Running, run, signedIn, startLoad } from "./served.fixture.ts";

const WORKERS = 2;
/** A busy machine needs half a minute to begin a process. */
const MINUTES = 240_000;
const CLIENTS: readonly CastName[] = ["thu", "tuan", "binh", "hanh", "chi", "son"];

// Linux alone tells who a process' children are without a program of its own.
describe.runIf(existsSync("/proc/self/task"))("several processes behind one port", () => {
  let world: World;
  let built: Built;
  let served: Running;
  let cookies: string[];
  /** Each time a job of the minute was asked for, and for which minute. */
  const crons = () =>
    rows<{ times: number; minute: string }>(
      reader(world.pool),
      sql`select count(*) as times, run_at as minute from public.cron_seen group by job, run_at`,
    );
  const rowsOf = async (operation: string, keys: readonly string[]): Promise<number> =>
    (
      await row<{ count: number }>(
        reader(world.pool),
        sql`select count(*) from platform.command where operation = ${operation} and key = any (${keys}::uuid[])`,
      )
    )?.count ?? 0;
  const audits = async (): Promise<number> =>
    (
      await row<{ count: number }>(
        reader(world.pool),
        sql`select count(*) from platform.audit_entry where operation = 'account.set-email'`,
      )
    )?.count ?? 0;

  beforeAll(async () => {
    [world, built] = await Promise.all([makeWorld(await embeddedServer()), buildProgram()]);
    served = await run(built, { args: ["serve", "--workers", String(WORKERS)], databaseUrl: world.url });
    await served.waitFor(/processes answer/);
    await world.pool.query(`
      create table public.cron_seen (job text, run_at timestamptz);
      create function public.see_cron() returns trigger language plpgsql as $$
      begin
        if new.payload::jsonb ? '_cron' then
          insert into public.cron_seen
            select identifier, new.run_at from graphile_worker._private_tasks where id = new.task_id;
        end if;
        return null;
      end $$;
      create trigger see_cron after insert on graphile_worker._private_jobs
        for each row execute function public.see_cron();`);
    cookies = await Promise.all(CLIENTS.map((who) => signedIn(served.port, CAST[who].login, PASSWORD)));
  }, MINUTES);
  afterAll(async () => {
    await served?.remove();
    await built?.remove();
    await world?.close();
  });

  it("a session made at one is good at all, and ends at all", async () => {
    const cookie = await signedIn(served.port, CAST.bich.login, PASSWORD);
    const ask = async () => (await call({ port: served.port, path: "/api/session", cookie })).status;
    const figures = async () => (await call({ port: served.port, path: "/metrics" })).text;
    for (let turn = 0; turn < 2 * WORKERS; turn++) expect(await ask()).toBe(200);
    // Each of them has answered, or the six above prove nothing.
    for (let worker = 1; worker <= WORKERS; worker++)
      expect(await figures()).toMatch(
        new RegExp(
          `giothong_request_seconds_count\\{operation="account.me",status="200",worker="${worker}"\\}`,
        ),
      );
    const out = await call({ port: served.port, method: "DELETE", path: "/api/session", cookie });
    expect(out.status).toBe(200);
    for (let turn = 0; turn < 2 * WORKERS; turn++) expect(await ask()).toBe(401);
    expect(await figures()).toContain(`giothong_workers_ready ${WORKERS}`);
  });

  it("tries at a password are counted over all of them", async () => {
    const attempt = () =>
      call({
        ...{ port: served.port, method: "POST", path: "/api/session", from: "10.9.0.1" },
        body: { login: "thu", password: "sai" },
      });
    const statuses: number[] = [];
    for (let turn = 0; turn < 34; turn++) statuses.push((await attempt()).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect(statuses.slice(0, 30)).not.toContain(429);
  });

  it("one key sent to all at once is done once and answered alike", async () => {
    const cookie = cookies[0] as string;
    const [key, before] = [newId(), await audits()];
    const answers = await Promise.all(
      Array.from({ length: 4 * WORKERS }, () =>
        call({
          ...{ port: served.port, method: "POST", path: "/api/account/email", cookie, key },
          body: { email: "mot.lan@vi-du.vn" },
        }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(["200 {}"]));
    expect((await audits()) - before).toBe(1);
  });

  it(
    "all are replaced under load and not one request is lost, nor done twice",
    async () => {
      const [before, workers] = [await audits(), await served.workers()];
      const load = startLoad(served.port, cookies);
      onTestFinished(load.stop);
      await sleep(500);
      // Begun before, finished while its worker ends: it must be waited for.
      const slow = slowly(served.port, cookies[0] as string, 4_000);
      served.child.kill("SIGHUP");
      await served.waitFor(/have been replaced/);
      await sleep(500);
      await load.stop();
      expect(load.failures.slice(0, 5)).toEqual([]);
      expect(await slow).toMatch(/^HTTP\/1.1 200/);
      expect(load.done.length).toBeGreaterThan(100);
      expect(load.reads).toBeGreaterThan(100);
      expect(await rowsOf("account.set-email", load.done)).toBe(load.done.length);
      expect((await audits()) - before).toBe(load.done.length + 1);
      const after = await served.workers();
      expect(after).toHaveLength(WORKERS);
      expect(after.filter((pid) => workers.includes(pid))).toEqual([]);
      console.log(`${load.reads} reads, ${load.done.length} writes while ${WORKERS} processes were replaced`);
    },
    MINUTES,
  );

  it(
    "one killed under load loses what it had begun and nothing else; repeated with its key it is done once",
    async () => {
      const before = await audits();
      const load = startLoad(served.port, cookies, true);
      onTestFinished(load.stop);
      for (let round = 1; round <= 2; round++) {
        await sleep(700);
        const [victim] = await served.workers();
        process.kill(victim as number, "SIGKILL");
        await served.waitFor(/ended unexpectedly/, round);
        // The next one only when there is another to go to.
        await expect
          .poll(async () => (await call({ port: served.port, path: "/metrics" })).text, { timeout: 120_000 })
          .toContain(`giothong_workers_ready ${WORKERS}`);
      }
      await sleep(1500);
      await load.stop();
      console.log(`${load.failures.length} requests cut off by two kills, ${load.done.length} writes done`);
      expect(load.failures.filter(({ what }) => /^\d/.test(what)).slice(0, 5)).toEqual([]); // cut off, never answered wrongly
      // At once, so that they can be repeated: nobody is left waiting for a process that is gone.
      expect(load.failures.filter(({ what }) => /no answer/.test(what))).toEqual([]);
      expect(load.failures.length).toBeLessThanOrEqual(2 * CLIENTS.length);
      const keys = [...load.done, ...load.failures.flatMap(({ key }) => key ?? [])];
      expect(await rowsOf("account.set-email", load.done)).toBe(load.done.length);
      expect((await audits()) - before).toBe(await rowsOf("account.set-email", [...new Set(keys)]));
      await expect
        .poll(async () => (await call({ port: served.port, path: "/metrics" })).text, { timeout: 20_000 })
        .toContain(`giothong_workers_ready ${WORKERS}`);
    },
    MINUTES,
  );

  it(
    "a second machine on the same database seals the same chain, and each keeps all its heads",
    async () => {
      const other = await run(built, { args: ["serve", "--workers", "1"], databaseUrl: world.url });
      try {
        await other.waitFor(/processes answer/);
        const loads = [served, other].map(({ port }) => startLoad(port, cookies));
        for (const load of loads) onTestFinished(load.stop);
        await sleep(4_000);
        for (const load of loads) await load.stop();
        expect(loads.flatMap(({ failures }) => failures).slice(0, 5)).toEqual([]);
        await expect
          .poll(async () => (await unsealed(world)) ?? -1, { timeout: 10_000, interval: 200 })
          .toBe(0);
        await sleep(1500);
        const heads = [];
        for (const { dataDir } of [served, other]) {
          expect(await verifyAudit(world.pool, join(dataDir, ANCHOR))).toEqual([]);
          const lines = (await readFile(join(dataDir, ANCHOR), "utf8")).trim().split("\n");
          heads.push(lines.map((line) => (JSON.parse(line) as { no: number }).no));
        }
        expect(heads[0]).toEqual(heads[0]?.map((_, index) => index + 1));
        expect(heads[1]).toEqual(heads[0]);
      } finally {
        await other.remove();
      }
    },
    MINUTES,
  );

  it(
    "jobs of the minute are asked for once a minute",
    async () => {
      const whole = async (): Promise<number> => new Set((await crons()).map(({ minute }) => minute)).size;
      await expect.poll(whole, { timeout: 100_000, interval: 500 }).toBeGreaterThanOrEqual(1);
      await sleep(1500); // whoever is late
      expect((await crons()).map(({ times }) => times)).toEqual((await crons()).map(() => 1));
    },
    MINUTES,
  );

  it.each([{ args: ["start", "--no-demo"] }, { args: ["serve", "--workers", "2"] }])(
    "$args.0 told to stop under load answers what has begun, and writes nothing it does not answer",
    async ({ args }) => {
      const other = await run(built, { args, databaseUrl: world.url });
      onTestFinished(other.remove);
      await other.waitFor(/is ready/);
      const before = await audits();
      const load = startLoad(other.port, cookies);
      onTestFinished(load.stop);
      await sleep(1_500);
      other.child.kill("SIGTERM");
      expect(await other.ended).toBe(0);
      await load.stop();
      // Nobody there any more, or not yet taken in when the door closed: never begun.
      const unlike = load.failures.filter(({ what }) => !/ECONNREFUSED|ECONNRESET|socket hang up/.test(what));
      expect(unlike.slice(0, 5)).toEqual([]);
      expect(load.done.length).toBeGreaterThan(10);
      expect((await audits()) - before).toBe(load.done.length);
    },
    MINUTES,
  );

  it(
    "a version that does not run replaces nobody, and processes that die at once end the program with one line",
    async () => {
      const manifest = join(built.folder, "web", "manifest.json");
      const workers = await served.workers();
      await rename(manifest, `${manifest}.away`);
      try {
        served.child.kill("SIGHUP");
        await served.waitFor(/did not come up/);
        expect((await served.workers()).toSorted()).toEqual(workers.toSorted());
        expect((await call({ port: served.port, path: "/healthz" })).status).toBe(200);
        for (const pid of workers) process.kill(pid, "SIGKILL");
        await served.waitFor(/5 times in a row/);
        expect(await served.ended).toBe(1);
      } finally {
        await rename(`${manifest}.away`, manifest);
      }
    },
    MINUTES,
  );
});

const unsealed = async ({ pool }: World): Promise<number | undefined> =>
  (
    await row<{ count: number }>(
      reader(pool),
      sql`select count(*) from platform.audit_entry where block_no is null`,
    )
  )?.count;

/** A write whose body takes its time; answers the first line of what came back. */
function slowly(port: number, cookie: string, ms: number): Promise<string> {
  const body = JSON.stringify({ email: "cham.rai@vi-du.vn" });
  const head = [
    "POST /api/account/email HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/json",
    `content-length: ${body.length}`,
    `idempotency-key: ${newId()}`,
    `cookie: ${cookie}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 5)}`);
      setTimeout(() => socket.write(body.slice(5)), ms);
    });
    socket.setEncoding("utf8").on("data", (text: string) => resolve(text.split("\r\n")[0] ?? ""));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("closed without an answer")));
  });
}
