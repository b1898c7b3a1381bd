// Rankings, totals of groupings, and the tables of the overview as a file.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { day, file, id, pageQuery } from "../../platform/contract/shapes.ts";
import { GroupingTotals, League, LeagueLevel, LeagueOrder } from "../schema/league.ts";

const ofCampaign = z.object({ unitId: id, campaignId: id });

export const getLeague = endpoint({
  id: "dashboard.league",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/league",
  reads: "recent",
  summary:
    "Units below ranked by blood per 100 members (small ones drawn to the mean), by target, or most improved.",
  params: ofCampaign,
  query: pageQuery.extend({
    asOf: day.optional(),
    level: LeagueLevel.default("children"),
    by: LeagueOrder.default("rate"),
  }),
  output: League,
});

export const listGroupingTotals = endpoint({
  id: "dashboard.groupings",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/groupings",
  reads: "recent",
  summary: "Totals of the groupings a union keeps beside the tree, as of a day; never added to the tree.",
  params: ofCampaign,
  query: z.object({ asOf: day.optional() }),
  output: z.object({ asOf: day, items: z.array(GroupingTotals) }),
});

export const exportOverview = endpoint({
  id: "dashboard.export",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/overview.xlsx",
  reads: "recent",
  summary: "The rows of the overview, the ranking and the groupings as an Excel file, as of a day.",
  params: ofCampaign,
  query: z.object({ asOf: day.optional(), level: LeagueLevel.default("children") }),
  output: file,
  produces: "xlsx",
});
