// Chance for the demo, the same on every machine: figures in screens, manuals and tests stay those of the pictures.
// Ours because the generators at hand either cannot be seeded (Math.random) or are for tests only (fast-check).
import { UUID } from "uuidv7";

/** A source of chance. Every draw moves it on, so the order of draws is part of the result. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability. */
  yes(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order; the given one stays. */
  shuffle<T>(list: readonly T[]): T[];
  /** A UUIDv7 of that instant, so that lists by id go by the demo's time. */
  idAt(instant: string): string;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few thousand people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => bits() / 2 ** 32;
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  };
  return {
    next,
    int,
    pick,
    yes: (probability) => next() < probability,
    shuffle: (list) =>
      list
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item),
    idAt: (instant) =>
      UUID.fromFieldsV7(Date.parse(instant), bits() & 0xfff, bits() & 0x3fffffff, bits()).toString(),
  };
}
