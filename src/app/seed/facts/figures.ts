// Figures of people at a drive, added up as the program counts them: who said yes is registered, whether they came or not.
import { unitsHundredths } from "../../../campaign/rules/blood-units.ts";
import { sumFigures } from "../../../report/rules/figures.ts";
import type { Figures } from "../../../report/schema.ts";
import type { Place } from "./drive.ts";

export type { Figures };
export { sumFigures };
export type UnitRule = "bag" | "ml250";

export interface Bags {
  readonly ml250: number;
  readonly ml350: number;
  readonly ml450: number;
}

export const bagsOf = (places: readonly Place[]): Bags => {
  let [ml250, ml350, ml450] = [0, 0, 0];
  for (const { volume } of places) {
    if (volume === 250) ml250++;
    else if (volume === 350) ml350++;
    else if (volume === 450) ml450++;
  }
  return { ml250, ml350, ml450 };
};

export const figuresOf = (places: readonly Place[], rule: UnitRule): Figures =>
  figuresOfBags(bagsOf(places), rule, places.filter(({ confirmedMs }) => confirmedMs !== null).length);

export const figuresOfBags = (bags: Bags, rule: UnitRule, registered: number): Figures => ({
  registered,
  donated: bags.ml250 + bags.ml350 + bags.ml450,
  bags250: bags.ml250,
  bags350: bags.ml350,
  bags450: bags.ml450,
  ml: bags.ml250 * 250 + bags.ml350 * 350 + bags.ml450 * 450,
  unitsHundredths: unitsHundredths(rule, bags),
});
