// What a seeded country takes of a machine: the database on disk, memory of the server of the database and of the program,
// and overviews of its unions, each asked once. Needs the data folder of a stopped `giothong seed`, which it starts as an
// operator would: --data FOLDER. --unions 120. Linux (it reads /proc).
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { portOr } from "../src/platform/db/embedded/secrets.ts";
import { SESSION_COOKIE } from "../src/platform/http/bind.ts";
import { addressOf, call, Times } from "./cascade/client.ts";
import { Program, residentMb } from "./soak/program.ts";

const SIGN_IN = { login: "tonglien", password: "giot-hong-mau" };
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, unions: { type: "string", default: "120" } },
  });
  if (values.data === undefined) {
    say("--data FOLDER: of a `giothong seed`, with its program stopped");
    return 2;
  }
  const port = await portOr(0);
  const program = new Program({ port, dataDir: values.data, databaseUrl: undefined, workers: 1 });
  try {
    await program.start();
    const token = await signIn(port);
    const ask = (path: string, nth: number) => call(port, { unitId: "", token }, addressOf(nth), "GET", path);
    const me = (await ask("/api/session", 0)).body as { grants: { placeId: string }[] };
    const root = me.grants[0]?.placeId ?? "";
    const campaigns = (await ask(`/api/units/${root}/campaigns`, 0)).body as { items: { id: string }[] };
    const campaign = campaigns.items[0]?.id ?? "";
    const times = new Times();
    // Breadth first, so that all levels are among them; a union is asked once: nothing is kept of it.
    const waiting = [root];
    for (let nth = 0; nth < Number(values.unions) && waiting.length > 0; nth++) {
      // In turn the widest and the deepest that wait.
      const unitId = (nth % 2 === 0 ? waiting.shift() : waiting.pop()) as string;
      const reply = await ask(`/api/units/${unitId}/campaigns/${campaign}/overview`, nth);
      if (!times.add(reply)) throw new Error(`overview: ${reply.status} ${JSON.stringify(reply.body)}`);
      const { children } = reply.body as { children: { unit: { id: string } }[] };
      waiting.push(...children.map(({ unit }) => unit.id));
    }
    const database = await postmasterOf(values.data);
    const ofDatabase = await sumOf([database, ...(await childrenOf(database))], ownMb);
    const own = (await program.processes()).filter((pid) => pid !== database);
    say(`on disk                    ${(await diskMb(join(values.data, "postgres"))).toFixed(0)} MB`);
    say(`the database's processes   ${ofDatabase.toFixed(0)} MB, shared memory counted once`);
    say(`the program, ${own.length} processes  ${(await sumOf(own, residentMb)).toFixed(0)} MB`);
    say(
      `overview of ${times.count} unions   p50 ${times.within(0.5).toFixed(0)}, p95 ${times.within(0.95).toFixed(0)}, longest ${times.within(1).toFixed(0)} ms`,
    );
    return 0;
  } finally {
    await program.stop();
  }
}

async function signIn(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(SIGN_IN),
  });
  const token = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(answer.headers.get("set-cookie") ?? "")?.[1];
  if (token === undefined) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  return token;
}

/** First line of the file that a running server keeps. */
const postmasterOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);

const childrenOf = async (pid: number): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").filter(Boolean).map(Number);

/** Memory of a process where what it shares is divided among those who share it, MB. */
async function ownMb(pid: number): Promise<number | undefined> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const kb = /^Pss:\s+(\d+)/m.exec(rollup)?.[1];
  return kb === undefined ? undefined : Number(kb) / 1024;
}

const sumOf = async (
  pids: readonly number[],
  mbOf: (pid: number) => Promise<number | undefined>,
): Promise<number> => (await Promise.all(pids.map(mbOf))).reduce<number>((sum, mb) => sum + (mb ?? 0), 0);

async function diskMb(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      bytes += await stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  return bytes / 1024 / 1024;
}

process.exitCode = await main();
