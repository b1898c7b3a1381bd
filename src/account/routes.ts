// Contract ↔ service of accounts.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import * as service from "./service.ts";

export const account: CapabilityRoutes = {
  routes: [
    implement(contract.signIn, (ctx, { body }) => service.signIn(ctx, body.login, body.password)),
    implement(contract.signOut, (ctx) => service.signOut(ctx)),
    implement(contract.whoAmI, (ctx) => service.whoAmI(ctx)),
    implement(contract.setEmail, (ctx, { body }) => service.setEmail(ctx, body.email)),
    implement(contract.joinByCode, (ctx, { body }) => service.joinByCode(ctx, body)),
    implement(contract.resetByCode, (ctx, { body }) => service.resetByCode(ctx, body.code, body.password)),
    implement(contract.listOfficeHolders, (ctx, { params }) => service.listOfficeHolders(ctx, params.unitId)),
    implement(contract.issueCode, (ctx, { params, body }) =>
      service.issueJoinCode(ctx, params.unitId, body.role, body.until),
    ),
    implement(contract.issueResetCode, (ctx, { params }) =>
      service.issueResetCode(ctx, params.unitId, params.accountId),
    ),
    implement(contract.endGrant, (ctx, { params }) =>
      service.endOffice(ctx, params.unitId, params.accountId),
    ),
  ],
  constraints: { account_login_key: { code: "login-taken", status: 409 } },
};
