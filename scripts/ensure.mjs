// Makes a fresh clone ready: installs from the lock file and builds, each only when needed.
// Runs before dependencies are there, so it uses Node alone. Everything it says goes to stderr.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LauncherProblem, reasonOf, words } from "./launcher-words.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, "node_modules");
const STAMP = path.join(MODULES, ".giothong-stamp");
const DIST = path.join(ROOT, "dist");
const BUILD_STAMP = path.join(DIST, ".stamp");
// What a build depends on. Tests change often and are not part of it.
const SOURCES = [
  "src",
  "migrations",
  "samples",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "scripts/build.mjs",
];

const say = (line) => process.stderr.write(`${line}\n`);
const secondsSince = (began) => Math.max(1, Math.round((Date.now() - began) / 1000));

/** Installs what the lock file asks for unless it is already there. `dev` asks for the tools of tests and checks too. */
export async function ensureInstalled({ dev }) {
  if (isInstalled(dev)) return;
  await oneAtATime(
    ROOT,
    (pid) => say(words.waiting(pid)),
    async () => {
      if (!isInstalled(dev)) await install(dev);
    },
  );
}

/** Builds `dist/` unless it is newer than every source. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await oneAtATime(
    ROOT,
    (pid) => say(words.waiting(pid)),
    async () => {
      const state = sourceState();
      if (isBuilt(state)) return;
      say(words.building);
      const began = Date.now();
      try {
        const { build } = await import("./build.mjs");
        await build({ root: ROOT, out: DIST, stamp: state });
      } catch (error) {
        throw new LauncherProblem(words.buildFailed(reasonOf(error, DIST)), { cause: error });
      }
      say(words.built(secondsSince(began)));
    },
  );
}

const lockText = () => readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
const hashOf = (text) => createHash("sha256").update(text).digest("hex");

function isInstalled(dev) {
  const text = lockText();
  const lock = hashOf(text);
  const stamp = readStamp();
  if (stamp?.lock === lock && (stamp.dev || !dev)) return true;
  // Installed by hand (`npm ci`, `npm install`): accept it if it is what the lock file says.
  const packages = Object.entries(JSON.parse(text).packages);
  if (!packages.every(([folder, entry]) => isPresent(folder, entry, false))) return false;
  const complete = packages.every(([folder, entry]) => isPresent(folder, entry, true));
  if (dev && !complete) return false;
  writeStamp({ lock, dev: complete });
  return true;
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return undefined;
  }
}

// A folder that can only be read is looked through again next time; nothing else is lost.
function writeStamp(stamp) {
  try {
    writeFileSync(STAMP, JSON.stringify(stamp));
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  }
}

/** Is one package of the lock file there in its version, if this machine and this kind of run need it? */
function isPresent(folder, entry, dev) {
  if (folder === "" || entry.link) return true;
  if (!dev && (entry.dev || entry.devOptional)) return true;
  const mayLack = entry.optional && !fitsHere(entry);
  try {
    const found = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
    return found.version === entry.version;
  } catch {
    return Boolean(mayLack);
  }
}

function fitsHere({ os, cpu, libc }) {
  const fits = (list, value) => list === undefined || (list.includes(value) && !list.includes(`!${value}`));
  return (
    fits(os, process.platform) && fits(cpu, process.arch) && (libc === undefined || fits(libc, libcHere()))
  );
}

let foundLibc;
function libcHere() {
  if (foundLibc === undefined) {
    const loader = process.platform === "linux" ? readdirSync("/lib") : [];
    foundLibc = loader.some((name) => name.startsWith("ld-musl-")) ? "musl" : "glibc";
  }
  return foundLibc;
}

async function install(dev) {
  say(words.installing);
  const began = Date.now();
  const wanted = Object.entries(JSON.parse(lockText()).packages);
  // Whoever has the tools of tests and checks keeps them.
  const withTools = dev || wanted.some(([folder, entry]) => entry.dev && existsSync(path.join(ROOT, folder)));
  const outermost = wanted.filter(([folder]) => folder.lastIndexOf("node_modules") === 0);
  const total = outermost.filter(([, entry]) => (withTools || !entry.dev) && fitsHere(entry)).length;
  const tick = setInterval(
    () => say(words.installProgress(countPackages(), total, secondsSince(began))),
    5_000,
  );
  const args = [
    "ci",
    withTools ? "--include=dev" : "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { code, output } = await npm(args);
  clearInterval(tick);
  if (code !== 0) throw new LauncherProblem(words.installFailed(npmReason(output)));
  writeStamp({ lock: hashOf(lockText()), dev: withTools });
  say(words.installed(secondsSince(began)));
}

function countPackages() {
  try {
    const names = readdirSync(MODULES).filter((name) => !name.startsWith("."));
    return names.reduce(
      (sum, name) => sum + (name.startsWith("@") ? readdirSync(path.join(MODULES, name)).length : 1),
      0,
    );
  } catch {
    return 0;
  }
}

// The npm that started us, if one did; else the one on the path.
function npm(args) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith("npm-cli.js") ? [process.execPath, [own]] : ["npm", []];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, [...first, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) =>
      resolve({ code: 127, output: error.code === "ENOENT" ? words.noNpm : error.message }),
    );
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function npmReason(output) {
  if (/ENOSPC|EDQUOT/.test(output)) return words.diskFull(ROOT);
  if (/EACCES|EROFS|EPERM/.test(output)) return words.notWritable(ROOT);
  const lines = output.split("\n").map((line) => line.replace(/^npm (error|ERR!) ?/, "").trim());
  return lines.find((line) => line !== "" && !line.startsWith("code ")) ?? "?";
}

function isBuilt(state = sourceState()) {
  try {
    return readFileSync(BUILD_STAMP, "utf8") === state;
  } catch {
    return false;
  }
}

/** One digest over the name, size and time of every source file. */
function sourceState() {
  const hash = createHash("sha256");
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  };
  for (const name of SOURCES) {
    const found = path.join(ROOT, name);
    if (!existsSync(found)) continue;
    if (!statSync(found).isDirectory()) add(found);
    else {
      const files = readdirSync(found, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
      for (const file of files.sort()) add(file);
    }
  }
  return hash.digest("hex");
}
