// Reports of units that end: what was sent stays and counts where it was sent; what was not is the successor's to report.
// Where each donation rests is asked anew every time (store/owing.ts), so nothing is written and nothing is taken back.
import { z } from "zod";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { Participant } from "../../unit/service/participant.ts";
import { countFrozenWith, countNaming, countReports } from "../store/reorganising.ts";

/** When the decision was applied. */
const ReportJournal = z.object({ at: z.string() });

export const reportParticipant: Participant = {
  name: "report",
  hands: "at-once",
  async preview(db, change) {
    const ids = change.closed.map(({ unitId }) => unitId);
    const found = await countReports(db, ids, change.effectiveOn);
    return [
      ...touchedLine(
        "reports-open",
        found.map(({ unitId, open }) => ({ unitId, count: open })),
      ),
      ...touchedLine(
        "reports-approved",
        found.map(({ unitId, approved }) => ({ unitId, count: approved })),
      ),
      ...touchedLine(
        "reports-sent",
        found.map(({ unitId, later }) => ({ unitId, count: later })),
        { since: true },
      ),
    ];
  },
  apply: (hand) => Promise.resolve({ at: hand.now }),
  async blocksUndo(db, change, written) {
    const { at } = ReportJournal.parse(written);
    const frozen = await countFrozenWith(
      db,
      change.closed.map(({ unitId }) => unitId),
      at,
    );
    // A unit that the decision opened would be no more, and its reports with it.
    const own = await countNaming(
      db,
      change.opened.map(({ unitId }) => unitId),
    );
    return [
      ...(frozen > 0 ? [{ what: "reports-frozen", count: frozen }] : []),
      ...(own > 0 ? [{ what: "reports-own", count: own }] : []),
    ];
  },
  undo: () => Promise.resolve(),
};
