// Files and syntax trees for the checks that read source themselves. TypeScript 7 has no API yet: 6 reads.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript6";

export { ts };

/** Where the program begins. Whether something is unused can be judged only once this exists. */
export const ENTRY = "src/app/main.ts";

const NEVER = new Set(["node_modules", "dist", "data", ".git", "test-results"]);

/** All files below `folder` of `root` with one of the endings, as sorted paths with forward slashes. */
export function filesIn(root, folder, endings) {
  const top = path.join(root, folder);
  if (!existsSync(top)) return [];
  const found = [];
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = path.join(at, entry.name);
      if (entry.isDirectory()) {
        // Only at the top: a capability may well have a folder named `data`.
        if (!NEVER.has(entry.name) || (at !== root && entry.name === "data")) walk(full);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push(path.relative(root, full).split(path.sep).join("/"));
      }
    }
  };
  walk(top);
  return found.sort();
}

/** Tests, journeys, and what only they use beside them. */
export const isTest = (file) => /\.(test|e2e|testing|fixture)\.tsx?$/.test(file);
export const read = (root, file) => readFileSync(path.join(root, file), "utf8");

const trees = new Map();
/** The syntax tree of a file; parsed once for all checks of a run. */
export function tree(root, file) {
  const full = path.join(root, file);
  const known = trees.get(full);
  if (known) return known;
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const made = ts.createSourceFile(full, read(root, file), ts.ScriptTarget.Latest, true, kind);
  trees.set(full, made);
  return made;
}

/** Calls `visit` for every node, parents first. */
export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `file:line` of a node, as editors open it. */
export function place(file, node) {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `${file}:${line + 1}`;
}
