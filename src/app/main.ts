// The command line: the program's own verbs, and one verb per endpoint made from the contracts.
import cluster from "node:cluster";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { DatabaseProblem } from "../platform/db/problem.ts";
import { addLetterVerbs } from "./cli/letter.ts";
import { BadInput, CannotRun } from "./cli/problem.ts";
import { language, words } from "./cli/words.ts";
import { ConfigProblem, readConfig } from "./config.ts";
import { SeedProblem } from "./seed/problem.ts";

// Each verb brings in what it needs when it is asked for: reading a letter waits neither for the server nor for the
// contracts.

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
    .option("--demo <year>", words("cli.start-demo"))
    .option("--no-demo", words("cli.start-no-demo"))
    .action(async ({ demo }: { demo?: string | boolean }) => {
      const { runStart } = await import("./cli/start.ts");
      const year = typeof demo === "string" ? { GIOTHONG_DEMO: demo } : {};
      const config = readConfig({ ...process.env, ...year });
      await runStart(config, { demo: demo !== false, version: await version(), say });
      code = undefined;
    });
  program
    .command("serve")
    .description(words("cli.serve"))
    .option("--workers <n>", words("cli.serve-workers"))
    .action(async ({ workers }: { workers?: string }) => {
      const config = readConfig(process.env);
      if (cluster.isWorker) await (await import("./serve/worker.ts")).runWorker(config);
      else {
        const { runServe } = await import("./serve/primary.ts");
        await runServe(config, { workers: workersOf(workers), version: await version(), say });
      }
      code = undefined;
    });
  program
    .command("restart")
    .description(words("cli.restart"))
    .action(async () => {
      const { runRestart } = await import("./serve/running.ts");
      if (!(await runRestart(readConfig(process.env), say))) code = FAILED;
    });
  program
    .command("backup <file>")
    .description(words("cli.backup"))
    .action(async (file: string) => {
      const { runBackup } = await import("./cli/backup.ts");
      await runBackup(readConfig(process.env), file, { progress: say, signal: cancelled() });
    });
  program
    .command("restore <file>")
    .description(words("cli.restore"))
    .option("--replace", words("cli.restore-replace"))
    .action(async (file: string, { replace }: { replace?: boolean }) => {
      const { runRestore } = await import("./cli/restore.ts");
      await runRestore(readConfig(process.env), file, {
        replace: replace === true,
        progress: say,
        signal: cancelled(),
      });
    });
  program
    .command("install <file>")
    .description(words("cli.install"))
    .action(async (file: string) => {
      const { installFrom } = await import("./cli/install-file.ts");
      await installFrom(file, say);
    });
  program
    .command("seed")
    .description(words("cli.seed"))
    .requiredOption("--size <size>", words("cli.seed-size"))
    .option("--seed <number>", words("cli.seed-seed"), "1")
    .option("--today <day>", words("cli.seed-today"))
    .action(async (flags: { size: string; seed: string; today?: string }) => {
      const { runSeed } = await import("./cli/seed.ts");
      const whole = await runSeed(readConfig(process.env), flags, { say, signal: cancelled() });
      if (!whole) code = FAILED;
    });
  program
    .command("medical")
    .description(words("cli.medical"))
    .action(async () => {
      const config = readConfig(process.env);
      if (config.medicalDatabaseUrl === undefined)
        throw new ConfigProblem("MEDICAL_DATABASE_URL", "config.medical-needed");
      const { dataDir, host, medicalPort, medicalDatabaseUrl } = config;
      const { runMedical } = await import("./cli/medical.ts");
      await runMedical({ databaseUrl: medicalDatabaseUrl, dataDir, host, port: medicalPort, say });
      code = undefined;
    });
  program
    .command("audit")
    .description(words("cli.audit"))
    .command("verify")
    .description(words("cli.audit-verify"))
    .action(async () => {
      const { auditFaults } = await import("./cli/audit.ts");
      const faults = await auditFaults(say);
      for (const { code: fault, ...values } of faults) say(words(`cli.audit-${fault}`, values));
      if (faults.length === 0) say(words("cli.audit-whole"));
      else code = FAILED;
    });
  addLetterVerbs(program);
  if (args[0] !== "letter") (await import("./cli/contracts.ts")).addContractVerbs(program);
  everyVerb(program, (command) => command.exitOverride());

  try {
    await program.parseAsync(args.length === 0 ? ["start"] : [...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : BAD_INPUT;
    if (error instanceof BadInput) say(error.message);
    else if (error instanceof ConfigProblem) say(error.in(language));
    else if (error instanceof SeedProblem || error instanceof CannotRun) {
      say(error.message);
      return FAILED;
    } else if (error instanceof DatabaseProblem) {
      say(error.in(language));
      return FAILED;
    } else throw error;
    return BAD_INPUT;
  }
}

const MOST_WORKERS = 64;

/** As many processes as the machine has cores, or as said. Throws `BadInput`. */
function workersOf(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  const workers = /^[0-9]+$/.test(given) ? Number(given) : 0;
  if (workers < 1 || workers > MOST_WORKERS)
    throw new BadInput(words("cli.bad-workers", { most: MOST_WORKERS }));
  return workers;
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
