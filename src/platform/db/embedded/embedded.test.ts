// The supervisor: one owner, adoption, the wall between the logins, and a plain line for every refusal.
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../pool.ts";
import type { DatabaseProblem } from "../problem.ts";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.ts";
import { bundle, runProgram } from "./program.fixture.ts";
import { holderOf } from "./server.ts";

let folder: string;
let dataDir: string;
const start = (dir = dataDir, progress: (line: string) => void = () => undefined) =>
  startEmbedded({ dataDir: dir, progress });
const isRoot = process.getuid?.() === 0;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-embedded-"));
  dataDir = join(folder, "data");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a running embedded database", () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database.stop());

  it("keeps its passwords where only their owner can read them", async () => {
    const file = join(dataDir, "database.json");
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const log = await readFile(join(dataDir, "postgres.log"), "utf8");
    const { superuser } = JSON.parse(await readFile(file, "utf8")) as { superuser: string };
    expect(superuser.length).toBeGreaterThanOrEqual(32);
    expect(log).not.toContain(superuser);
  });

  it("writes to the disk before it acknowledges, listens on loopback only, asks for SCRAM, orders by code point", async () => {
    const settings = await withClient(database.adminUrl, async (admin) => {
      const found = await admin.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
                current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
                array(select distinct auth_method from pg_hba_file_rules) as methods,
                (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'giothong') as locale,
                (select bool_and(rolpassword like 'SCRAM-SHA-256$%') from pg_authid where rolcanlogin) as scram`,
      );
      return found.rows[0];
    });
    expect(settings).toEqual({
      ...{ fsync: "on", commit: "on", listens: "127.0.0.1", encoding: "UTF8", methods: ["scram-sha-256"] },
      ...{ locale: "b C.UTF-8", scram: true },
    });
  });

  it("keeps each login out of the other's database, roles and rights", async () => {
    const { unionUrl, medicalUrl } = database;
    const crossed = (from: string, to: string) => {
      const url = new URL(from);
      url.pathname = new URL(to).pathname;
      return url.href;
    };
    for (const [own, other, role] of [
      [unionUrl, medicalUrl, "giothong_medical"],
      [medicalUrl, unionUrl, "giothong_union"],
    ] as const) {
      await expect(withClient(crossed(own, other), async () => "in")).rejects.toMatchObject({
        code: "42501",
      });
      await expect(withClient(crossed(own, "postgres://x/postgres"), async () => "in")).rejects.toMatchObject(
        {
          code: "42501",
        },
      );
      await withClient(own, async (client) => {
        const denied = { code: "42501" };
        await expect(client.query(`set role ${role}`)).rejects.toMatchObject(denied);
        await expect(client.query("set role giothong_admin")).rejects.toMatchObject(denied);
        await expect(client.query(`set session authorization ${role}`)).rejects.toMatchObject(denied);
        await expect(client.query(`grant ${role} to current_user`)).rejects.toMatchObject(denied);
        await expect(client.query("create role another")).rejects.toMatchObject(denied);
        await expect(client.query("copy (select 1) to program 'true'")).rejects.toMatchObject(denied);
        await expect(client.query("select pg_read_file('PG_VERSION')")).rejects.toMatchObject(denied);
        const self = await client.query(
          "select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty from pg_roles where rolname = current_user",
        );
        expect(self.rows).toEqual([{ mighty: false }]);
      });
    }
  });

  it("refuses a second owner in one line that names the first", async () => {
    const refusal: DatabaseProblem = await start().then(
      () => Promise.reject(new Error("two owners")),
      (problem) => problem,
    );
    expect(refusal.key).toBe("db.second-owner");
    for (const line of [refusal.message, refusal.in("en")]) {
      expect(line).toContain(dataDir);
      expect(line).toContain(String(process.pid));
      expect(line).not.toContain("\n");
    }
  });

  it("comes back on the same address when PostgreSQL is killed, and the program's pool with it", async () => {
    const pool = openPool(database.unionUrl, { max: 3 });
    try {
      await pool.query("create table public.kept as select 1 as one");
      const holder = await holderOf(dataDir);
      if (holder === undefined) throw new Error("no server");
      process.kill(holder.pid, "SIGKILL");
      // A connection of the killed server may answer for a moment longer: first there must be another.
      await expect
        .poll(async () => (await holderOf(dataDir))?.pid ?? holder.pid, { timeout: 15_000 })
        .not.toBe(holder.pid);
      await expect
        .poll(() => pool.query("select one from public.kept").then((found) => found.rows, String), {
          timeout: 15_000,
        })
        .toEqual([{ one: 1 }]);
    } finally {
      await pool.end();
    }
  });

  it("hands over to a start that comes while it is stopping", async () => {
    const stopping = database.stop();
    // Before the owner has said that it is leaving, a second one is rightly refused.
    const leaving = () =>
      readFile(join(dataDir, "owner.lock"), "utf8").then(
        (text) => text.includes('"stopping":true'),
        () => true,
      );
    for (let asked = 0; asked < 1000 && !(await leaving()); asked++);
    const lines: string[] = [];
    database = await startEmbedded({ dataDir, progress: (line) => lines.push(line) });
    await stopping;
    expect(database.adopted).toBe(false);
    const kept = await withClient(database.unionUrl, (client) => client.query("select one from public.kept"));
    expect(kept.rows).toEqual([{ one: 1 }]);
  });
});

describe("a start on data that was left behind", () => {
  it("adopts the living server of a program that was killed", async () => {
    const program = await bundle(join(import.meta.dirname, "writer.fixture.ts"));
    const run = runProgram(program.file, [dataDir, "killed"]);
    await run.waitFor((line) => line.startsWith("killed-"));
    const before = await holderOf(dataDir);
    run.child.kill("SIGKILL");
    await run.ended;
    const database = await start();
    expect(database.adopted).toBe(true);
    expect((await holderOf(dataDir))?.pid).toBe(before?.pid);
    await database.stop();
    expect(await holderOf(dataDir)).toBeUndefined();
    await program.remove();
  });

  it("is not misled by the number of a dead server that another program now has", async () => {
    const file = join(dataDir, "postgres", "postmaster.pid");
    await writeFile(file, `${process.pid}\n${join(dataDir, "postgres")}\n1\n1\n\n127.0.0.1\n0 0\nready\n`);
    const database = await start();
    expect(database.adopted).toBe(false);
    await database.stop();
  });

  it("is not misled by the lock of a program that died", async () => {
    const owner = {
      pid: 2 ** 22 - 1,
      startMark: "1",
      space: "",
      since: "2021-01-18T00:00:00Z",
      stopping: false,
    };
    const { processSpace } = await import("./process-life.ts");
    await writeFile(join(dataDir, "owner.lock"), JSON.stringify({ ...owner, space: processSpace() }));
    const database = await start();
    await database.stop();
  });

  it("takes another port when its own is taken", async () => {
    const { port } = JSON.parse(await readFile(join(dataDir, "database.json"), "utf8")) as { port: number };
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(port, "127.0.0.1", resolve));
    const database = await start();
    expect(new URL(database.unionUrl).port).not.toBe(String(port));
    await withClient(database.unionUrl, (client) => client.query("select 1"));
    await database.stop();
    stranger.close();
  });

  it("lets only one of two that come at the same moment have it", async () => {
    const both = await Promise.allSettled([start(), start()]);
    const got = both.filter((one) => one.status === "fulfilled");
    const refused = both.filter((one) => one.status === "rejected");
    expect([got.length, refused.map((one) => one.reason.key)]).toEqual([1, ["db.second-owner"]]);
    await got[0]?.value.stop();
  });

  it("refuses data of another PostgreSQL version by name", async () => {
    const old = join(folder, "old");
    await mkdir(join(old, "postgres"), { recursive: true });
    await writeFile(join(old, "postgres", "PG_VERSION"), "17\n");
    await expect(start(old)).rejects.toMatchObject({
      key: "db.wrong-major",
      values: { found: "17", expected: "18" },
    });
  });

  it("refuses data whose passwords are gone", async () => {
    const bare = join(folder, "bare");
    await mkdir(join(bare, "postgres"), { recursive: true });
    await writeFile(join(bare, "postgres", "PG_VERSION"), "18\n");
    await expect(start(bare)).rejects.toMatchObject({ key: "db.secrets-missing" });
  });
});

describe("a folder that cannot serve", () => {
  it("is refused when it is no folder", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    await expect(start(file)).rejects.toMatchObject({ key: "db.folder-unwritable" });
    await expect(start(join(file, "data"))).rejects.toMatchObject({ key: "db.folder-unwritable" });
  });

  it("serves root when only root can read it", async ({ skip }) => {
    if (!isRoot) {
      console.log("not run here: data in a folder that only root can read (not root)");
      return skip("not root");
    }
    const hidden = await mkdtemp(join(folder, "hidden-")); // 0700
    const inside = join(hidden, "data");
    for (const round of [1, 2]) {
      const database = await start(inside);
      const found = await withClient(database.unionUrl, (client) => client.query(`select ${round} as round`));
      expect(found.rows).toEqual([{ round }]);
      await database.stop();
    }
  });
});
