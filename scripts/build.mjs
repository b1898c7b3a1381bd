// Builds `dist/`: the program in one file, the web app, the migrations and samples it carries.
// The new folder replaces the old one whole, so a build that is cut short changes nothing.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

// Phones that donors carry update their browser long after their system stops: these are from 2022.
const BROWSERS = ["chrome108", "edge108", "firefox101", "safari15.4"];
const WEB_ENTRIES = ["src/app/web/main.tsx"];
// These keep their plain names: a browser must find them at the same address after every update.
const WEB_PLAIN = ["src/app/web/service-worker.ts"];
// Screens an officer opens without a network; the others (and the charts of the cascade and of the late) are fetched
// when somebody goes there.
const OFFLINE_SCREENS =
  /^src\/(?:app\/web\/(?:main|home|more-page|english)\.tsx?|account\/web\/.*|directive\/web\/(?!cascade\/|late\/).*)$/;
const CARRIED = ["migrations", "samples"];

/** Builds into `out`; `stamp`, if given, is written last and says what the build was made from. */
export async function build({ root, out, stamp }) {
  const fresh = `${out}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    await Promise.all([
      buildServer(root, fresh),
      buildWorkers({ root, out: path.join(fresh, "workers") }),
      buildWeb(root, path.join(fresh, "web")),
    ]);
    for (const name of CARRIED) {
      if (existsSync(path.join(root, name)))
        cpSync(path.join(root, name), path.join(fresh, name), { recursive: true });
    }
    if (stamp !== undefined) writeFileSync(path.join(fresh, ".stamp"), stamp);
    replace(fresh, out);
  } finally {
    await esbuild.stop(); // its helper would stay as long as the program that is started next
    rmSync(fresh, { recursive: true, force: true });
  }
}

const ON_NODE = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  jsx: "automatic",
  charset: "utf8",
  loader: { ".typ": "text" }, // templates of printed papers
  logLevel: "silent",
};

/** The program itself as `<out>/giothong.js`, with pieces beside it that a verb brings in when it is asked for. */
export async function buildServer(root, out) {
  const entryPoints = { giothong: "src/app/main.ts" };
  await esbuild.build({ ...ON_NODE, splitting: true, absWorkingDir: root, outdir: out, entryPoints });
}

/**
 * Every `src/…/<name>.worker.ts` as `<out>/<name>.js`: the code of a thread of its own. `only` builds one, which
 * may then be a `<name>.worker.fixture.ts`, for tests.
 */
export async function buildWorkers({ root, out, only }) {
  const entryPoints = {};
  for (const file of readdirSync(path.join(root, "src"), { recursive: true }).map(String).sort()) {
    const [, name, fixture] = /([^/\\]+)\.worker(\.fixture)?\.ts$/.exec(file) ?? [];
    if (name === undefined || (only === undefined ? fixture !== undefined : name !== only)) continue;
    if (entryPoints[name] !== undefined) throw new Error(`two workers are named ${name}`);
    entryPoints[name] = path.join("src", file);
  }
  if (only !== undefined && entryPoints[only] === undefined) throw new Error(`no worker is named ${only}`);
  await esbuild.build({ ...ON_NODE, absWorkingDir: root, outdir: out, entryPoints });
}

async function buildWeb(root, out) {
  const entries = WEB_ENTRIES.filter((file) => existsSync(path.join(root, file)));
  if (entries.length === 0) return;
  const common = {
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    minify: true,
    platform: "browser",
    target: BROWSERS,
    jsx: "automatic",
    charset: "utf8",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  };
  const result = await esbuild.build({
    ...common,
    entryPoints: entries,
    outbase: "src/app/web",
    format: "esm",
    splitting: true,
    sourcemap: true,
    metafile: true,
    publicPath: "/",
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    assetNames: "assets/[name]-[hash]",
    loader: {
      ".woff2": "file",
      ".woff": "file",
      ".svg": "file",
      ".png": "file",
      ".jpg": "file",
      ".webp": "file",
    },
  });
  const manifest = manifestOf(result.metafile, root, out);
  const plain = WEB_PLAIN.filter((file) => existsSync(path.join(root, file)));
  if (plain.length > 0) {
    const shell = shellOf(result.metafile, root, out, manifest.main);
    const define = { ...common.define, SHELL_FILES: JSON.stringify(shell) };
    await esbuild.build({ ...common, define, entryPoints: plain, outbase: "src/app/web", format: "iife" });
  }
  const fixed = path.join(root, "src/app/web/public");
  if (existsSync(fixed)) cpSync(fixed, out, { recursive: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const page = path.join(root, "src/app/web/index.html");
  if (existsSync(page))
    writeFileSync(path.join(out, "index.html"), pageWith(readFileSync(page, "utf8"), manifest.main));
}

/** The page with the addresses of its styles and scripts where it asks for them (`<!-- head: … -->`). */
function pageWith(html, { js, css, preload }) {
  const tags = [
    ...css.map((file) => `<link rel="stylesheet" href="/${file}" />`),
    ...preload.map((file) => `<link rel="modulepreload" href="/${file}" />`),
    `<script type="module" src="/${js}"></script>`,
  ];
  const marked = /<!-- head:[^>]*-->/;
  if (!marked.test(html)) throw new Error("src/app/web/index.html has no <!-- head: --> comment");
  return html.replace(marked, tags.join("\n    "));
}

/** `{ version, main, files }`: what the service worker keeps, so that the app opens without a network. */
function shellOf(metafile, root, out, main) {
  const { outputs } = metafile;
  const wanted = Object.keys(outputs).filter((file) => OFFLINE_SCREENS.test(outputs[file].entryPoint ?? ""));
  const all = new Set(wanted);
  for (const file of all) {
    const { imports, cssBundle } = outputs[file];
    if (cssBundle !== undefined) all.add(cssBundle);
    for (const { path: to, kind } of imports) {
      // Of the two forms of each font every browser we build for takes the smaller.
      if (kind !== "dynamic-import" && outputs[to] && !to.endsWith(".woff")) all.add(to);
    }
  }
  const files = [...all].map((file) => `/${addressIn(root, out, file)}`).sort();
  const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
  return { version, main: `/${main.js}`, files: [...files, "/icon.svg"] };
}

const addressIn = (root, out, file) => path.relative(out, path.join(root, file)).split(path.sep).join("/");

/** `{ main: { js, css, preload } }`: addresses below the web root, for the page that starts each entry. */
function manifestOf(metafile, root, out) {
  const address = (file) => addressIn(root, out, file);
  const manifest = {};
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint === undefined || !WEB_ENTRIES.includes(output.entryPoint)) continue;
    const preload = output.imports
      .filter(({ kind }) => kind === "import-statement")
      .map(({ path: to }) => to);
    manifest[path.parse(output.entryPoint).name] = {
      js: address(file),
      css: output.cssBundle === undefined ? [] : [address(output.cssBundle)],
      preload: preload.map(address),
    };
  }
  return manifest;
}

// The old folder steps aside first: not every system can replace a folder that has content.
function replace(fresh, out) {
  const aside = `${out}.old-${process.pid}`;
  if (existsSync(out)) renameSync(out, aside);
  renameSync(fresh, out);
  rmSync(aside, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const [what, only, out] = process.argv.slice(2);
  // For tests, which run from sources: one worker, where they want it.
  if (what === "--worker") await buildWorkers({ root, out, only });
  else await build({ root, out: path.join(root, "dist") });
}
