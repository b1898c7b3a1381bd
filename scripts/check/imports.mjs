// The import law over every file of src, and the proof that no file was overlooked.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { BROWSER_SAFE, HOUSE, importLaw, SERVER_PACKAGE, SERVER_PLACE, TEST_FILE } from "./house.mjs";
import { filesIn, place, read, tree, ts, walk } from "./source.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const why = new Map(importLaw().map((rule) => [rule.name, rule.comment]));

/** What dependency-cruiser, reading with TypeScript 6, sees below `root`. */
async function seen(root) {
  const preload = pathToFileURL(path.join(HERE, "typescript6.mjs")).href;
  const args = ["--import", preload, path.join(HERE, "cruise.mjs"), root];
  const options = { maxBuffer: 512 * 1024 * 1024, env: { ...process.env, NODE_NO_WARNINGS: "1" } };
  return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
}

/** Every module a file names: import, export from, import("…") and types; not `declare module`, which adds to one. */
function importsOf(source) {
  const names = new Set();
  walk(source, (node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const called =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
    const typed = ts.isImportTypeNode(node) ? node.argument.literal : undefined;
    for (const name of [from, called, typed]) if (name && ts.isStringLiteralLike(name)) names.add(name.text);
  });
  return names;
}

/**
 * A blind checker passes everything. Every file on disk must be among the modules, and every import that
 * its syntax tree holds must be among the module's dependencies.
 */
export function overlooked(root, files, result) {
  if (!result.readsTypeScript)
    return ["dependency-cruiser cannot read TypeScript here: it would pass blindly"];
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const problems = [];
  for (const file of files) {
    const module = modules.get(file);
    if (!module) {
      problems.push(`${file}: dependency-cruiser did not see this file`);
      continue;
    }
    const known = new Set(module.dependencies.map((dependency) => dependency.module));
    for (const name of file.endsWith(".d.ts") ? [] : importsOf(tree(root, file))) {
      if (!known.has(name.replace(/^node:/, ""))) {
        problems.push(`${file}: dependency-cruiser overlooked the import of ${name}`);
      }
    }
  }
  const own = result.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
  if (own !== files.length) problems.push(`${files.length} files in src, but ${own} modules were cruised`);
  return problems;
}

function broken(result) {
  return result.summary.violations.map(({ rule, from, to, cycle }) => {
    const road = cycle?.length ? cycle.map((step) => step.name).join(" → ") : to;
    return `${from} → ${road}: ${why.get(rule.name)} (${rule.name})`;
  });
}

/** Files that run in a browser must not carry Node or the database along through what they import. */
function carried(result) {
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const safe = new RegExp(BROWSER_SAFE);
  const server = new RegExp(`${SERVER_PLACE}|${SERVER_PACKAGE}`);
  const test = new RegExp(TEST_FILE);
  const problems = [];
  for (const { source } of result.modules) {
    if (!safe.test(source) || test.test(source)) continue;
    const road = new Map([[source, undefined]]);
    for (const at of road.keys()) {
      for (const dependency of modules.get(at)?.dependencies ?? []) {
        // A type is gone before the browser sees the file.
        if (dependency.dependencyTypes.includes("type-only")) continue;
        const to = dependency.resolved;
        const bad = dependency.coreModule || server.test(to);
        if (bad && at !== source) {
          const steps = [to];
          for (let step = at; step; step = road.get(step)) steps.unshift(step);
          problems.push(`${steps.join(" → ")}: this file also runs in a browser (browser-safe-reach)`);
        } else if (!bad && to.startsWith("src/") && !road.has(to)) road.set(to, at);
      }
    }
  }
  return problems;
}

/** Rooms the list does not know, sides not told, and imports computed at run time, which no law can read. */
function shape(root, files) {
  const problems = [];
  const source = path.join(root, "src");
  const known = new Map(HOUSE.map((room) => [room.name, room]));
  for (const entry of existsSync(source) ? readdirSync(source, { withFileTypes: true }) : []) {
    if (!entry.isDirectory()) problems.push(`src/${entry.name}: files live in a capability`);
    else if (!known.has(entry.name))
      problems.push(`src/${entry.name}: not a room of scripts/check/house.mjs`);
  }
  for (const file of files) {
    const [, room, name] = file.split("/");
    const side = known.get(room)?.side;
    if (name === "schema.ts" && side && side !== "none") {
      const first = read(root, file).split("\n", 1)[0] ?? "";
      if (!first.startsWith(`// Side: ${side}.`))
        problems.push(`${file}: its first line must open "// Side: ${side}."`);
    }
    walk(tree(root, file), (node) => {
      if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
      const [target] = node.arguments;
      if (target && !ts.isStringLiteralLike(target) && !new RegExp(TEST_FILE).test(file)) {
        problems.push(`${place(file, node)}: import() of a computed name hides from the import law`);
      }
    });
  }
  return problems;
}

/** @param {string} root the repository @returns {Promise<{ problems: string[], note: string }>} */
export async function importLawHolds(root) {
  const files = filesIn(root, "src", [".ts", ".tsx"]);
  const shapes = shape(root, files);
  if (files.length === 0) return { problems: shapes, note: "no files in src" };
  const result = await seen(root);
  return {
    problems: [...overlooked(root, files, result), ...shapes, ...broken(result), ...carried(result)],
    note: `${files.length} files`,
  };
}
