// The host's board: places kept for units until a cut-off, walk-in places, capacity and the cap of an epidemic.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { BoardView, CapEntry, ReserveEntry, SlotEntry } from "../schema/board.ts";

const ofDrive = z.object({ driveId: id });

export const getBoard = endpoint({
  id: "booking.board",
  method: "GET",
  path: "/api/drives/:driveId/board",
  summary: "The host's board of a drive: places by slot, places kept for units, how many wait. Counts only.",
  params: ofDrive,
  output: BoardView,
});

export const setReserve = endpoint({
  id: "booking.set-reserve",
  method: "PUT",
  path: "/api/drives/:driveId/reserves/:reserveId",
  summary: "Keep places of a slot for a unit and all below it until a cut-off, or change how many.",
  params: z.object({ driveId: id, reserveId: id }),
  body: ReserveEntry,
  output: done,
  problems: [
    "slot-full",
    "reserve-below-used",
    "reserve-released",
    "reserve-taken",
    "cut-off-too-late",
    "unit-not-taking-part",
    "drive-not-open",
  ],
});

export const releaseReserve = endpoint({
  id: "booking.release-reserve",
  method: "POST",
  path: "/api/drives/:driveId/reserves/:reserveId/release",
  summary: "Give the unused places of a unit to everybody now; who waits comes first.",
  params: z.object({ driveId: id, reserveId: id }),
  output: done,
});

export const setSlot = endpoint({
  id: "booking.set-slot",
  method: "PUT",
  path: "/api/drives/:driveId/slots/:slotId",
  summary: "Change how many a slot takes, and how many of these are kept for who comes unbooked.",
  params: z.object({ driveId: id, slotId: id }),
  body: SlotEntry,
  output: done,
  problems: ["slot-below-booked", "drive-not-open"],
});

export const setCap = endpoint({
  id: "booking.set-cap",
  method: "PUT",
  path: "/api/drives/:driveId/cap",
  summary: "Cap each slot while an epidemic lasts, or lift the cap (perSlot null).",
  params: ofDrive,
  body: CapEntry,
  output: done,
  problems: ["drive-not-open"],
});
