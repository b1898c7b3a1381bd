#!/usr/bin/env node
// The one command. Makes a fresh clone ready, then hands over to the program.
import cluster from "node:cluster";
import module from "node:module";

const NEEDED = [20, 19];

async function start() {
  const { LauncherProblem, words } = await import("../scripts/launcher-words.mjs");
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    throw new LauncherProblem(words.nodeTooOld(process.versions.node, NEEDED.join(".")));
  }
  // A worker of `serve` takes what is there: its program goes on answering with the files that it would replace.
  if (cluster.isPrimary) {
    const { ensureBuilt, ensureInstalled } = await import("../scripts/ensure.mjs");
    await ensureInstalled({ dev: false });
    await ensureBuilt();
  }
  module.enableCompileCache?.(); // newer Node starts faster with it
  process.setSourceMapsEnabled(true);
  const program = await import("../dist/giothong.js");
  const code = await program.main(process.argv.slice(2));
  if (typeof code === "number") process.exitCode = code;
}

start().catch((error) => {
  const expected = error?.constructor?.name === "LauncherProblem";
  process.stderr.write(`${expected ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
});
