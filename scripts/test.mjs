// `npm test [filter]`: everything a fresh clone needs, then rules, API and races, then the browser journeys.
// Ends with the plain line "N passed, N failed"; whatever did not run here is named above it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";
import { findPostgres15 } from "./postgres15.mjs";
import { tally } from "./test-tally.mjs";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stdout.write(`${line}\n`);

/** Runs vitest, streaming its own report; answers the counts of its JSON report. */
async function vitest(name, args, env = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "giothong-test-"));
  const report = path.join(folder, "report.json");
  const program = path.join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const outputs = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [program, "run", ...outputs, ...args], {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    // Ctrl-C reaches the child by the terminal; a plain kill must be passed on.
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop);
    child.on("error", () => resolve(1));
    child.on("close", (status) => {
      process.removeListener("SIGTERM", stop);
      resolve(status ?? 1);
    });
  });
  const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
  rmSync(folder, { recursive: true, force: true });
  return tally(name, text, code, ROOT);
}

async function main() {
  const filters = process.argv.slice(2);
  // A narrowed run may match only one of the two suites; an empty whole run is a failure.
  const narrowed = filters.length > 0 ? ["--passWithNoTests", ...filters] : [];
  const began = Date.now();
  await ensureInstalled({ dev: true });
  await ensureBuilt();

  const results = [];
  say("\n— rules, API and races —");
  results.push(await vitest("rules, API and races", narrowed));

  const notRun = [];
  const folder = path.join(ROOT, "e2e");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  const journeys = names.filter((name) => name.endsWith(".e2e.ts"));
  if (journeys.length === 0) notRun.push("browser journeys: there are none in e2e/");
  else {
    say("\n— journeys in a browser —");
    const browser = await findBrowser({ say });
    if (browser === undefined) {
      // Where a browser can always be had, its absence is a fault; on an odd machine it is only said.
      if (process.env.CI) results.push({ passed: 0, failed: 1, notRun: ["browser journeys: no browser"] });
      else notRun.push(`${journeys.length} browser journeys: no browser here, and none could be installed`);
    } else {
      say(`browser: ${browser}`);
      const args = ["--config", "vitest.e2e.config.ts", ...narrowed];
      results.push(await vitest("journeys", args, { CHROME_PATH: browser }));
    }
  }

  if (findPostgres15() === undefined) notRun.push("the suite on PostgreSQL 15: it is not installed");
  for (const result of results) notRun.push(...result.notRun);
  let passed = results.reduce((sum, result) => sum + result.passed, 0);
  let failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (passed + failed === 0) {
    say(filters.length > 0 ? `no test file matches ${filters.join(" ")}` : "no test ran");
    failed = 1;
    passed = 0;
  }
  say("");
  for (const line of notRun) say(`not run here: ${line}`);
  say(`took ${Math.round((Date.now() - began) / 1000)} s`);
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error) => {
  // The last line must be there even when nothing could be started.
  say(error instanceof Error ? error.message : String(error));
  say("0 passed, 1 failed");
  process.exitCode = 1;
});
