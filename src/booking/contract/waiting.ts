// The waiting list of a drive. A place that becomes free is offered to the next in turn, for a while.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, page, pageQuery } from "../../platform/contract/shapes.ts";
import { WaitingEntry, WaitingRow } from "../schema/waiting.ts";

export const joinWaiting = endpoint({
  id: "booking.wait",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/waiting",
  summary: "Put a member on a full drive's waiting list; the answer is the member's link.",
  params: z.object({ unitId: id, driveId: id }),
  body: WaitingEntry,
  output: z.object({ id, link: z.string() }),
  problems: [
    "already-waiting",
    "already-booked",
    "places-free",
    "drive-not-open",
    "person-not-of-unit",
    "too-young",
    "too-old",
    "too-soon",
  ],
  repeat: "natural",
});

export const listWaiting = endpoint({
  id: "booking.waiting",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/waiting",
  summary: "People credited to a unit or below who wait for a place, in their turn.",
  params: z.object({ unitId: id, driveId: id }),
  query: pageQuery.extend({ after: id.optional() }),
  output: page(WaitingRow),
});

export const leaveWaiting = endpoint({
  id: "booking.leave-waiting",
  method: "POST",
  path: "/api/units/:unitId/waiting/:waitingId/leave",
  summary: "Take a member off the waiting list; a place offered to them goes to the next.",
  params: z.object({ unitId: id, waitingId: id }),
  output: done,
});
