// Places credited to units that end: they stay credited as they were and count for the successor from the day on,
// whose office sees and handles them. So nothing is written, and nothing is to be taken back.
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { Participant } from "../../unit/service/participant.ts";
import { countCredited, countRunning } from "../store/reorganising.ts";

export const bookingParticipant: Participant = {
  name: "booking",
  hands: "at-once",
  async preview(db, change, today) {
    const ids = change.closed.map(({ unitId }) => unitId);
    const found = await countRunning(db, ids, { on: change.effectiveOn, today });
    return [
      ...touchedLine(
        "bookings-open",
        found.map(({ unitId, places, later }) => ({ unitId, count: places - later })),
      ),
      ...touchedLine(
        "bookings-open",
        found.map(({ unitId, later }) => ({ unitId, count: later })),
        { since: true },
      ),
    ];
  },
  apply: () => Promise.resolve({}),
  async blocksUndo(db, change) {
    // A unit that the decision opened would be no more, and what is credited to it with it.
    const places = await countCredited(
      db,
      change.opened.map(({ unitId }) => unitId),
    );
    return places === 0 ? [] : [{ what: "bookings-own", count: places }];
  },
  undo: () => Promise.resolve(),
};
