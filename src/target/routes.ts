// Contract ↔ service of targets. The named constraints speak when a split slipped past the service's own look.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as annexContract from "./contract/annex.ts";
import { targetFunnel } from "./contract/funnel.ts";
import { targetHistory } from "./contract/history.ts";
import * as requestContract from "./contract/requests.ts";
import * as contract from "./contract.ts";
import * as annex from "./service/annex.ts";
import { viewFunnel } from "./service/funnel.ts";
import { pageHistory } from "./service/history.ts";
import * as requests from "./service/requests.ts";
import * as service from "./service.ts";

export const target: CapabilityRoutes = {
  routes: [
    implement(contract.getTargets, (ctx, { params, query }) =>
      service.viewTargets(ctx, params.unitId, params.campaignId, query.measure, query.asOf),
    ),
    implement(contract.listTargetChildren, (ctx, { params, query }) =>
      service.pageChildren(ctx, params.unitId, params.campaignId, query),
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
    implement(requestContract.listRequests, (ctx, { params, query }) =>
      requests.pageRequests(ctx, params.unitId, params.campaignId, query),
    ),
    implement(requestContract.askTarget, (ctx, { params, body }) =>
      requests.askTarget(ctx, params.unitId, params.campaignId, body),
    ),
    implement(requestContract.withdrawRequest, (ctx, { params }) => requests.withdrawRequest(ctx, params)),
    implement(requestContract.grantRequest, (ctx, { params, body }) =>
      requests.grantRequest(ctx, params, body),
    ),
    implement(requestContract.refuseRequest, (ctx, { params, body }) =>
      requests.refuseRequest(ctx, params, body.word),
    ),
    implement(targetHistory, (ctx, { params, query }) =>
      pageHistory(ctx, params.unitId, params.campaignId, query),
    ),
    implement(annexContract.letterAnnex, (ctx, { params, query }) =>
      annex.letterAnnex(ctx, params.unitId, params.campaignId, query),
    ),
    implement(annexContract.readAnnex, (ctx, { params, body }) =>
      annex.readAnnex(ctx, params.unitId, params.campaignId, body),
    ),
    implement(targetFunnel, (ctx, { params, query }) =>
      viewFunnel(ctx, params.unitId, params.campaignId, query),
    ),
  ],
  constraints: {
    target_sum: { code: "target-sum", status: 422 },
    target_total: { code: "target-changed", status: 409 },
    target_below: { code: "split-below-first", status: 409 },
    target_twice: { code: "already-assigned", status: 409 },
    request_one_open: { code: "request-open", status: 409 },
    request_stays: { code: "request-answered", status: 409 },
  },
};
