// Who comes on the day without a place.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { WalkInEntry } from "../schema/walk-in.ts";

export const bookWalkIn = endpoint({
  id: "booking.walk-in",
  method: "POST",
  path: "/api/drives/:driveId/walk-ins",
  summary:
    "Give a place to somebody who came unbooked on the drive's day and signed for it, out of what is kept for such.",
  params: z.object({ driveId: id }),
  body: WalkInEntry,
  output: done,
  problems: [
    "not-the-day",
    "slot-full",
    "already-booked",
    "drive-not-open",
    "unit-not-taking-part",
    "too-young",
    "too-old",
    "too-soon",
  ],
});
