// The word behind a poster's QR code. It is also typed by hand from a wall: no signs that look alike.
import { randomBytes } from "node:crypto";

/** 31 signs, without 0, 1, i, l, o; eight of them are some 850 thousand million words. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 8;
const FAIR = 256 - (256 % SIGNS.length);

/** "k7mq2xvd". Bytes that would favour a sign are skipped. */
export function newPageCode(random: (size: number) => Iterable<number> = randomBytes): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of random(2 * LENGTH)) {
      if (byte < FAIR && code.length < LENGTH) code += SIGNS[byte % SIGNS.length];
    }
  }
  return code;
}

export const pageUrlOf = (publicUrl: string, code: string): string => `${publicUrl}/tuyen-truyen/${code}`;
