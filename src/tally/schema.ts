// Side: union. Counters per credited unit, campaign, drive, measure and day, written with the fact.
import { z } from "zod";

export const Measure = z.enum(["registered", "donated", "bags", "ml", "units"]);
export type Measure = z.output<typeof Measure>;

/** `units` in hundredths: 350 ml under the 250 ml rule is 140. */
export interface Count {
  readonly campaignId: string;
  readonly unitId: string;
  readonly driveId: string;
  readonly measure: Measure;
  readonly day: string;
  readonly by: number;
}
