// Chance that can be repeated: the same seed mangles a letter the same way.
/** Answers a number from 0 (included) to 1 (excluded). */
export type Chance = () => number;

/** A repeatable chance (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `min` to `max`, both included. */
export function between(chance: Chance, min: number, max: number): number {
  return min + Math.floor(chance() * (max - min + 1));
}
