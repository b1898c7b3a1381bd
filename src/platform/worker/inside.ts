// The inside of a worker: the one piece of work a file `<name>.worker.ts` does.
import { parentPort, workerData } from "node:worker_threads";

/** What a worker sends back, once. */
export type FromWorker<Output> = { value: Output } | { failure: string };

/**
 * Does `work` with the input the worker was started with and sends its answer. Called once, as the last line
 * of `<name>.worker.ts`. What `work` throws arrives at the caller of `runInWorker` as "failed".
 * Input and output must be plain data (structured clone).
 */
export async function answerOnce<Input, Output>(
  work: (input: Input) => Output | Promise<Output>,
): Promise<void> {
  let answer: FromWorker<Output>;
  try {
    answer = { value: await work(workerData as Input) };
  } catch (error) {
    answer = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
}
