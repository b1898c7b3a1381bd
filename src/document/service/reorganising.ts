// Number series of units that end: nothing of them changes, for numbers given are history.
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { Participant } from "../../unit/service/participant.ts";
import { countOwn, countSeries } from "../store/reorganising.ts";

export const documentParticipant: Participant = {
  name: "document",
  hands: "at-once",
  async preview(db, change) {
    const ids = change.closed.map(({ unitId }) => unitId);
    const found = await countSeries(db, ids, change.effectiveOn);
    return [
      ...touchedLine(
        "series-end",
        found.map(({ unitId, series }) => ({ unitId, count: series })),
      ),
      ...touchedLine(
        "letters-numbered",
        found.map(({ unitId, numbered }) => ({ unitId, count: numbered })),
        { since: true },
      ),
    ];
  },
  apply: () => Promise.resolve({}),
  async blocksUndo(db, change) {
    // A unit that the decision opened would be no more, and its papers with it.
    const papers = await countOwn(
      db,
      change.opened.map(({ unitId }) => unitId),
    );
    return papers === 0 ? [] : [{ what: "papers-own", count: papers }];
  },
  undo: () => Promise.resolve(),
};
