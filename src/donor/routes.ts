// Contract ↔ service of invitations.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { endUnitInvitation, makeUnitInvitation } from "./service/invitations.ts";

export const donor: CapabilityRoutes = {
  routes: [
    implement(contract.makeInvitation, (ctx, { params }) =>
      makeUnitInvitation(ctx, params.unitId, params.campaignId),
    ),
    implement(contract.endInvitation, (ctx, { params }) =>
      endUnitInvitation(ctx, params.unitId, params.code),
    ),
  ],
};
