// Where a rise comes from and where a fall goes, said before it is granted. Pure; the server decides.
import { typedCount } from "../split/split-sum.ts";

/** A unit chosen to give up some of its share. `typed`: how much, as typed. */
export interface GivingUp {
  readonly unitId: string;
  readonly typed: string;
}

export interface GrantPlan {
  /** New number less the old: above 0 a rise, below 0 a fall. */
  readonly change: number;
  readonly fromReserve: number;
  /** What the reserve cannot cover. */
  readonly needed: number;
  /** What the chosen units give up together. */
  readonly given: number;
  readonly reserveAfter: number;
  /** Units that are to give up more than they have, or whose box holds no number. */
  readonly wrong: readonly string[];
  /** It adds up: nothing lacking, nothing too much. */
  readonly fits: boolean;
}

/** `now`: the number held; `value`: the one to be granted; `shares`: what each unit below holds. */
export function grantPlan(
  { now, value, reserve }: { readonly now: number; readonly value: number; readonly reserve: number },
  from: readonly GivingUp[],
  shares: ReadonlyMap<string, number>,
): GrantPlan {
  const change = value - now;
  const fromReserve = Math.max(0, Math.min(change, reserve));
  const needed = Math.max(0, change - reserve);
  const wrong = from.filter(({ unitId, typed }) => {
    const less = typedCount(typed);
    return less === undefined || less > (shares.get(unitId) ?? 0);
  });
  const given = from.reduce((sum, { typed }) => sum + (typedCount(typed) ?? 0), 0);
  return {
    change,
    fromReserve,
    needed,
    given,
    reserveAfter: change < 0 ? reserve - change : reserve - fromReserve,
    wrong: wrong.map(({ unitId }) => unitId),
    fits: wrong.length === 0 && given === needed,
  };
}
