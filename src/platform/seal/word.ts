// Words that are drawn, printed and typed by hand from a wall: no signs that look alike.
import { randomBytes } from "node:crypto";

/** 31 signs, without 0, 1, i, l, o. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const FAIR = 256 - (256 % SIGNS.length);

/** "k7mq2xvd": `length` signs, each as likely as any other. Bytes that would favour a sign are skipped. */
export function drawWord(length: number, random: (size: number) => Iterable<number> = randomBytes): string {
  let word = "";
  while (word.length < length) {
    for (const byte of random(2 * length)) {
      if (byte < FAIR && word.length < length) word += SIGNS[byte % SIGNS.length];
    }
  }
  return word;
}
