// The overview of a campaign at any unit, as of any day.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { day, id } from "../platform/contract/shapes.ts";
import { Overview } from "./schema.ts";

export const getOverview = endpoint({
  id: "dashboard.overview",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/overview",
  reads: "recent",
  summary: "Progress of a unit's subtree against both targets, the units below, and who is late.",
  params: z.object({ unitId: id, campaignId: id }),
  query: z.object({ asOf: day.optional() }),
  output: Overview,
});
