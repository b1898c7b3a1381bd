// Contract ↔ service of targets. The named constraints speak when a split slipped past the service's own look.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import * as service from "./service.ts";

export const target: CapabilityRoutes = {
  routes: [
    implement(contract.getTargets, (ctx, { params, query }) =>
      service.viewTargets(ctx, params.unitId, params.campaignId, query.measure),
    ),
    implement(contract.giveTarget, (ctx, { params, body }) =>
      service.giveTarget(ctx, params.unitId, params.campaignId, body),
    ),
    implement(contract.splitTarget, (ctx, { params, body }) =>
      service.splitTarget(ctx, params.unitId, params.campaignId, body),
    ),
    implement(contract.proposeSplit, (ctx, { params, query }) =>
      service.proposeSplit(ctx, params.unitId, params.campaignId, query),
    ),
    implement(contract.setOwnTarget, (ctx, { params, body }) =>
      service.setOwnTarget(ctx, params.unitId, params.campaignId, body),
    ),
  ],
  constraints: {
    target_sum: { code: "target-sum", status: 422 },
    target_total: { code: "target-changed", status: 409 },
    target_below: { code: "split-below-first", status: 409 },
    target_twice: { code: "already-assigned", status: 409 },
  },
};
