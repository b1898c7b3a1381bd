// Side: union. An edition of a programme in a year.
import { z } from "zod";
import { day, id, line } from "../platform/contract/shapes.ts";

/** What "đơn vị máu" means: one bag, or 250 ml equivalents. */
export const UnitRule = z.enum(["bag", "ml250"]);
export type UnitRule = z.output<typeof UnitRule>;

export const CampaignEntry = z.object({
  id,
  programme: line(120),
  edition: z.number().int().min(1).max(200).optional(),
  name: line(200),
  year: z.number().int().min(1990).max(2200),
  from: day,
  until: day,
  unitRule: UnitRule.default("bag"),
});
export type CampaignEntry = z.output<typeof CampaignEntry>;

export const CampaignView = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  programme: z.string(),
  edition: z.number().int().nullable(),
  name: z.string(),
  year: z.number().int(),
  from: day,
  /** Last day, inclusive. */
  until: day,
  unitRule: UnitRule,
});
export type CampaignView = z.output<typeof CampaignView>;
