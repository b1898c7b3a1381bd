// One piece of work in a thread with a bounded heap, watched by the process around it.
import { Worker } from "node:worker_threads";
import type { FromWorker } from "./inside.ts";

export interface ThreadLimits {
  /** Heap of the thread, in MB. What it holds besides (buffers, native code) may be as much again plus 128 MB. */
  readonly memoryMb: number;
  /** From the start of the thread to its answer. */
  readonly deadlineMs: number;
}

export type WorkerOutcome<Output> =
  | { ended: "answered"; value: Output }
  | { ended: "took-too-long" }
  | { ended: "out-of-memory" }
  | { ended: "failed"; message: string };

/** What the process that guards one thread is sent to begin with; `file` is an address (file:). */
export type Errand = { file: string; input: unknown; limits: ThreadLimits };

const MB = 1024 * 1024;
const WATCH_MS = 25;

/** Runs the worker of `errand` and answers how it ended. The thread may still be there: the process ends next. */
export function runThread({ file, input, limits }: Errand): Promise<WorkerOutcome<unknown>> {
  const most = process.memoryUsage.rss() + (2 * limits.memoryMb + 128) * MB;
  const worker = new Worker(new URL(file), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ended: "took-too-long" }), limits.deadlineMs);
    // The heap limit knows nothing of buffers and native memory, where a bomb unfolds; the process does.
    setInterval(() => {
      if (process.memoryUsage.rss() > most) resolve({ ended: "out-of-memory" });
    }, WATCH_MS);
    worker.on("message", (answer: FromWorker<unknown>) =>
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
}
