// What "đơn vị máu" means, by the campaign's stated rule; counted in hundredths so that sums stay whole numbers.
// Organisers differ (85 people were reported as 97 units: 250 ml equivalents), so bags and ml are both kept.
import type { UnitRule } from "../schema.ts";

/** Bags by volume → đơn vị máu × 100. 350 ml is 1 unit by bag, 1.4 by 250 ml equivalents. */
export function unitsHundredths(
  rule: UnitRule,
  bags: { readonly ml250: number; readonly ml350: number; readonly ml450: number },
): number {
  if (rule === "bag") return (bags.ml250 + bags.ml350 + bags.ml450) * 100;
  return bags.ml250 * 100 + bags.ml350 * 140 + bags.ml450 * 180;
}
