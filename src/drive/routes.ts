// Contract ↔ service of donation days.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as planning from "./contract/plan.ts";
import * as contract from "./contract.ts";
import * as plan from "./service/plan.ts";
import * as service from "./service.ts";

export const drive: CapabilityRoutes = {
  routes: [
    implement(contract.planDrive, (ctx, { params, body }) => plan.planDrive(ctx, params.unitId, body)),
    implement(contract.listDrives, (ctx, { params, query }) => service.listDrives(ctx, params.unitId, query)),
    implement(contract.listFacilityDrives, (ctx, { params, query }) =>
      service.listFacilityDrives(ctx, params.facilityId, query),
    ),
    implement(contract.getDrive, (ctx, { params }) => service.getDrive(ctx, params.driveId)),
    implement(planning.getPlan, (ctx, { params }) => plan.viewPlan(ctx, params.driveId)),
    implement(planning.changePlan, (ctx, { params, body }) => plan.changePlan(ctx, params.driveId, body)),
    implement(planning.approveDrive, (ctx, { params, body }) =>
      plan.approveDrive(ctx, params.driveId, body.planVersion),
    ),
    implement(contract.grantDesk, (ctx, { params, body }) => service.grantDesk(ctx, params.driveId, body)),
  ],
  constraints: { session_pkey: { code: "key-reused", status: 409 } },
};
