// Addresses of the pages about a unit's targets in a campaign.
import { targetsPath } from "../../campaign/web/paths.ts";
import { TargetMeasure } from "../schema.ts";

/** The split itself, what was decided before, the letter's annex, how many people to invite. */
const PARTS = { split: "", history: "lich-su", annex: "phu-luc", funnel: "can-moi" } as const;
export type TargetPart = keyof typeof PARTS;

export const MEASURE = "tinh";
const MEASURE_WORDS = { units: "don-vi-mau", registrations: "dang-ky" } as const satisfies Record<
  TargetMeasure,
  string
>;

/** What the address says is counted; units of blood where it says nothing. */
export const measureOf = (word: string | null): TargetMeasure =>
  TargetMeasure.options.find((measure) => MEASURE_WORDS[measure] === word) ?? "units";

interface Of {
  /** The unit one acts for. */
  readonly placeId: string;
  readonly campaignId: string;
  /** A unit below whose numbers are shown; the one acted for where absent. */
  readonly shownId?: string;
  readonly measure?: TargetMeasure;
  /** The day the numbers are shown as of; today where absent. */
  readonly asOf?: string | undefined;
}

export function targetPartPath(part: TargetPart, of: Of): string {
  const { placeId, campaignId, shownId, measure = "units", asOf } = of;
  const steps = [targetsPath(placeId, campaignId), PARTS[part], shownId === placeId ? "" : (shownId ?? "")];
  const search = new URLSearchParams({
    ...(measure !== "units" && { [MEASURE]: MEASURE_WORDS[measure] }),
    ...(asOf !== undefined && { asOf }),
  }).toString();
  return steps.filter(Boolean).join("/") + (search && `?${search}`);
}
