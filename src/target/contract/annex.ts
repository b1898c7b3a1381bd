// Reading an annex table of targets, out of a letter or pasted. Writes nothing: the officer then splits as ever.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { id } from "../../platform/contract/shapes.ts";
import { AnnexView } from "../schema/annex.ts";
import { TargetMeasure } from "../schema.ts";

const ofCampaign = z.object({ unitId: id, campaignId: id });

export const letterAnnex = endpoint({
  id: "target.annex",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/annex",
  summary:
    "The targets a letter states for units below, each row with the unit it names and what is unclear.",
  params: ofCampaign,
  query: z.object({ directiveId: id, measure: TargetMeasure.default("units") }),
  output: AnnexView,
});

export const readAnnex = endpoint({
  id: "target.read-annex",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/annex",
  summary: "The same for a table that was pasted, one line a unit. Writes nothing.",
  params: ofCampaign,
  body: z.object({ measure: TargetMeasure.default("units"), text: z.string().min(1).max(200_000) }),
  output: AnnexView,
  repeat: "natural",
});
