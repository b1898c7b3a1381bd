// What a letter says differently from the one it changes: orders matched by their words, texts word by word. Pure.
import { searchKey } from "../../platform/pure/text-vi.ts";
import { compareText, type Part } from "../../platform/pure/word-diff.ts";

export interface Order {
  readonly ordinal: number;
  readonly text: string;
  readonly dueOn: string | null;
}

export interface ComparedOrder {
  readonly change: "same" | "changed" | "added" | "removed";
  /** Its place in the new letter; null when removed. */
  readonly ordinal: number | null;
  readonly parts: Part[];
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

const wordsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of searchKey(text).split(/[^a-z0-9]+/)) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

/** Share of words that two texts have in common, accents aside: 1 for the same words, 0 for none (Dice over bags). */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const size = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((n, m) => n + m, 0);
  const total = size(a) + size(b);
  if (total === 0) return 1;
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return (2 * common) / total;
}

/** Two orders with fewer words in common are two orders, not one reworded. */
const LEAST_LIKE = 0.4;

/**
 * Pairs of orders that say the same thing, the likest first; each order is in one pair at most. The same place in the
 * letter decides between equally like ones.
 */
export function matchOrders<A extends Order, B extends Order>(
  before: readonly A[],
  after: readonly B[],
): ReadonlyMap<B, A> {
  const scored = before
    .flatMap((a) => after.map((b) => ({ a, b, like: likeness(a.text, b.text) })))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort(
      (x, y) =>
        y.like - x.like ||
        Math.abs(x.a.ordinal - x.b.ordinal) - Math.abs(y.a.ordinal - y.b.ordinal) ||
        x.b.ordinal - y.b.ordinal ||
        x.a.ordinal - y.a.ordinal,
    );
  const pairs = new Map<B, A>();
  const taken = new Set<A>();
  for (const { a, b } of scored) {
    if (pairs.has(b) || taken.has(a)) continue;
    pairs.set(b, a);
    taken.add(a);
  }
  return pairs;
}

/** The orders of the new letter in their order, and after each the removed ones that stood there. */
export function compareOrders(before: readonly Order[], after: readonly Order[]): ComparedOrder[] {
  const pairs = matchOrders(before, after);
  const kept = new Set(pairs.values());
  const gone = before.filter((order) => !kept.has(order));
  const removed = (order: Order): ComparedOrder => ({
    change: "removed",
    ordinal: null,
    parts: compareText(order.text, ""),
    dueBefore: order.dueOn,
    dueAfter: null,
  });
  const compared = after.map((order): { at: number; row: ComparedOrder } => {
    const old = pairs.get(order);
    const same = old?.text === order.text && old.dueOn === order.dueOn;
    return {
      at: order.ordinal,
      row: {
        change: old === undefined ? "added" : same ? "same" : "changed",
        ordinal: order.ordinal,
        parts: compareText(old?.text ?? "", order.text),
        dueBefore: old?.dueOn ?? null,
        dueAfter: order.dueOn,
      },
    };
  });
  return [...compared, ...gone.map((order) => ({ at: order.ordinal + 0.5, row: removed(order) }))]
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}
