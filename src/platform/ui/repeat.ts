// Writes that may be tried again without harm: an attempt whose answer was lost is repeated with the same key.
import type { Answer, AnyContract, Ask } from "../contract/contract.ts";
import { newId } from "../pure/ids.ts";
import { call, ProblemError } from "./client.ts";

export const asProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError("internal-error", 500);

const AGAIN_AFTER_MS = [600, 2000];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One writer for one form or button. Lost answers are asked for again at once (twice), and the key is kept for
 * when the person presses again with the same words; a definite answer, good or bad, ends it. Throws `ProblemError`.
 */
export function repeatable<C extends AnyContract>(
  contract: C,
  wait: (ms: number) => Promise<void> = pause,
): (ask: Ask<C>) => Promise<Answer<C>> {
  let uncertain: { readonly words: string; readonly key: string } | undefined;
  return async (ask) => {
    const words = JSON.stringify(ask);
    const key = uncertain?.words === words ? uncertain.key : newId();
    uncertain = { words, key };
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await call(contract, ask, { key });
        uncertain = undefined;
        return answer;
      } catch (error) {
        const problem = asProblem(error);
        if (!problem.uncertain) uncertain = undefined;
        const after = AGAIN_AFTER_MS[attempt];
        if (!problem.uncertain || after === undefined) throw problem;
        await wait(after);
      }
    }
  };
}
