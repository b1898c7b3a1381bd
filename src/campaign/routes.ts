// Contract ↔ service of campaigns.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import * as service from "./service.ts";

export const campaign: CapabilityRoutes = {
  routes: [
    implement(contract.listCampaigns, (ctx, { params, query }) =>
      service.listCampaigns(ctx, params.unitId, query),
    ),
    implement(contract.getCampaign, (ctx, { params }) =>
      service.viewCampaign(ctx, params.unitId, params.campaignId),
    ),
  ],
};
