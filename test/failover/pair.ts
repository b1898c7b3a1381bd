// A PostgreSQL and its streaming standby on this machine, by PostgreSQL's own replication: for tests of what the
// program does when the one dies and the other takes its place.
import { appendFile, copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findPostgres15 } from "../../scripts/postgres15.mjs";
import { type Binaries, binariesIn, bundledBinaries } from "../../src/platform/db/embedded/binaries.ts";
import { clusterDir, createCluster, SUPERUSER } from "../../src/platform/db/embedded/cluster.ts";
import { ensureLogins, UNION } from "../../src/platform/db/embedded/logins.ts";
import { freePort, readSecrets, type Secrets } from "../../src/platform/db/embedded/secrets.ts";
import { holderOf, launch, shutDown } from "../../src/platform/db/embedded/server.ts";
import type { TestServer } from "../database.ts";

/** The PostgreSQL programs of this machine that a pair can be made of. */
export async function pairServers(folder: string): Promise<[TestServer["name"], Binaries][]> {
  const fifteen = findPostgres15();
  const bundled: [TestServer["name"], Binaries] = ["PostgreSQL 18 embedded", await bundledBinaries(folder)];
  return fifteen === undefined ? [bundled] : [bundled, ["PostgreSQL 15", binariesIn(fifteen, "15")]];
}

const PATIENCE_MS = 30_000;
const SETTINGS = {
  // What the standby has not fetched yet is kept for it.
  wal_keep_size: "512MB",
  wal_receiver_timeout: "5s",
  wal_retrieve_retry_interval: "200ms",
};

export interface Node {
  readonly port: number;
  /** One statement as the superuser. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** As a power cut would: no goodbye to anybody. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

async function node(dataDir: string, binaries: Binaries, port: number, password: string): Promise<Node> {
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({
      host: "127.0.0.1",
      port,
      user: SUPERUSER,
      password,
      database: "postgres",
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const start = async () => {
    const { failed } = await launch(dataDir, binaries, port, SETTINGS);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const failure = failed();
      if (failure !== undefined) throw new Error(failure);
      try {
        await ask("select 1");
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(50);
      }
    }
  };
  return {
    port,
    ask,
    start,
    async kill() {
      const holder = await holderOf(dataDir);
      if (holder !== undefined) process.kill(holder.pid, "SIGKILL");
    },
    stop: () => shutDown(dataDir, binaries),
  };
}

export interface Pair {
  readonly primary: Node;
  readonly standby: Node;
  /** The primary, as tests know servers. */
  readonly server: TestServer;
  /** The address of a database of the primary as one of both servers; `standby` alone with `"standby"`. */
  address(url: string, of: "both" | "standby"): string;
  /** From now on nothing is acknowledged that the standby has not on its disk. */
  synchronous(): Promise<void>;
  /** Makes the standby the primary. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both, the standby streaming from the primary. */
export async function startPair(folder: string, name: TestServer["name"], binaries: Binaries): Promise<Pair> {
  const first = join(folder, "first");
  const second = join(folder, "second");
  await mkdir(first, { recursive: true });
  await createCluster(first, binaries);
  await appendFile(
    join(clusterDir(first), "pg_hba.conf"),
    `host replication ${SUPERUSER} 127.0.0.1/32 scram-sha-256\n`,
  );
  const secrets = await readSecrets(first);
  const primary = await node(first, binaries, secrets.port, secrets.superuser);
  await primary.start();
  await asAdmin(secrets, (admin) => ensureLogins(admin, secrets));
  const standby = await node(second, binaries, await freePort(), secrets.superuser);
  await copyBase(first, second, secrets);
  await standby.start();
  const streaming = async () =>
    (await primary.ask("select 1 from pg_stat_replication where state = 'streaming'")).length === 1;
  await until(streaming);

  const address = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${secrets.port}/${database}`;
  const here = `127.0.0.1:${secrets.port}`;
  const there = `127.0.0.1:${standby.port}`;
  return {
    primary,
    standby,
    server: {
      name,
      adminUrl: address(SUPERUSER, secrets.superuser, "postgres"),
      unionUrl: address(UNION.login, secrets.union, UNION.database),
      medicalUrl: "",
    },
    address: (url, of) => url.replace(here, of === "both" ? `${here},${there}` : there),
    async synchronous() {
      await primary.ask("alter system set synchronous_standby_names = '*'");
      await primary.ask("select pg_reload_conf()");
      await until(
        async () =>
          (await primary.ask("select 1 from pg_stat_replication where sync_state = 'sync'")).length === 1,
      );
    },
    async promote() {
      await standby.ask("select pg_promote(true, 30)");
    },
    async stop() {
      await standby.stop();
      await primary.stop();
    },
  };
}

async function asAdmin(
  { port, superuser }: Secrets,
  work: (admin: pg.Client) => Promise<void>,
): Promise<void> {
  const admin = new pg.Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password: superuser,
    database: "postgres",
  });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** A base copy as pg_basebackup makes one, which the packaged PostgreSQL does not have. */
async function copyBase(from: string, to: string, secrets: Secrets): Promise<void> {
  await asAdmin(secrets, async (admin) => {
    await admin.query("select pg_backup_start('standby', true)");
    await mkdir(to, { recursive: true });
    await copyTree(clusterDir(from), clusterDir(to));
    const { rows } = await admin.query("select labelfile from pg_backup_stop(false)");
    const put = (file: string, text: string) => writeFile(join(clusterDir(to), file), text);
    await put("backup_label", rows[0].labelfile);
    await put("standby.signal", "");
    const { port, superuser } = secrets;
    await appendFile(
      join(clusterDir(to), "postgresql.auto.conf"),
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=${SUPERUSER} password=${superuser}'\n`,
    );
  });
}

const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts", "pg_internal.init"]);
const ONLY_FOLDERS = new Set(["pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify", "pg_subtrans"]);

// A file that goes away while it is copied is one that the log makes good.
async function copyTree(from: string, to: string, files = true): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target, files && !ONLY_FOLDERS.has(entry.name));
    else if (files && !LEFT_OUT.has(entry.name)) {
      await copyFile(source, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
        await rm(target, { force: true });
      });
    }
  }
}

/** Waits until it is so; throws after half a minute. */
export async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await sleep(50);
  }
}
