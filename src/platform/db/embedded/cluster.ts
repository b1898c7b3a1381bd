// Makes the data directory of the embedded database: whole under its final name, or not there at all.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { codeOf, DatabaseProblem, folderProblem } from "../problem.ts";
import type { Binaries } from "./binaries.ts";
import { chooseRunner, handOver, type Runner, runToEnd } from "./runner.ts";
import { newSecrets, writeSecrets } from "./secrets.ts";

export const SUPERUSER = "giothong_admin";
const FOLDER = "postgres";
const UNFINISHED = "postgres.new";

/** The PostgreSQL data directory inside the data folder. */
export const clusterDir = (dataDir: string): string => join(dataDir, FOLDER);

/** The major version of the data that is there; undefined when there is none yet. */
export async function clusterMajor(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(clusterDir(dataDir), "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw folderProblem(error, dataDir);
  }
}

/** Creates the data directory with fresh passwords. Throws `db.init-failed`, `db.disk-full`, `db.folder-unwritable`. */
export async function createCluster(dataDir: string, binaries: Binaries): Promise<void> {
  const unfinished = join(dataDir, UNFINISHED);
  const passwordFile = join(dataDir, "password.new");
  try {
    await rm(unfinished, { recursive: true, force: true });
    const secrets = await newSecrets();
    await writeSecrets(dataDir, secrets);
    await writeFile(passwordFile, secrets.superuser, { mode: 0o600 });
    await mkdir(unfinished, { mode: 0o700 });
    const runner = namedRunner(await chooseRunner(dataDir, binaries));
    await handOver(unfinished, runner);
    await handOver(passwordFile, runner);
    const locale =
      Number(binaries.major) >= 17
        ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        : ["--locale=C.UTF-8"];
    const made = await runToEnd(runner, binaries, binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--data-checksums",
      ...locale,
    ]);
    if (made.code !== 0) throw initProblem(dataDir, made.output);
    await writeFile(join(unfinished, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    await removeEmpty(clusterDir(dataDir));
    await rename(unfinished, clusterDir(dataDir));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw folderProblem(error, dataDir);
  } finally {
    await rm(passwordFile, { force: true }).catch(() => undefined);
  }
}

// initdb, unlike the server, insists that its user has a name, which a container's bare number has not;
// inside a user namespace everyone is "nobody", and the files still belong to the number.
function namedRunner(runner: Runner): Runner {
  if (runner.kind !== "self" || process.platform !== "linux") return runner;
  try {
    userInfo();
    return runner;
  } catch {
    return { kind: "namespace" };
  }
}

/** The refusal that fits what a PostgreSQL program printed before it gave up. */
export function failureOf(
  key: "db.init-failed" | "db.start-failed",
  dataDir: string,
  output: string,
): DatabaseProblem {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new DatabaseProblem("db.disk-full", { dir: dataDir });
  }
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.findLast((line) => /FATAL|PANIC|error:|ERROR/.test(line)) ?? lines.at(-1) ?? "?";
  return new DatabaseProblem(key, { dir: dataDir, detail: telling.trim() });
}

const initProblem = (dataDir: string, output: string) => failureOf("db.init-failed", dataDir, output);

async function removeEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) await rm(folder, { recursive: true, force: true });
}
