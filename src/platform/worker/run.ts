// Runs work that may meet hostile input, or crash, in a thread of its own with bounded memory and time.
import { Worker } from "node:worker_threads";
import { workerFile } from "./file.ts";
import type { FromWorker } from "./inside.ts";

export interface WorkerLimits {
  /** Heap of the worker, in MB. What it holds besides (buffers, native code) may be as much again plus 128 MB. */
  readonly memoryMb: number;
  /** From the start of the thread to its answer; waiting for a free place does not count. */
  readonly deadlineMs: number;
  /** How many workers of this name may run at the same time in this process; the others wait. 2 unless told. */
  readonly atOnce?: number;
}

export type WorkerOutcome<Output> =
  | { ended: "answered"; value: Output }
  | { ended: "took-too-long" }
  | { ended: "out-of-memory" }
  | { ended: "failed"; message: string };

const MB = 1024 * 1024;
const WATCH_MS = 25;
const PATIENCE_MS = 500;
let running = 0;

/**
 * Starts `src/…/<name>.worker.ts`, hands it `input` (plain data, copied), and answers how it ended. Never
 * throws for what happens inside. One thread does one piece of work and is gone when the answer arrives; it
 * sees no environment variables, and what it prints is dropped.
 */
export async function runInWorker<Output>(
  name: string,
  input: unknown,
  limits: WorkerLimits,
): Promise<WorkerOutcome<Output>> {
  const file = await workerFile(name);
  const leave = await enter(name, limits.atOnce ?? 2);
  running++;
  const { outcome, gone } = await once<Output>(file, input, limits);
  const left = gone.finally(() => {
    running--;
    leave();
  });
  // Native code cannot be stopped in mid-call: its place stays taken until it returns, but nobody waits for it.
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
  return outcome;
}

async function once<Output>(
  file: URL,
  input: unknown,
  { memoryMb, deadlineMs }: WorkerLimits,
): Promise<{ outcome: WorkerOutcome<Output>; gone: Promise<unknown> }> {
  const before = process.memoryUsage.rss();
  const worker = new Worker(file, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const timers: NodeJS.Timeout[] = [];
  const outcome = await new Promise<WorkerOutcome<Output>>((resolve) => {
    timers.push(setTimeout(() => resolve({ ended: "took-too-long" }), deadlineMs));
    // The heap limit knows nothing of buffers and native memory, where a bomb unfolds; the process does.
    timers.push(
      setInterval(() => {
        const grown = process.memoryUsage.rss() - before;
        if (grown > (2 * memoryMb + 128) * MB * running) resolve({ ended: "out-of-memory" });
      }, WATCH_MS),
    );
    worker.on("message", (answer: FromWorker<Output>) =>
      resolve(
        "failure" in answer
          ? { ended: "failed", message: answer.failure }
          : { ended: "answered", value: answer.value },
      ),
    );
    worker.on("error", (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? { ended: "out-of-memory" }
          : { ended: "failed", message: error.stack ?? String(error) },
      ),
    );
    worker.on("exit", (code) => resolve({ ended: "failed", message: `the worker ended with code ${code}` }));
  });
  for (const timer of timers) clearTimeout(timer);
  return { outcome, gone: worker.terminate() };
}

const places = new Map<string, { taken: number; waiting: (() => void)[] }>();

/** Waits for one of `most` places of `name`; answers how to give it back. */
async function enter(name: string, most: number): Promise<() => void> {
  const place = places.get(name) ?? { taken: 0, waiting: [] };
  places.set(name, place);
  if (place.taken < most) place.taken++;
  else await new Promise<void>((next) => place.waiting.push(next));
  return () => {
    // A place goes straight to the next in line, so nobody can take it in between.
    const next = place.waiting.shift();
    if (next) next();
    else place.taken--;
  };
}
