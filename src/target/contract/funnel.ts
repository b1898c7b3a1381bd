// How many people to invite for a target.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { id } from "../../platform/contract/shapes.ts";
import { FunnelView } from "../schema/funnel.ts";

export const targetFunnel = endpoint({
  id: "target.funnel",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/funnel",
  reads: "recent",
  summary:
    "Registrations to seek for a number of units of blood, from the yields of past drives and their doubt.",
  params: z.object({ unitId: id, campaignId: id }),
  query: z.object({
    /** đơn vị máu; absent: the assigned number, else the unit's own. */
    target: z.coerce.number().int().min(1).max(1_000_000).optional(),
    confidence: z.coerce.number().min(0.5).max(0.99).default(0.8),
  }),
  output: FunnelView,
});
