// Reports of one nation-wide day going up: grassroots unions → communes → provinces → the nation, then the campaign's own.
// Needs only time and disk: at full size about 3 GB in the temporary folder, removed at the end.
import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runServer } from "./cascade/server.ts";
import { consolidate } from "./reports/consolidate.ts";

const SERVER = "--the-server-of-this-test";
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      units: { type: "string", default: "127000" },
      /** Reports of each level made over HTTP; the rest is written in the tables. */
      over: { type: "string", default: "330" },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
  try {
    const failures = await consolidate({
      folder: join(folder, "data"),
      units: Number(values.units),
      overHttp: Number(values.over),
      server: (url) => fork(process.argv[1] ?? "", [SERVER, url]),
      migrations: resolve("migrations"),
    });
    for (const failure of failures) say(`FAILED  ${failure}`);
    if (failures.length === 0) say("\nok: the nation's report is what a recount of the facts says");
    return failures.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [first, url] = process.argv.slice(2);
if (first === SERVER && url !== undefined) await runServer(url);
else process.exitCode = await main();
