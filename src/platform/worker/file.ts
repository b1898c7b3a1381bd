// Where a worker's code is: beside the bundle in a build; made on the spot when the program runs from sources.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FROM_SOURCES = import.meta.url.endsWith(".ts");
const made = new Map<string, Promise<URL>>();

/**
 * The file to start for the worker `name`, that is for the one source file `src/…/<name>.worker.ts`.
 * A build has them all ready; tests run from TypeScript, which a worker of Node 20 cannot read, so the file is
 * bundled on first use by the same function the build uses.
 */
export function workerFile(name: string): Promise<URL> {
  if (!FROM_SOURCES) return Promise.resolve(new URL(`./workers/${name}.js`, import.meta.url));
  const ready = made.get(name) ?? bundle(name);
  made.set(name, ready);
  return ready;
}

async function bundle(name: string): Promise<URL> {
  const root = new URL("../../../", import.meta.url);
  // By address, so that the bundler of the program does not take itself in.
  const { buildWorkers } = (await import(new URL("scripts/build.mjs", root).href)) as {
    buildWorkers: (options: { root: string; out: string; only: string }) => Promise<void>;
  };
  // Inside node_modules: the packages the worker imports are found from there.
  const out = new URL(`node_modules/.cache/giothong-workers/${process.pid}/`, root);
  process.once("exit", () => rmSync(out, { recursive: true, force: true }));
  await buildWorkers({ root: fileURLToPath(root), out: fileURLToPath(out), only: name });
  return new URL(`${name}.js`, out);
}
