// Contract ↔ service of the day's outcome.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import * as service from "./service.ts";

export const turnout: CapabilityRoutes = {
  routes: [
    implement(contract.getTurnout, (ctx, { params }) => service.getTurnout(ctx, params.driveId)),
    implement(contract.listOutcomes, (ctx, { params, query }) =>
      service.listOutcomes(ctx, params.driveId, query),
    ),
    implement(contract.recordOutcome, (ctx, { params, body }) =>
      service.recordOutcome(ctx, params.driveId, params.bookingId, body.volume),
    ),
    implement(contract.recordSheet, (ctx, { params, body }) =>
      service.recordSheet(ctx, params.driveId, body),
    ),
    implement(contract.closeDrive, (ctx, { params }) => service.closeDrive(ctx, params.driveId)),
    implement(contract.listUnitOutcomes, (ctx, { params, query }) =>
      service.listUnitOutcomes(ctx, params.unitId, params.driveId, query),
    ),
  ],
  constraints: { turnout_closed: { code: "turnout-closed", status: 409 } },
};
