// Side: union. How many people to invite so that a target is reached: yields of past drives, with their doubt.
import { z } from "zod";
import { count, day, UnitRef } from "../../platform/contract/shapes.ts";

/** own: drives in which people of the unit's subtree registered. leading: of the leading unit's. assumed: of neither. */
export const BASES = ["own", "leading", "assumed"] as const;
export const FunnelBasis = z.enum(BASES);
export type FunnelBasis = z.output<typeof FunnelBasis>;

const share = z.number().min(0).max(1);

/**
 * A yield as a Beta distribution (`alpha`, `beta`), its mean, and the bounds between which it lies with 80 %. The
 * counts are sums over whole drives and told from 5 people up; null where they were assumed or too few.
 */
export const Yield = z.object({
  alpha: z.number().positive(),
  beta: z.number().positive(),
  likely: share,
  low: share,
  high: share,
  of: count.nullable(),
  came: count.nullable(),
});
export type Yield = z.output<typeof Yield>;

/** How many to seek. `likely`: at the mean yield; `low`, `high`: at the bounds; `safe`: at the asked confidence. */
export const Seek = z.object({ likely: count, low: count, high: count, safe: count });
export type Seek = z.output<typeof Seek>;

export const FunnelView = z.object({
  unit: UnitRef,
  /** đơn vị máu to reach. */
  target: count,
  confidence: share,
  basis: FunnelBasis,
  /** Closed drives the yield is drawn from (the 500 latest, where there are more), and the days of the first and the last. */
  drives: z.number().int(),
  from: day.nullable(),
  until: day.nullable(),
  /** Of those who registered, how many gave. What `seek` is worked out from. */
  donated: Yield,
  /**
   * Of whole drives (every unit's people and donors outside the lists): how many of those who came gave. null: nowhere
   * told. What is lost before the door is the rest.
   */
  screened: Yield.nullable(),
  /** đơn vị máu of one who gives, in hundredths: 100 where a bag is a unit, else the mean of past drives. */
  unitsPerDonationHundredths: z.number().int().min(1),
  /** Registrations to seek in all. */
  seek: Seek,
  /** Of this campaign so far, within the subtree. */
  registered: count,
  unitsHundredths: count,
  /** What was assumed where nothing is known: yields of mountain drives between these, a planning rule and no measurement. */
  assumption: z.object({ low: share, high: share }),
});
export type FunnelView = z.output<typeof FunnelView>;
