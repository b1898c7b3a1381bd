// What a closed drive adds to the counters: donors, bags, millilitres and đơn vị máu, by credited unit.
import { unitsHundredths } from "../../campaign/rules/blood-units.ts";
import type { Count } from "../../tally/schema.ts";

export interface Given {
  readonly creditedUnitId: string;
  readonly volume: 250 | 350 | 450;
}

interface Where {
  readonly campaignId: string;
  readonly driveId: string;
  readonly day: string;
}

/** One donor gives one bag. */
export function countsOf(given: readonly Given[], rule: "bag" | "ml250", where: Where): Count[] {
  return given.flatMap(({ creditedUnitId, volume }) => {
    const bag = { ml250: 0, ml350: 0, ml450: 0, [`ml${volume}` as const]: 1 };
    const count = (measure: Count["measure"], by: number): Count => ({
      ...where,
      unitId: creditedUnitId,
      measure,
      by,
    });
    return [
      count("donated", 1),
      count("bags", 1),
      count("ml", volume),
      count("units", unitsHundredths(rule, bag)),
    ];
  });
}
