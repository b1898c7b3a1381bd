// Ctrl-C, `kill` and a closed terminal end the program in order; an impatient second one ends it at once.

const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === "win32"
    ? ["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
// A terminal and npm each pass the same Ctrl-C on: two signals in a moment are one wish.
const SAME_WISH_MS = 1_500;

/**
 * Calls `stop` once at the first signal, then ends the process (exit code 0, or 1 if `stop` fails).
 * The embedded database outlives a forced end and is adopted by the next start.
 */
export function onStopSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let since: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (since !== undefined) {
        if (performance.now() - since > SAME_WISH_MS) process.exit(1);
        return;
      }
      since = performance.now();
      stop(signal).then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
