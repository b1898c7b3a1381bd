// One-time codes are read aloud over the phone and typed with a thumb: no letters that look or sound alike.

/** 31 signs: without 0, O, 1, I, L. 12 of them carry 59 bits. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 12;
const GROUP = 4;

/** Random bytes → `ABCD-EFGH-JKMN`. Bytes that would favour a sign are skipped; throws when they run out. */
export function codeFrom(random: Iterable<number>): string {
  const fair = 256 - (256 % SIGNS.length);
  let signs = "";
  for (const byte of random) {
    if (byte >= fair) continue;
    signs += SIGNS[byte % SIGNS.length];
    if (signs.length === LENGTH) return (signs.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
  }
  throw new RangeError("not enough random bytes for a code");
}

/** What was typed → what was printed: case, spaces and hyphens do not matter. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
