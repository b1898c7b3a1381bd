// Giving one unit another number out of a split: from the reserve, or from units that give some up. Pure; the screen
// shows with it where a rise comes from.
import type { Share } from "./decide-split.ts";

export interface Wanted {
  readonly unitId: string;
  /** Its new number. */
  readonly value: number;
  /** How much others give up. */
  readonly from: readonly Share[];
}

export type Regranted =
  | { readonly ok: true; readonly shares: readonly Share[]; readonly reserve: number }
  /** `needed`: how much is missing beyond the reserve and what others give up. */
  | {
      readonly ok: false;
      readonly code: "reserve-too-small";
      readonly reserve: number;
      readonly needed: number;
    }
  /** A unit in `from` twice, the asking unit itself, or one that would give more than it has. */
  | { readonly ok: false; readonly code: "twice" | "itself" | "above-share" };

/** Shares and reserve add up to what they did; what is given up beyond the rise goes into the reserve, as a fall does. */
export function regrant(
  split: { readonly shares: readonly Share[]; readonly reserve: number },
  { unitId, value, from }: Wanted,
): Regranted {
  const shares = new Map(split.shares.map((share) => [share.unitId, share.value]));
  if (new Set(from.map((share) => share.unitId)).size < from.length) return { ok: false, code: "twice" };
  let { reserve } = split;
  for (const given of from) {
    if (given.unitId === unitId) return { ok: false, code: "itself" };
    const has = shares.get(given.unitId) ?? -1;
    if (has < given.value) return { ok: false, code: "above-share" };
    shares.set(given.unitId, has - given.value);
    reserve += given.value;
  }
  const rise = value - (shares.get(unitId) ?? 0);
  if (rise > reserve) {
    return { ok: false, code: "reserve-too-small", reserve: split.reserve, needed: rise - reserve };
  }
  shares.set(unitId, value);
  return {
    ok: true,
    shares: [...shares].map(([id, number]) => ({ unitId: id, value: number })),
    reserve: reserve - rise,
  };
}
