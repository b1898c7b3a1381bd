// Contract ↔ service of accounts.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as handover from "./contract/handover.ts";
import * as offices from "./contract/offices.ts";
import * as contract from "./contract.ts";
import { delegateSigning, listDelegations, withdrawDelegation } from "./service/delegation.ts";
import { cancelHandover, reprintHandoverCode, startHandover } from "./service/handover.ts";
import { changeTerm, endOffice, listOfficeHolders } from "./service/offices.ts";
import type { OpenWork } from "./service/open-work.ts";
import { getHandover, listHandovers, receiveHandover } from "./service/receiving.ts";
import * as service from "./service.ts";

/** `openWork`: what capabilities list when an office is handed over. */
export const accountRoutes = (openWork: readonly OpenWork[]): CapabilityRoutes => ({
  routes: [
    implement(contract.signIn, (ctx, { body }) => service.signIn(ctx, body.login, body.password)),
    implement(contract.signOut, (ctx) => service.signOut(ctx)),
    implement(contract.whoAmI, (ctx) => service.whoAmI(ctx)),
    implement(contract.setEmail, (ctx, { body }) => service.setEmail(ctx, body.email)),
    implement(contract.joinByCode, (ctx, { body }) => service.joinByCode(ctx, body)),
    implement(contract.resetByCode, (ctx, { body }) => service.resetByCode(ctx, body.code, body.password)),
    implement(contract.listOfficeHolders, (ctx, { params, query }) =>
      listOfficeHolders(ctx, params.unitId, query),
    ),
    implement(contract.issueCode, (ctx, { params, body }) =>
      service.issueJoinCode(ctx, params.unitId, body.role, body.until),
    ),
    implement(contract.issueResetCode, (ctx, { params }) =>
      service.issueResetCode(ctx, params.unitId, params.accountId),
    ),
    implement(contract.endGrant, (ctx, { params }) => endOffice(ctx, params.unitId, params.accountId)),
    implement(offices.changeTerm, (ctx, { params, body }) => changeTerm(ctx, { ...params, ...body })),
    implement(offices.listDelegations, (ctx, { params }) => listDelegations(ctx, params.unitId)),
    implement(offices.delegateSigning, (ctx, { params, body }) => delegateSigning(ctx, params.unitId, body)),
    implement(offices.withdrawDelegation, (ctx, { params }) =>
      withdrawDelegation(ctx, params.unitId, params.delegationId),
    ),
    implement(handover.listHandovers, (ctx, { params }) => listHandovers(ctx, params.unitId)),
    implement(handover.getHandover, (ctx, { params }) =>
      getHandover(ctx, params.unitId, params.handoverId, openWork),
    ),
    implement(handover.startHandover, (ctx, { params, body }) => startHandover(ctx, params.unitId, body)),
    implement(handover.reprintHandoverCode, (ctx, { params }) =>
      reprintHandoverCode(ctx, params.unitId, params.handoverId),
    ),
    implement(handover.cancelHandover, (ctx, { params }) =>
      cancelHandover(ctx, params.unitId, params.handoverId),
    ),
    implement(handover.receiveHandover, (ctx, { params, body }) =>
      receiveHandover(ctx, { ...params, ...body }, openWork),
    ),
  ],
  constraints: {
    account_login_key: { code: "login-taken", status: 409 },
    grant_once: { code: "term-overlaps", status: 409 },
    handover_once: { code: "handover-running", status: 409 },
    delegation_once: { code: "delegation-running", status: 409 },
  },
});
