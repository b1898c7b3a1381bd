// Runs work that may meet hostile input, or crash, away from the program, with bounded memory and time.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { workerFile } from "./file.ts";
import type { Errand, ThreadLimits, WorkerOutcome } from "./thread.ts";

export type { WorkerOutcome } from "./thread.ts";

export interface WorkerLimits extends ThreadLimits {
  /** How many workers of this name may run at the same time in this process; the others wait. 2 unless told. */
  readonly atOnce?: number;
}

/** The guard answers at the deadline; one that cannot (memory gone, machine busy) is ended after this. */
const GRACE_MS = 1500;

/**
 * Starts `src/…/<name>.worker.ts`, hands it `input` (plain data, copied), and answers how it ended. Never
 * throws for what happens inside. One worker does one piece of work and is gone when the answer arrives; it
 * sees no environment variables, and what it prints is dropped. It is a thread in a process of its own: a
 * thread alone would leave the memory of a bomb with this process, and native code in it could not be stopped.
 * Waiting for a free place does not count against the deadline.
 */
export async function runInWorker<Output>(
  name: string,
  input: unknown,
  { memoryMb, deadlineMs, atOnce = 2 }: WorkerLimits,
): Promise<WorkerOutcome<Output>> {
  const guard = fileURLToPath(await workerFile("guard"));
  const file = await workerFile(name);
  const leave = await enter(name, atOnce);
  try {
    const errand: Errand = { file: file.href, input, limits: { memoryMb, deadlineMs } };
    return (await send(guard, errand)) as WorkerOutcome<Output>;
  } finally {
    leave();
  }
}

// Windows cannot start a program without this one.
const ENVIRONMENT = process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot };

async function send(guard: string, errand: Errand): Promise<WorkerOutcome<unknown>> {
  const child = fork(guard, [], {
    serialization: "advanced",
    execArgv: [],
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve({ ended: "took-too-long" }), errand.limits.deadlineMs + GRACE_MS);
      child.once("message", (outcome) => resolve(outcome as WorkerOutcome<unknown>));
      child.once("error", (error) => resolve({ ended: "failed", message: String(error) }));
      child.once("exit", (code, signal) =>
        resolve({ ended: "failed", message: `the worker's process ended with ${signal ?? code}` }),
      );
      child.send(errand, (error) => {
        if (error) resolve({ ended: "failed", message: String(error) });
      });
    });
  } finally {
    clearTimeout(timer);
    await end(child, gone);
  }
}

async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.on("error", () => undefined);
  // One that never started has nothing to end.
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await gone;
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
