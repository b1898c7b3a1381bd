// Campaigns a unit leads or takes part in. They are made by confirming a letter (see directive).
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { id, page, pageQuery } from "../platform/contract/shapes.ts";
import { CampaignView } from "./schema.ts";

export const listCampaigns = endpoint({
  id: "campaign.list",
  method: "GET",
  path: "/api/units/:unitId/campaigns",
  summary: "Campaigns led by a unit or by any unit above it, newest first.",
  params: z.object({ unitId: id }),
  query: pageQuery,
  output: page(CampaignView),
});

export const getCampaign = endpoint({
  id: "campaign.get",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId",
  summary: "One campaign, seen from a unit that takes part in it.",
  params: z.object({ unitId: id, campaignId: id }),
  output: CampaignView,
});
