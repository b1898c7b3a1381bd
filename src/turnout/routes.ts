// Contract ↔ service of the day's outcome.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as correcting from "./contract/correcting.ts";
import * as typing from "./contract/typing.ts";
import * as contract from "./contract.ts";
import { closeDrive } from "./service/closing.ts";
import { correctOutcome, listCorrections } from "./service/correcting.ts";
import { printList, recordMany } from "./service/typing.ts";
import { getUnitSheet } from "./service/unit-sheet.ts";
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
    implement(contract.closeDrive, (ctx, { params, body }) => closeDrive(ctx, params.driveId, body)),
    implement(contract.listUnitOutcomes, (ctx, { params, query }) =>
      service.listUnitOutcomes(ctx, params.unitId, params.driveId, query),
    ),
    implement(contract.getUnitSheet, (ctx, { params }) => getUnitSheet(ctx, params.unitId, params.driveId)),
    implement(typing.printList, (ctx, { params }) => printList(ctx, params.driveId)),
    implement(typing.recordMany, (ctx, { params, body }) => recordMany(ctx, params.driveId, body)),
    implement(correcting.correctOutcome, (ctx, { params, body }) =>
      correctOutcome(ctx, params.driveId, params.bookingId, body),
    ),
    implement(correcting.listCorrections, (ctx, { params, query }) =>
      listCorrections(ctx, params.driveId, query),
    ),
  ],
  constraints: {
    turnout_closed: { code: "turnout-closed", status: 409 },
    correction_in_turn: { code: "corrected-meanwhile", status: 409 },
  },
};
