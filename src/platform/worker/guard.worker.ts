// The process around one worker. Memory that a hostile file made it take goes back whole when it ends, and what
// kills it kills nothing else.
import { type Errand, runThread } from "./thread.ts";

process.once("disconnect", () => process.exit()); // whoever asked is gone
process.once("message", async (errand: Errand) => {
  const outcome = await runThread(errand);
  process.send?.(outcome, () => process.kill(process.pid, "SIGKILL"));
});
