// Contract ↔ service.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as league from "./contract/league.ts";
import * as contract from "./contract.ts";
import { exportOverview } from "./service/export.ts";
import { viewGroupings, viewLeague } from "./service/league.ts";
import { viewOverview } from "./service.ts";

export const dashboard: CapabilityRoutes = {
  routes: [
    implement(contract.getOverview, (ctx, { params, query }) =>
      viewOverview(ctx, params.unitId, params.campaignId, query.asOf),
    ),
    implement(league.getLeague, (ctx, { params, query }) =>
      viewLeague(ctx, params.unitId, params.campaignId, query),
    ),
    implement(league.listGroupingTotals, (ctx, { params, query }) =>
      viewGroupings(ctx, params.unitId, params.campaignId, query.asOf),
    ),
    implement(league.exportOverview, (ctx, { params, query }) =>
      exportOverview(ctx, params.unitId, params.campaignId, query),
    ),
  ],
};
