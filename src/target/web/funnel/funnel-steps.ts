// The funnel as lengths to draw, and the same sum for a yield somebody tries by hand. Pure.
import { donationsFor } from "../../rules/funnel.ts";
import type { FunnelView } from "../../schema/funnel.ts";

/** From few to many people; one number where both are the same. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A step of the way from a registration to a unit of blood. */
export interface Step {
  readonly key: "registered" | "came" | "donated" | "units";
  readonly range: Range;
}

const ordered = (a: number, b: number): Range => ({ from: Math.min(a, b), to: Math.max(a, b) });

/**
 * The steps, widest first: people to register (as far apart as the yields are uncertain), people who come (only where
 * past drives tell how many of those who came gave), people who give, units of blood.
 */
export function stepsOf(view: FunnelView): readonly Step[] {
  const donations = donationsFor(view.target, view.unitsPerDonationHundredths);
  const exactly = (value: number): Range => ({ from: value, to: value });
  return [
    { key: "registered", range: ordered(view.seek.low, view.seek.high) },
    ...(view.screened === null
      ? []
      : [
          {
            key: "came" as const,
            range: ordered(
              Math.ceil(donations / Math.max(view.screened.high, 0.01)),
              Math.ceil(donations / Math.max(view.screened.low, 0.01)),
            ),
          },
        ]),
    { key: "donated", range: exactly(donations) },
    { key: "units", range: exactly(view.target) },
  ];
}

/** People to register for `target` units of blood when `percent` of a hundred who register give. */
export const seekAt = (target: number, unitsPerDonationHundredths: number, percent: number): number =>
  Math.ceil((target * 10_000) / (unitsPerDonationHundredths * percent));

/** "72" of a hundred: how yields are said to people who do not read percentages of percentages. */
export const ofHundred = (share: number): number => Math.round(share * 100);
