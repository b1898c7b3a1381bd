// The word behind a poster's QR code.
import { drawWord } from "../../../platform/seal/word.ts";

/** Some 850 thousand million words. */
const LENGTH = 8;

export const newPageCode = (random?: Parameters<typeof drawWord>[1]): string => drawWord(LENGTH, random);

export const pageUrlOf = (publicUrl: string, code: string): string => `${publicUrl}/tuyen-truyen/${code}`;
