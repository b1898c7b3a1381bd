// The command line: the program's own verbs, and one verb per endpoint made from the contracts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import type pg from "pg";
import { verifyAudit } from "../platform/audit/sealer.ts";
import { borrowEmbedded } from "../platform/db/embedded/borrow.ts";
import { migrate } from "../platform/db/migrate.ts";
import { openPool } from "../platform/db/pool.ts";
import { DatabaseProblem } from "../platform/db/problem.ts";
import { runBackup } from "./cli/backup.ts";
import { addContractVerbs, readText } from "./cli/contracts.ts";
import { installTree } from "./cli/install.ts";
import { addLetterVerbs } from "./cli/letter.ts";
import { runMedical } from "./cli/medical.ts";
import { BadInput } from "./cli/problem.ts";
import { runRestore } from "./cli/restore.ts";
import { ANCHOR, runStart } from "./cli/serve.ts";
import { language, words } from "./cli/words.ts";
import { wallClock } from "./clock.ts";
import { type Config, ConfigProblem, readConfig } from "./config.ts";
import { startDatabases } from "./start/databases.ts";
import { MIGRATIONS } from "./start/resources.ts";

const OK = 0;
const FAILED = 1;
const BAD_INPUT = 2;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs one command line; answers the exit code, or undefined while the server keeps running. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  let code: number | undefined = OK;
  const program = new Command("giothong")
    .description(words("cli.about"))
    .version(await version())
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(text.replace(/^error: /, "")) });

  program
    .command("start")
    .description(words("cli.start"))
    .option("--no-demo", words("cli.start-no-demo"))
    .action(async ({ demo }: { demo: boolean }) => {
      await runStart(readConfig(process.env), { demo, version: await version(), say });
      code = undefined;
    });
  program
    .command("backup <file>")
    .description(words("cli.backup"))
    .action(async (file: string) => {
      await runBackup(readConfig(process.env), file, { progress: say, signal: cancelled() });
    });
  program
    .command("restore <file>")
    .description(words("cli.restore"))
    .option("--replace", words("cli.restore-replace"))
    .action(async (file: string, { replace }: { replace?: boolean }) => {
      await runRestore(readConfig(process.env), file, {
        replace: replace === true,
        progress: say,
        signal: cancelled(),
      });
    });
  program.command("install <file>").description(words("cli.install")).action(install);
  program
    .command("medical")
    .description(words("cli.medical"))
    .action(async () => {
      const config = readConfig(process.env);
      if (config.medicalDatabaseUrl === undefined)
        throw new ConfigProblem("MEDICAL_DATABASE_URL", "config.medical-needed");
      const { dataDir, host, medicalPort, medicalDatabaseUrl } = config;
      await runMedical({ databaseUrl: medicalDatabaseUrl, dataDir, host, port: medicalPort, say });
      code = undefined;
    });
  program
    .command("audit")
    .description(words("cli.audit"))
    .command("verify")
    .description(words("cli.audit-verify"))
    .action(async () => {
      code = await verify();
    });
  addLetterVerbs(program);
  addContractVerbs(program);
  everyVerb(program, (command) => command.exitOverride());

  try {
    await program.parseAsync(args.length === 0 ? ["start"] : [...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : BAD_INPUT;
    if (error instanceof BadInput) say(error.message);
    else if (error instanceof ConfigProblem) say(error.in(language));
    else if (error instanceof DatabaseProblem) {
      say(error.in(language));
      return FAILED;
    } else throw error;
    return BAD_INPUT;
  }
}

/** Ctrl-C cancels long work, which then leaves nothing half done behind. */
function cancelled(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  process.once("SIGTERM", () => controller.abort());
  return controller.signal;
}

function everyVerb(command: Command, act: (command: Command) => void): void {
  for (const verb of command.commands) {
    act(verb);
    everyVerb(verb, act);
  }
}

async function version(): Promise<string> {
  const file = join(import.meta.dirname, "..", "package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}

/** The union's database for one command: borrowed from a running program where one has it, else started for it. */
async function withDatabase<T>(work: (pool: pg.Pool, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const borrowed = config.databaseUrl === undefined ? await borrowEmbedded(config.dataDir) : undefined;
  const databases = borrowed ?? (await startDatabases(config, say));
  const pool = openPool(databases.unionUrl, { max: 1, applicationName: "giothong", statementTimeoutMs: 0 });
  try {
    return await work(pool, config);
  } finally {
    await pool.end();
    await databases.stop();
  }
}

const verify = (): Promise<number> =>
  withDatabase(async (pool, config) => {
    const faults = await verifyAudit(pool, join(config.dataDir, ANCHOR));
    for (const { code, ...values } of faults) say(words(`cli.audit-${code}`, values));
    if (faults.length === 0) say(words("cli.audit-whole"));
    return faults.length === 0 ? OK : FAILED;
  });

/** Opens the first tree and prints its codes: to standard output, where they can be taken down or printed. */
const install = (file: string): Promise<void> =>
  withDatabase(async (pool) => {
    const text = await readText(file);
    await migrate(pool, MIGRATIONS, say);
    const { units, codes } = await installTree(pool, text, wallClock());
    say(words("cli.install-done", { units }));
    for (const { unit, role, code } of codes) {
      process.stdout.write(`${words("cli.install-code", { unit, role, code })}\n`);
    }
  });
