// Shares of a number that add up to it exactly: largest remainder (Hare quota). Pure, whole numbers throughout.

/**
 * Splits `total` (≥ 0) in proportion to `weights` (≥ 0). Each share is its exact proportion rounded down or up, so within
 * 1 of it, and the sum is `total`. What is left after rounding down goes to the largest remainders; ties go to the
 * earlier. All weights 0 means nothing is known: equal shares. No weights: no shares.
 */
export function largestRemainder(total: number, weights: readonly number[]): readonly number[] {
  const known = weights.reduce((sum, weight) => sum + weight, 0);
  const effective = known === 0 ? weights.map(() => 1) : weights;
  const whole = known === 0 ? weights.length : known;
  // total ≤ 10^7 and a weight ≤ 10^7 (a count of people): the product stays exact far below 2^53.
  const parts = effective.map((weight, index) => ({
    index,
    share: Math.floor((total * weight) / whole),
    rest: (total * weight) % whole,
  }));
  let left = total - parts.reduce((sum, { share }) => sum + share, 0);
  const shares = parts.map(({ share }) => share);
  for (const { index } of [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left <= 0 || weights.length === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
