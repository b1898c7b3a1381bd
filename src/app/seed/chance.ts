// Chance without a state: every draw is a function of (seed, what it is for, whose, which), so that any row of the
// country can be made by itself, in any order, and again after a stop.

/** What a draw is for. Two purposes never share draws; a new one gets a new number, an old one keeps its own. */
export const FOR = {
  unit: 1,
  shape: 2,
  unitName: 3,
  person: 4,
  affiliation: 5,
  account: 6,
  grant: 7,
  consent: 8,
  decision: 9,
  grouping: 10,
  accountName: 11,
  /** Those of the facts begin here: `FOR.facts + n`. */
  facts: 1000,
} as const;

/** Murmur's last step (Austin Appleby, public domain): a bijection of 32 bits. */
function mix(value: number): number {
  let h = value;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A whole number 0 … 2³²−1. `purpose`: of `FOR`; `index`: whose; `nth`: which of its draws. */
export function draw(seed: number, purpose: number, index: number, nth = 0): number {
  const own = mix(Math.imul(seed ^ 0x9e3779b9, 0x2c1b3c6d) + Math.imul(purpose, 0x297a2d39));
  return mix(mix(own ^ Math.imul(index, 0x27d4eb2f)) + Math.imul(nth + 1, 0x9e3779b9)) >>> 0;
}

/** 0 ≤ x < 1 of a draw. */
export const share = (drawn: number): number => drawn / 2 ** 32;
/** 0 … below−1 of a draw. */
export const upTo = (drawn: number, below: number): number => Math.floor((drawn / 2 ** 32) * below);

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
const byte = (value: number, shift: number): string => HEX[(value >>> shift) & 0xff] as string;
const word = (value: number): string => byte(value, 24) + byte(value, 16) + byte(value, 8) + byte(value, 0);

/**
 * The UUIDv7 of the index-th thing of a purpose, as of that instant (milliseconds). Never twice the same within one
 * purpose: its last 32 bits are a bijection of the index.
 */
export function idOf(seed: number, purpose: number, index: number, atMs: number): string {
  const high = Math.floor(atMs / 0x10000);
  const low = atMs % 0x10000;
  const a = draw(seed, purpose, index, 91);
  const b = mix(mix(seed ^ Math.imul(purpose, 0x297a2d39)) ^ index) >>> 0;
  const version = 0x7000 | (a & 0x0fff);
  const variant = 0x8000 | ((a >>> 12) & 0x3fff);
  return `${word(high)}-${byte(low, 8)}${byte(low, 0)}-${byte(version, 8)}${byte(version, 0)}-${byte(variant, 8)}${byte(variant, 0)}-${byte(a, 24)}${byte(mix(a), 0)}${word(b)}`;
}
