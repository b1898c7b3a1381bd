// Starts the test database servers when the first test file asks, once per run, and removes them at the end.
// Runs without databases (pure rules) pay nothing.
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findPostgres15 } from "../scripts/postgres15.mjs";
import { type Binaries, binariesIn, bundledBinaries } from "../src/platform/db/embedded/binaries.ts";
import { type EmbeddedDatabase, startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { isOwned } from "../src/platform/db/embedded/owner-lock.ts";
import { shutDown } from "../src/platform/db/embedded/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServersAt: string;
  }
}

const PREFIX = "giothong-servers-";
// A folder younger than this may belong to a run that is just starting.
const STARTING_MS = 60_000;

// A test's data lives for a minute; waiting for the disk would only slow it down.
const QUICK = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "300" };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<Running[]> | undefined;
  const door = createServer((_, answer) => {
    starting ??= startAll();
    starting.then(
      (running) =>
        answer.end(JSON.stringify(running.map(({ name, database }) => ({ name, ...addresses(database) })))),
      (error: Error) => answer.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  door.unref();
  project.provide("testServersAt", `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.closeAllConnections();
    door.close();
    const running = await starting?.catch(() => []);
    await Promise.all((running ?? []).map(stop));
  };
}

interface Running {
  readonly name: string;
  readonly folder: string;
  readonly database: EmbeddedDatabase;
}

const addresses = ({ adminUrl, unionUrl, medicalUrl }: EmbeddedDatabase) => ({
  adminUrl,
  unionUrl,
  medicalUrl,
});

async function startAll(): Promise<Running[]> {
  await removeLeftovers();
  const starts = [start("PostgreSQL 18 embedded")];
  const fifteen = findPostgres15();
  if (fifteen === undefined)
    console.log("not run here: the database tests on PostgreSQL 15 (it is not installed)");
  else starts.push(start("PostgreSQL 15", binariesIn(fifteen, "15")));
  return Promise.all(starts);
}

async function start(name: string, binaries?: Binaries): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const dataDir = join(folder, "data");
  const options = { dataDir, progress: () => undefined, settings: QUICK };
  const database = await startEmbedded(binaries === undefined ? options : { ...options, binaries });
  return { name, folder, database };
}

async function stop({ folder, database }: Running): Promise<void> {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Servers of runs that were killed: their folders have no living owner any more. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((found) => found.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const dataDir = join(folder, "data");
      if (Date.now() - (await stat(folder)).mtimeMs < STARTING_MS) continue;
      if (!(await readdir(folder)).includes("data") || (await isOwned(dataDir))) continue;
      await shutDown(dataDir, await bundledBinaries(join(dataDir, "lib")));
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another user's folder, or one that another run is removing: not ours to insist on.
    }
  }
}
