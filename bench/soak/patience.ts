// One who waits for an answer: whatever is not answered, or by 500 and above, is sent again as it was.
import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome, Place } from "../booking/acts.ts";
import type { Wired } from "../booking/wire.ts";
import type { ToldDay } from "./days.ts";

export interface Told {
  readonly times: Map<string, number[]>;
  readonly errors: string[];
  retries: number;
  refusals: number;
  /** Keys of ledgered writes that were answered. */
  readonly keys: string[];
  /** Places that were answered as taken and never given back. */
  readonly standing: Place[];
  /** Days that the facility typed back, as far as it came, and their reports. */
  readonly days: ToldDay[];
}

export type Patiently = (what: string, act: () => Promise<Outcome>) => Promise<Outcome>;

const MOST_TRIES = 400;

/** Notes what happened in `told`; the time is from the first try to the answer. */
export const patience =
  (told: Told): Patiently =>
  async (what, act) => {
    const began = performance.now();
    for (let tries = 1; ; tries++) {
      const outcome = await act().catch(
        (error: Error): Outcome => ({ as: "error", ms: 0, what: `599 ${error.message}` }),
      );
      const away = outcome.as === "error" && outcome.what.startsWith("5");
      if (!away || tries >= MOST_TRIES) {
        const times = told.times.get(what) ?? [];
        told.times.set(what, times);
        times.push(performance.now() - began);
        if (outcome.as === "error") told.errors.push(`${what}: ${outcome.what}`);
        if (outcome.as === "full") told.refusals++;
        return outcome;
      }
      told.retries++;
      await sleep(250);
    }
  };

export const plain = ({ status, body, ms }: Wired): Outcome =>
  status === 200
    ? { as: "done", ms, token: "" }
    : { as: "error", ms, what: `${status} ${body.slice(0, 200)}` };
