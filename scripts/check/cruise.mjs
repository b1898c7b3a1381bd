// Runs dependency-cruiser over `src` of the folder given, in a process of its own where `typescript` means
// TypeScript 6, and prints what it saw as JSON. Started by imports.mjs; alone it would read with the wrong compiler.
import { allExtensions, cruise } from "dependency-cruiser";
import { importLaw } from "./house.mjs";

process.chdir(process.argv[2] ?? process.cwd());
const readsTypeScript = allExtensions.some(({ extension, available }) => extension === ".tsx" && available);
const options = {
  baseDir: process.cwd(),
  doNotFollow: { path: "(^|/)node_modules/" },
  tsPreCompilationDeps: true,
  moduleSystems: ["es6", "cjs"],
  validate: true,
  ruleSet: { forbidden: importLaw() },
};
const resolving = {
  exportsFields: ["exports"],
  conditionNames: ["import", "node", "default"],
  mainFields: ["module", "main", "types"],
  extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
};
const result = await cruise(["src"], options, resolving);
process.stdout.write(JSON.stringify({ readsTypeScript, ...result.output }));
