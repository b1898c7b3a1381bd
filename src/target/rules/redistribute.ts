// What a re-organisation does to the numbers of one book (a campaign and a measure): the leading unit's number never
// changes, every unit that goes on keeps what it kept for itself, and every split adds up anew. Pure.
//
// What a unit keeps is its reserve, or its whole number where it has not split; the rest it has passed on. A unit that
// ends hands what it kept to its heir, into the heir's reserve; whoever it gave a share to gets that share from the heir,
// or from the unit above it in the new tree when it moves. All numbers are then summed up anew from what is kept.
import type { Share } from "./decide-split.ts";
import { type Change, carry, givers, type Held } from "./redistribute-givers.ts";

export interface BookSplit {
  readonly unitId: string;
  readonly total: number;
  readonly reserve: number;
  readonly shares: readonly Share[];
}

export interface Book {
  /** The leading unit, which was given `total` from outside. It stays the root even where it ends. */
  readonly rootId: string;
  readonly total: number;
  /** The version in force of each unit that has split. */
  readonly splits: readonly BookSplit[];
}

export interface Redistributed {
  /** New versions to be written, of units whose split changes; without shares: the number is held whole. */
  readonly splits: readonly BookSplit[];
  /** Units that hold another number than before; null: none. */
  readonly numbers: readonly {
    readonly unitId: string;
    readonly was: number | null;
    readonly becomes: number | null;
  }[];
}

export function redistribute(book: Book, change: Change): Redistributed {
  const before = heldIn(book);
  const kept = new Map<string, number>();
  const target = carry(book.rootId, before, change);
  for (const [unitId, { kept: own }] of before) {
    const to = target(unitId);
    kept.set(to, (kept.get(to) ?? 0) + own);
  }
  const giverOf = givers(book.rootId, before, change, [...kept.keys()]);
  const after = sums(book.rootId, kept, giverOf);
  return { splits: rewritten(book, before, kept, giverOf, after), numbers: changed(before, after) };
}

/** Everybody who holds a number, reached from the root. A unit left out of a split still has one of nothing: not here. */
function heldIn({ rootId, total, splits }: Book): ReadonlyMap<string, Held> {
  const bySplitter = new Map(splits.map((split) => [split.unitId, split]));
  const held = new Map<string, Held>();
  const queue: { unitId: string; number: number; giverId: string | undefined }[] = [
    { unitId: rootId, number: total, giverId: undefined },
  ];
  for (let at = 0; at < queue.length; at++) {
    const next = queue[at];
    if (next === undefined || held.has(next.unitId)) continue;
    const split = bySplitter.get(next.unitId);
    held.set(next.unitId, {
      number: next.number,
      giverId: next.giverId,
      kept: split?.reserve ?? next.number,
    });
    for (const { unitId, value } of split?.shares ?? []) {
      queue.push({ unitId, number: value, giverId: next.unitId });
    }
  }
  return held;
}

/** Numbers from what is kept, from the leaves up. */
function sums(
  rootId: string,
  kept: ReadonlyMap<string, number>,
  giverOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const order = [rootId];
  const below = byGiver(giverOf);
  for (let at = 0; at < order.length; at++) order.push(...(below.get(order[at] ?? "") ?? []));
  const numbers = new Map<string, number>();
  for (const unitId of order.reverse()) {
    const shares = below.get(unitId) ?? [];
    numbers.set(
      unitId,
      shares.reduce((sum, id) => sum + (numbers.get(id) ?? 0), kept.get(unitId) ?? 0),
    );
  }
  return numbers;
}

function byGiver(giverOf: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const [unitId, giverId] of giverOf) {
    const already = below.get(giverId);
    if (already === undefined) below.set(giverId, [unitId]);
    else already.push(unitId);
  }
  return below;
}

function rewritten(
  { splits }: Book,
  before: ReadonlyMap<string, Held>,
  kept: ReadonlyMap<string, number>,
  giverOf: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, number>,
): BookSplit[] {
  const below = byGiver(giverOf);
  const was = new Map(splits.map((split) => [split.unitId, split]));
  const out: BookSplit[] = [];
  for (const unitId of new Set([...was.keys(), ...below.keys()])) {
    const split = was.get(unitId);
    const number = after.get(unitId);
    // A split of nothing, of a unit left out before: only shares of whoever is given one elsewhere go out of it.
    const idle = number === undefined && !before.has(unitId);
    const shares = idle
      ? (split?.shares ?? []).filter((share) => !after.has(share.unitId))
      : (below.get(unitId) ?? []).map((id) => ({ unitId: id, value: after.get(id) ?? 0 }));
    const becomes = {
      unitId,
      total: number ?? 0,
      reserve: number === undefined ? 0 : (kept.get(unitId) ?? 0),
      shares,
    };
    if (split === undefined || !sameSplit(split, becomes)) out.push(becomes);
  }
  return out;
}

/** The same numbers, in whatever order. */
export function sameSplit(one: BookSplit, other: BookSplit): boolean {
  const shares = new Map(one.shares.map(({ unitId, value }) => [unitId, value]));
  return (
    one.total === other.total &&
    one.reserve === other.reserve &&
    one.shares.length === other.shares.length &&
    other.shares.every(({ unitId, value }) => shares.get(unitId) === value)
  );
}

function changed(
  before: ReadonlyMap<string, Held>,
  after: ReadonlyMap<string, number>,
): Redistributed["numbers"] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((unitId) => {
    const [was, becomes] = [before.get(unitId)?.number ?? null, after.get(unitId) ?? null];
    return was === becomes ? [] : [{ unitId, was, becomes }];
  });
}
