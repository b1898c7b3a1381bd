// Runs a TypeScript file of the tests as a program of its own, so that it can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");

/** Bundles `source`; answers the file to run and how to remove it. */
export async function bundle(source: string): Promise<{ file: string; remove(): Promise<void> }> {
  // Inside node_modules, where the bundle finds the packages it leaves outside itself.
  const folder = join(ROOT, "node_modules", ".cache", "giothong-test");
  await mkdir(folder, { recursive: true });
  const file = join(
    folder,
    `${basename(source, ".ts")}-${process.pid}-${Math.random().toString(36).slice(2)}.mjs`,
  );
  await build({
    entryPoints: [source],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent",
  });
  return { file, remove: () => rm(file, { force: true }) };
}

/** A running program and the lines it has printed. */
export interface Program {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly complaints: string[];
  /** Waits until a line fits. Throws if the program ends before. */
  waitFor(fits: (line: string) => boolean, patienceMs?: number): Promise<string>;
  /** Ends when the program has ended and all it printed has arrived. */
  readonly ended: Promise<void>;
}

export function runProgram(file: string, args: readonly string[]): Program {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const complaints: string[] = [];
  collect(child.stdout, lines);
  collect(child.stderr, complaints);
  let closed = false;
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      closed = true;
      resolve();
    });
  });
  return {
    child,
    lines,
    complaints,
    ended,
    async waitFor(fits, patienceMs = 25_000) {
      const deadline = Date.now() + patienceMs;
      for (let seen = 0; ; ) {
        for (; seen < lines.length; seen++) {
          const line = lines[seen];
          if (line !== undefined && fits(line)) return line;
        }
        if (closed || Date.now() > deadline) {
          throw new Error(`the program ${closed ? "ended" : "kept silent"}: ${complaints.join(" | ")}`);
        }
        await sleep(10);
      }
    },
  };
}

function collect(stream: NodeJS.ReadableStream | null, into: string[]): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    into.push(...parts); // a last line without its end was cut by the kill: it was not told
  });
}
