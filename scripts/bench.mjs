// `npm run bench -- NAME`: measures one thing. Each measure is a file bench/NAME.ts that prints its own table.
// On a fresh clone it first installs, dev dependencies included.
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./ensure.mjs";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const BENCH = path.join(ROOT, "bench");
const say = (line) => process.stdout.write(`${line}\n`);

/** The measures there are, by name. */
function benches() {
  if (!existsSync(BENCH)) return [];
  return readdirSync(BENCH)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".testing.ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}

async function run(name, args) {
  await ensureInstalled({ dev: true });
  const esbuild = await import("esbuild");
  // Beside the packages, so that the bundle finds them, and in a folder that is never committed.
  const out = path.join(ROOT, "node_modules", ".cache", "giothong-bench", String(process.pid));
  mkdirSync(out, { recursive: true });
  const outfile = path.join(out, `${name}.mjs`);
  try {
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: [`bench/${name}.ts`],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      packages: "external",
      jsx: "automatic",
      charset: "utf8",
      sourcemap: "inline",
      logLevel: "warning",
      plugins: [sourceUrls],
    });
    await esbuild.stop(); // its helper would take a share of what is measured
    process.argv = [process.argv[0], outfile, ...args];
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

// Files are found beside the source that asks for them, not beside the bundle.
const sourceUrls = {
  name: "source-urls",
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      const { readFile } = await import("node:fs/promises");
      const text = await readFile(file, "utf8");
      if (!text.includes("import.meta.url") || file.includes("node_modules")) return undefined;
      const contents = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href));
      return { contents, loader: file.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && benches().includes(name)) {
  run(name, args).catch((error) => {
    say(`${name} could not be measured: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  });
} else {
  say(
    `${name === undefined ? "say what to measure" : `nothing is measured under the name ${name}`}: ${benches().join(", ")}`,
  );
  process.exitCode = 2;
}
