// Đạt and vượt: the arithmetic of a result against a target, exact, with the one rounding rule of the house.
// Source of the words: 326 units against 280 are "đạt 116,4%, vượt 16,4%"; the press wrote "vượt 116,4%" (domain 4.3).

/** đạt exactly, vượt (above), or còn thiếu (below). Compared on whole numbers, never on the rounded percentage. */
export type Standing = "met" | "exceeded" | "short";

export interface Progress {
  readonly standing: Standing;
  /** Percent × 10 (1164 = 116,4%); null for a target of 0, of which nothing is a part. */
  readonly percentTenths: number | null;
  /** What stands after "vượt", percent × 10; 0 unless exceeded by what shows at one decimal. */
  readonly surplusTenths: number;
  /** Above the target, đơn vị máu × 100. */
  readonly surplusHundredths: number;
  /** Below the target, đơn vị máu × 100. */
  readonly missingHundredths: number;
}

/**
 * A result against a target.
 *
 * Rounding: half up to one decimal, but never across the target: 99,96% stays 99,9% because it is not đạt. "Vượt" is
 * the printed percentage less 100, so that both printed numbers always agree.
 * @param unitsHundredths đơn vị máu × 100
 * @param target whole đơn vị máu; null where nobody set one
 * @returns null without a target
 */
export function progressOf(unitsHundredths: number, target: number | null): Progress | null {
  if (target === null) return null;
  const goal = target * 100;
  const difference = unitsHundredths - goal;
  const standing = difference > 0 ? "exceeded" : difference === 0 ? "met" : "short";
  const percentTenths = target === 0 ? null : roundedTenths(unitsHundredths, target, standing);
  return {
    standing,
    percentTenths,
    surplusTenths: standing === "exceeded" && percentTenths !== null ? percentTenths - 1000 : 0,
    surplusHundredths: Math.max(0, difference),
    missingHundredths: Math.max(0, -difference),
  };
}

function roundedTenths(unitsHundredths: number, target: number, standing: Standing): number {
  // (hundredths / 100) / target × 1000, half up, in whole numbers: no 0.1 + 0.2 here.
  const rounded = Math.floor((unitsHundredths * 20 + target) / (target * 2));
  return standing === "short" ? Math.min(rounded, 999) : rounded;
}
