// Offices and codes of units that end: terms stop on the eve of the day, and nobody holds anything new by it.
import { z } from "zod";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { HandOver, Participant, TreeChange } from "../../unit/service/participant.ts";
import {
  countCodes,
  countGrants,
  countReceived,
  cutCodes,
  cutGrants,
  deleteOffices,
  type Ending,
  putBackGrants,
  removeGrants,
  restoreCodes,
  restoreTerms,
} from "../store/reorganising.ts";

const Cut = z.object({ id: z.string(), unitId: z.string(), until: z.string().nullable() });
const AccountJournal = z.object({
  cut: z.array(Cut),
  removed: z.array(
    Cut.extend({
      accountId: z.string(),
      role: z.string(),
      from: z.string(),
      grantedBy: z.string().nullable(),
      codeId: z.string().nullable(),
      handoverId: z.string().nullable(),
    }),
  ),
  codes: z.array(Cut.extend({ expiresAt: z.string() })),
});

const ending = (change: TreeChange): Ending => ({
  unitIds: change.closed.map(({ unitId }) => unitId),
  on: change.effectiveOn,
});

/** One row of the trail a unit: whose offices and codes changed, and how many. */
async function audit(
  hand: HandOver,
  grants: readonly { unitId: string }[],
  codes: readonly { unitId: string }[],
): Promise<void> {
  for (const unitId of new Set([...grants, ...codes].map((one) => one.unitId))) {
    const count = (list: readonly { unitId: string }[]) => list.filter((one) => one.unitId === unitId).length;
    await hand.audit({
      subject: { kind: "unit", id: unitId },
      unitId,
      detail: { grants: count(grants), codes: count(codes) },
    });
  }
}

/** Dated rows, so written when the decision is applied. Units that are renamed or moved keep their office-holders. */
export const accountParticipant: Participant = {
  name: "account",
  hands: "at-once",
  async preview(db, change, today) {
    const grants = await countGrants(db, ending(change));
    const codes = await countCodes(db, ending(change), today);
    return [
      ...touchedLine(
        "grants-end",
        grants.map(({ unitId, running }) => ({ unitId, count: running })),
      ),
      ...touchedLine(
        "grants-end",
        grants.map(({ unitId, later }) => ({ unitId, count: later })),
        { since: true },
      ),
      ...touchedLine(
        "codes-end",
        codes.map(({ unitId, codes: count }) => ({ unitId, count })),
      ),
    ];
  },
  async apply(hand, change) {
    const units = ending(change);
    const journal = {
      cut: await cutGrants(hand.tx, units),
      removed: await removeGrants(hand.tx, units),
      codes: await cutCodes(hand.tx, units, hand.now),
    };
    await audit(hand, [...journal.cut, ...journal.removed], journal.codes);
    return journal;
  },
  /** Confirmed minutes stay: a union that handed an office over cannot be made never to have been. */
  blocksUndo: async (db, change) =>
    touchedLine(
      "handovers-received",
      await countReceived(
        db,
        change.opened.map(({ unitId }) => unitId),
      ),
    ),
  /** Offices given meanwhile at a unit that the decision opened end with it. */
  async undo(hand, change, written) {
    const { cut, removed, codes } = AccountJournal.parse(written);
    for (const { unitId } of change.opened) {
      const gone = await deleteOffices(hand.tx, [unitId]);
      if (gone > 0)
        await hand.audit({ subject: { kind: "unit", id: unitId }, unitId, detail: { offices: gone } });
    }
    await restoreTerms(hand.tx, cut);
    await putBackGrants(hand.tx, removed);
    await restoreCodes(hand.tx, codes);
    await audit(hand, [...cut, ...removed], codes);
  },
};
