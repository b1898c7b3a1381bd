// A program on the embedded database for the tests that kill it: writes rows and tells each one that was
// acknowledged on its standard output, after "ready".
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openPool } from "../pool.ts";
import { startEmbedded } from "./embedded.ts";

const [dataDir = "", name = ""] = process.argv.slice(2);
const tell = (line: string) => writeSync(1, `${line}\n`);

const database = await startEmbedded({ dataDir, progress: (line) => writeSync(2, `${line}\n`) });
const pool = openPool(database.unionUrl, { max: 4, applicationName: "writer" });
await pool.query("create table if not exists public.written (name text primary key)");
tell(`ready ${database.adopted ? "adopted" : "started"}`);

let ending = false;
process.once("SIGTERM", () => {
  ending = true;
});

async function writeOn(worker: number): Promise<void> {
  for (let number = 0; !ending; number++) {
    const row = `${name}-${worker}-${number}`;
    try {
      await pool.query("insert into public.written (name) values ($1)", [row]);
      tell(row); // only what the server has acknowledged
    } catch {
      await sleep(20); // this row's fate is unknown: neither told nor written again
    }
  }
}

await Promise.all([1, 2, 3, 4].map(writeOn));
await pool.end();
await database.stop();
