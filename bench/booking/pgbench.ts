// PostgreSQL's own load generator, which comes with Debian's postgresql packages: found, run, and its log read.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { coreSeconds } from "./processes.ts";

const DEBIAN = "/usr/lib/postgresql";

/** The newest one there is; undefined where none is installed. */
export function findPgbench(): string | undefined {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, "bin"))
    : [];
  const places = [...debian, ...(process.env.PATH ?? "").split(delimiter)];
  return places.map((place) => join(place, "pgbench")).find((file) => existsSync(file));
}

export interface Benched {
  /** Script runs ended within the counted seconds. */
  readonly runs: number;
  readonly seconds: number;
  /** All, warm-up included. */
  readonly allRuns: number;
  /** ms of each counted run. */
  readonly times: readonly number[];
  readonly cpu: number | undefined;
}

/** Runs a script with prepared statements over `connections`; the first `warmSeconds` are not counted. Throws on any error. */
export async function runPgbench(
  program: string,
  databaseUrl: string,
  lines: readonly string[],
  asked: { connections: number; threads: number; seconds: number; warmSeconds: number },
): Promise<Benched> {
  const folder = await mkdtemp(join(tmpdir(), "giothong-pgbench-"));
  try {
    const script = join(folder, "script.sql");
    await writeFile(script, `${lines.join("\n")}\n`);
    const url = new URL(databaseUrl);
    const began = Date.now();
    const child = spawn(
      program,
      [
        ...["-h", url.hostname, "-p", url.port, "-U", decodeURIComponent(url.username)],
        ...[
          "-n",
          "-M",
          "prepared",
          "-f",
          script,
          "-D",
          "turn=0",
          "--log",
          "--log-prefix",
          join(folder, "log"),
        ],
        ...["-c", String(asked.connections), "-j", String(asked.threads)],
        ...["-T", String(asked.seconds + asked.warmSeconds), url.pathname.slice(1)],
      ],
      {
        env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    let code: number | null | undefined;
    child.on("close", (ended) => {
      code = ended ?? 1;
    });
    let cpu: number | undefined;
    while (code === undefined) {
      if (child.pid !== undefined) cpu = (await coreSeconds(child.pid)) ?? cpu;
      await sleep(250);
    }
    if (code !== 0 || /aborted|ERROR/.test(said)) throw new Error(`pgbench: ${said.slice(0, 2000)}`);
    const allRuns = Number(/actually processed: (\d+)/.exec(said)?.[1] ?? 0);
    const { times, seconds } = await readLogs(folder, began / 1000 + asked.warmSeconds, asked.seconds);
    const share = asked.seconds / (asked.seconds + asked.warmSeconds);
    return { runs: times.length, seconds, allRuns, times, cpu: cpu === undefined ? undefined : cpu * share };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each line: connection, number, µs, script, second, µs within it. */
async function readLogs(
  folder: string,
  from: number,
  seconds: number,
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith("log")) continue;
    for (const line of (await readFile(join(folder, name), "utf8")).split("\n")) {
      const [, , micros, , second, within] = line.split(" ");
      const at = Number(second) + Number(within) / 1e6;
      if (at > from && at <= from + seconds) times.push(Number(micros) / 1000);
    }
  }
  return { times, seconds };
}
