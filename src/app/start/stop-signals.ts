// Ctrl-C, `kill` and a closed terminal end the program in order; an impatient second one ends it at once.

const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === "win32"
    ? ["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
// A terminal and npm each pass the same Ctrl-C on: two signals in a moment are one wish.
const SAME_WISH_MS = 1_500;

const PARENT_WATCH_MS = 500;

/**
 * Calls `stop` once at the first signal, then ends the process (exit code 0, or 1 if `stop` fails).
 * The embedded database outlives a forced end and is adopted by the next start. `onHangUp` decides what SIGHUP means.
 */
export function onStopSignal(
  stop: (signal: NodeJS.Signals) => Promise<void>,
  onHangUp: () => "stop" | "stay" = () => "stop",
): void {
  let since: number | undefined;
  const end = (signal: NodeJS.Signals) => {
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
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (signal !== "SIGHUP" || onHangUp() === "stop") end(signal);
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(() => end("SIGTERM"));
}

// `kill` of npm ends npm and the shell between us, and tells us nothing: our parent's end is the message.
function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, PARENT_WATCH_MS);
  watch.unref();
}
