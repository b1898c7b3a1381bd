// Contract ↔ service of arranging, waiting for and changing places.
import { type CapabilityRoutes, implement } from "../../platform/contract/context.ts";
import * as board from "../contract/board.ts";
import * as changes from "../contract/changes.ts";
import * as waiting from "../contract/waiting.ts";
import * as walkIn from "../contract/walk-in.ts";
import { getBoard, releaseReserve, setCap, setReserve, setSlot } from "../service/board.ts";
import { movePlace, swapPlaces } from "../service/moving.ts";
import { cancelDrive, listDriveChanges, moveDriveDay } from "../service/rescheduling.ts";
import { confirmByList, listCalls } from "../service/signed-list.ts";
import { joinWaiting, leaveWaiting, listWaiting } from "../service/waiting.ts";
import { bookWalkIn } from "../service/walk-in.ts";

export const engine: CapabilityRoutes = {
  routes: [
    implement(board.getBoard, (ctx, { params }) => getBoard(ctx, params.driveId)),
    implement(board.setReserve, (ctx, { params, body }) =>
      setReserve(ctx, params.driveId, params.reserveId, body),
    ),
    implement(board.releaseReserve, (ctx, { params }) =>
      releaseReserve(ctx, params.driveId, params.reserveId),
    ),
    implement(board.setSlot, (ctx, { params, body }) => setSlot(ctx, params.driveId, params.slotId, body)),
    implement(board.setCap, (ctx, { params, body }) => setCap(ctx, params.driveId, body)),
    implement(waiting.joinWaiting, (ctx, { params, body }) =>
      joinWaiting(ctx, params.unitId, params.driveId, body),
    ),
    implement(waiting.listWaiting, (ctx, { params, query }) =>
      listWaiting(ctx, params.unitId, params.driveId, query),
    ),
    implement(waiting.leaveWaiting, (ctx, { params }) => leaveWaiting(ctx, params.unitId, params.waitingId)),
    implement(changes.movePlace, (ctx, { params, body }) =>
      movePlace(ctx, params.unitId, params.bookingId, body.slotId),
    ),
    implement(changes.swapPlaces, (ctx, { params, body }) =>
      swapPlaces(ctx, params.unitId, params.bookingId, body.withId),
    ),
    implement(changes.confirmByList, (ctx, { params, body }) =>
      confirmByList(ctx, params.unitId, params.driveId, body),
    ),
    implement(changes.listCalls, (ctx, { params, query }) =>
      listCalls(ctx, params.unitId, params.driveId, query),
    ),
    implement(changes.moveDriveDay, (ctx, { params, body }) => moveDriveDay(ctx, params.driveId, body)),
    implement(changes.cancelDrive, (ctx, { params, body }) => cancelDrive(ctx, params.driveId, body)),
    implement(changes.listDriveChanges, (ctx, { params }) => listDriveChanges(ctx, params.driveId)),
    implement(walkIn.bookWalkIn, (ctx, { params, body }) => bookWalkIn(ctx, params.driveId, body)),
  ],
  constraints: {
    reserve_taken: { code: "reserve-taken", status: 409 },
    waiting_pkey: { code: "key-reused", status: 409 },
    signed_list_pkey: { code: "key-reused", status: 409 },
    change_pkey: { code: "key-reused", status: 409 },
  },
};
