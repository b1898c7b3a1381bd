// Whether what a message about a place asks for is still to be done when it is about to leave.
import type { StillNeeded } from "../../message/service.ts";
import { awaitsAnswer, isOfferedOn } from "../store/mail.ts";

const placeOf = (params: Parameters<StillNeeded>[2]): string | undefined =>
  typeof params.bookingId === "string" ? params.bookingId : undefined;

/** An offer, or a drive that was moved: not once it was answered, ran out, or the yes had been taken back before. */
export const answerStillNeeded: StillNeeded = async (db, now, params) => {
  const bookingId = placeOf(params);
  return bookingId === undefined || awaitsAnswer(db, { bookingId, now });
};

/** A cancelled drive: not to who had taken their yes back. */
export const cancelledStillNeeded: StillNeeded = async (db, _now, params) => {
  const bookingId = placeOf(params);
  return bookingId === undefined || isOfferedOn(db, bookingId);
};
