// Where a rise comes from and where a fall goes, said before it is granted: the server's own rule, asked while typing.
import type { Share } from "../../rules/decide-split.ts";
import { regrant } from "../../rules/regrant.ts";
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
  /** What the chosen units give up together; asked of them only where something is needed. */
  readonly from: readonly Share[];
  readonly given: number;
  /** undefined as long as it cannot be granted. */
  readonly reserveAfter: number | undefined;
  /** Units that are to give up more than they have, or whose box holds no number. */
  readonly wrong: readonly string[];
}

/** `unitId`: who is to hold `value`. `shares`: what each unit below holds now, it included. */
export function grantPlan(
  split: { readonly shares: readonly Share[]; readonly reserve: number },
  { unitId, value }: Share,
  giving: readonly GivingUp[],
): GrantPlan {
  const held = new Map(split.shares.map((share) => [share.unitId, share.value]));
  const change = value - (held.get(unitId) ?? 0);
  const needed = Math.max(0, change - split.reserve);
  const asked = needed > 0 ? giving : [];
  const wrong = asked.filter((row) => {
    const less = typedCount(row.typed);
    return less === undefined || less > (held.get(row.unitId) ?? 0);
  });
  const from = asked.map((row) => ({ unitId: row.unitId, value: typedCount(row.typed) ?? 0 }));
  const outcome = regrant(split, { unitId, value, from });
  return {
    change,
    fromReserve: Math.max(0, Math.min(change, split.reserve)),
    needed,
    from,
    given: from.reduce((sum, share) => sum + share.value, 0),
    reserveAfter: wrong.length === 0 && outcome.ok ? outcome.reserve : undefined,
    wrong: wrong.map((row) => row.unitId),
  };
}
