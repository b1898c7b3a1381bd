// Side: union. How a unit's split came to be what it is: every version, with who decided it, when and why.
import { z } from "zod";
import { count, day, id, instant, page, UnitRef } from "../../platform/contract/shapes.ts";

/**
 * decided: an officer split the number. followed: the level above changed it and the reserve took the difference.
 * granted: a unit below asked for another number. reorganised: the tree changed. restored: that was undone.
 */
export const CAUSES = ["decided", "followed", "granted", "reorganised", "restored"] as const;
export const Cause = z.enum(CAUSES);
export type Cause = z.output<typeof Cause>;

const Numbers = z.object({ total: count, reserve: count });
export const TargetVersion = z.object({
  version: z.number().int(),
  cause: Cause,
  decidedAt: instant,
  /** null: the program, on the day a re-organisation took effect. */
  decidedBy: z.string().nullable(),
  inForceOn: day,
  reason: z.string(),
  total: count,
  reserve: count,
  before: Numbers.nullable(),
  /** Where the number came from, where the leading unit was given one with this version. */
  source: z.string().nullable(),
  /** Shares that differ from the version before, most changed first; null: no share on that side. */
  changes: z.array(z.object({ unit: UnitRef, was: count.nullable(), becomes: count.nullable() })),
  /** The re-organisation, where that is the cause. */
  decisionId: id.nullable(),
});
export type TargetVersion = z.output<typeof TargetVersion>;
export const TargetVersionPage = page(TargetVersion);
