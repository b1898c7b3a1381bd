// The checks that others' tools make: types, lint, dead code, known vulnerabilities.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ENTRY } from "./source.mjs";

/** Runs one of the project's tools with this Node; answers its code and output. Never throws. */
function run(root, file, args, { timeout = 180_000 } = {}) {
  return new Promise((resolve) => {
    let output = "";
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", NODE_NO_WARNINGS: "1" };
    const child = spawn(file, args, {
      cwd: root,
      env,
      timeout,
      shell: process.platform === "win32" && file === "npm",
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output }),
    );
  });
}

/** A tool's program, taken from its own manifest, so that no shell wrapper or npx stands between. */
function bin(root, name, command = name) {
  const folder = path.join(root, "node_modules", name);
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bins === "string" ? bins : bins[command]);
}

/** npm writes about its own configuration on the same stream; that is no finding. */
const findings = (output) => output.split("\n").filter((line) => line.trim() && !line.startsWith("npm warn"));

async function tool(root, name, command, args) {
  const { code, output } = await run(root, process.execPath, [bin(root, name, command), ...args]);
  return { problems: code === 0 ? [] : findings(output), note: "" };
}

/** TypeScript 7 over the whole tree. */
export const types = (root) => tool(root, "typescript", "tsc", ["--noEmit", "-p", "."]);

/** Biome: lint and formatting. */
export const lint = (root) =>
  tool(root, "@biomejs/biome", "biome", [
    "check",
    "--error-on-warnings",
    "--diagnostic-level=warn",
    "--max-diagnostics=40",
    ".",
  ]);

/** knip: files, exports and dependencies nobody uses. */
export async function deadCode(root) {
  if (!existsSync(path.join(root, ENTRY))) {
    return { problems: [], note: `not run: ${ENTRY} is not there yet, so everything would look unused` };
  }
  return tool(root, "knip", "knip", ["--no-progress", "--no-config-hints"]);
}

/** Whether the registry answered the question at all; some mirrors do not. */
const unanswered = (output) =>
  /audit endpoint returned an error|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOAUDIT|network|ended by/i.test(
    output,
  );

/** Known vulnerabilities: high and above in what ships, critical in what builds it. */
export async function audit(root) {
  const problems = [];
  for (const args of [["--omit=dev", "--audit-level=high"], ["--audit-level=critical"]]) {
    const { code, output } = await run(
      root,
      "npm",
      ["audit", ...args, "--fetch-retries=0", "--fetch-timeout=15000"],
      {
        timeout: 40_000,
      },
    );
    if (code === 0) continue;
    if (unanswered(output) || code === 127) return { problems, note: "not run: registry did not answer" };
    problems.push(...findings(output));
  }
  return { problems, note: "" };
}
