// Contract ↔ service.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { viewOverview } from "./service.ts";

export const dashboard: CapabilityRoutes = {
  routes: [
    implement(contract.getOverview, (ctx, { params, query }) =>
      viewOverview(ctx, params.unitId, params.campaignId, query.asOf),
    ),
  ],
};
