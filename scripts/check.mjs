// `npm run check [name…]`: what tests cannot see. One line per check as it ends, every finding at the end.
// On a fresh clone it first installs, dev dependencies included.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure.mjs";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stdout.write(`${line}\n`);

/** Name, what it is about, and the module and function that do it. Loaded late: a fresh clone has no packages. */
const CHECKS = [
  ["types", "tools.mjs", "types"],
  ["lint", "tools.mjs", "lint"],
  ["imports", "imports.mjs", "importLawHolds"],
  ["clock", "clock.mjs", "noClockInRules"],
  ["tables", "tables.mjs", "undeclaredTables"],
  ["parameters", "tables.mjs", "parametersOnly"],
  ["migrations", "tables.mjs", "migrations"],
  ["words", "words.mjs", "untranslated"],
  ["catalogues", "catalogue.mjs", "catalogues"],
  ["sizes", "files.mjs", "fileSizes"],
  ["skipped", "files.mjs", "skippedTests"],
  ["secrets", "files.mjs", "secretsAndHosts"],
  ["dead-code", "tools.mjs", "deadCode"],
  ["lock", "packages.mjs", "lockFile"],
  ["licences", "packages.mjs", "licences"],
  ["dependencies", "packages.mjs", "dependencyLines"],
  ["audit", "tools.mjs", "audit"],
];

async function runCheck(file, name) {
  try {
    const module = await import(new URL(`./check/${file}`, import.meta.url).href);
    return await module[name](ROOT);
  } catch (error) {
    // A check that breaks has not passed.
    return { problems: [`the check itself broke: ${error.stack ?? error}`], note: "" };
  }
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !CHECKS.some(([known]) => known === name));
  if (unknown.length > 0) {
    say(`no check is named ${unknown.join(", ")}; there are ${CHECKS.map(([name]) => name).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  await ensureInstalled({ dev: true });
  const failures = [];
  const began = Date.now();
  for (const [name, file, exported] of CHECKS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const start = Date.now();
    const { problems, note } = await runCheck(file, exported);
    const verdict = problems.length > 0 ? "FAILED" : note.startsWith("not run") ? "—" : "ok";
    const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`;
    say(`${name.padEnd(13)} ${seconds.padStart(7)}  ${verdict}${note ? `  ${note}` : ""}`);
    if (problems.length > 0) failures.push({ name, problems });
  }
  for (const { name, problems } of failures) {
    say(`\n${name}`);
    for (const problem of problems) say(`  ${problem}`);
  }
  const total = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  say(failures.length > 0 ? `\n${failures.length} checks failed, ${total}` : `\nall checks passed, ${total}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main().catch((error) => {
  // Nothing was checked, so nothing has passed.
  say(`the checks could not start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
