// Every version of a unit's split.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { id, pageQuery } from "../../platform/contract/shapes.ts";
import { TargetVersionPage } from "../schema/history.ts";
import { TargetMeasure } from "../schema.ts";

export const targetHistory = endpoint({
  id: "target.history",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/history",
  summary: "Versions of a unit's split, newest first: who, when, why, and the shares that changed.",
  params: z.object({ unitId: id, campaignId: id }),
  query: pageQuery.extend({ measure: TargetMeasure.default("units") }),
  output: TargetVersionPage,
});
