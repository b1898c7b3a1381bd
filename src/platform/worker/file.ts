// Where a worker's code is: beside the bundle in a build; made on the spot when the program runs from sources.
import { execFile } from "node:child_process";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const FROM_SOURCES = import.meta.url.endsWith(".ts");
const made = new Map<string, Promise<URL>>();

/**
 * The file to start for the worker `name`, that is for the one source file `src/…/<name>.worker.ts`.
 * A build has them all ready; tests run from TypeScript, which a worker of Node 20 cannot read, so the file is
 * bundled on first use as the build does it.
 */
export function workerFile(name: string): Promise<URL> {
  if (!FROM_SOURCES) return Promise.resolve(new URL(`./workers/${name}.js`, import.meta.url));
  const ready = made.get(name) ?? bundle(name);
  made.set(name, ready);
  return ready;
}

async function bundle(name: string): Promise<URL> {
  const root = new URL("../../../", import.meta.url);
  // Inside node_modules: the packages the worker imports are found from there. Test files run side by side, so
  // each puts its own copy, whole, in the place of the last one.
  const cache = fileURLToPath(new URL("node_modules/.cache/giothong-workers/", root));
  const own = join(cache, String(process.pid));
  const build = fileURLToPath(new URL("scripts/build.mjs", root));
  await promisify(execFile)(process.execPath, [build, "--worker", name, own]);
  for (const file of await readdir(own)) await rename(join(own, file), join(cache, file));
  await rm(own, { recursive: true });
  return pathToFileURL(join(cache, `${name}.js`));
}
