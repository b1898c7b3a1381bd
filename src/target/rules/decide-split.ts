// May this split be decided? Σ shares + reserve = the number held, and every unit below keeps a split of what it gets.
// Pure; the database checks the same at commit.

export interface Share {
  readonly unitId: string;
  readonly value: number;
}

/** The split in force at a unit below. */
export interface BelowSplit {
  readonly unitId: string;
  readonly total: number;
  readonly reserve: number;
}

export interface Asked {
  /** The number the unit holds. */
  readonly total: number;
  readonly shares: readonly Share[];
  readonly reserve: number;
}

export interface Known {
  /** Units that may be given a share. */
  readonly children: ReadonlySet<string>;
  /** Units among them that hold a number from another unit already. */
  readonly heldElsewhere: ReadonlySet<string>;
  /** Splits in force at units that had a share of this unit or are to have one. */
  readonly below: readonly BelowSplit[];
}

export type Reason =
  | { readonly code: "target-sum"; readonly expected: number; readonly given: number }
  | { readonly code: "share-twice"; readonly units: readonly string[] }
  | { readonly code: "share-outside-children"; readonly units: readonly string[] }
  | { readonly code: "already-assigned"; readonly units: readonly string[] }
  | { readonly code: "split-below-first"; readonly units: readonly string[] };

export type Decision =
  | {
      readonly ok: true;
      /** Units below whose own split follows: same shares, the reserve takes the difference. */
      readonly follow: readonly BelowSplit[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * A unit below that has already split keeps its shares when its number changes; its reserve takes the difference. Where
 * the reserve is too small it must split anew first, lower, so that nobody's number is changed over their head. A unit
 * left out of the new split holds nothing any more: its split becomes one of 0, if its reserve can give it all back.
 */
export function decideSplit(asked: Asked, known: Known): Decision {
  const reasons: Reason[] = [];
  const ids = asked.shares.map(({ unitId }) => unitId);
  const given = asked.shares.reduce((sum, { value }) => sum + value, asked.reserve);
  if (given !== asked.total) reasons.push({ code: "target-sum", expected: asked.total, given });

  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) reasons.push({ code: "share-twice", units: [...new Set(twice)] });
  const outside = ids.filter((id) => !known.children.has(id));
  if (outside.length > 0) reasons.push({ code: "share-outside-children", units: outside });
  const held = ids.filter((id) => known.heldElsewhere.has(id));
  if (held.length > 0) reasons.push({ code: "already-assigned", units: held });

  const named = new Map(asked.shares.map(({ unitId, value }) => [unitId, value]));
  const follow: BelowSplit[] = [];
  const short: string[] = [];
  for (const { unitId, total, reserve } of known.below) {
    const number = named.get(unitId) ?? 0;
    if (number === total) continue;
    if (reserve + number - total < 0) short.push(unitId);
    else follow.push({ unitId, total: number, reserve: reserve + number - total });
  }
  if (short.length > 0) reasons.push({ code: "split-below-first", units: short });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, follow };
}
