// People of units that end: they go over to the successor, or leave membership and stay persons and donors.
import { z } from "zod";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { HandOver, Participant, Touched, TreeChange } from "../../unit/service/participant.ts";
import {
  type AffiliationRow,
  countElsewhere,
  countOthers,
  countPeople,
  cutAffiliations,
  deleteAffiliations,
  type EndingUnit,
  insertAffiliations,
  removeAffiliations,
  restoreAffiliations,
} from "../store/reorganising.ts";

const Kept = z.object({
  id: z.string(),
  personId: z.string(),
  unitId: z.string(),
  relation: z.string(),
  isPrimary: z.boolean(),
  from: z.string(),
  until: z.string().nullable(),
});
const PersonJournal = z.object({
  cut: z.array(Kept),
  removed: z.array(Kept),
  made: z.array(z.string()),
});

const ending = (change: TreeChange): EndingUnit[] =>
  change.closed.map(({ unitId, heirId, members }) => ({ unitId, heirId, follow: members === "follow" }));

function lines(found: Awaited<ReturnType<typeof countPeople>>): Touched[] {
  const line = (what: string, follow: boolean, count: "people" | "later"): Touched[] =>
    touchedLine(
      what,
      found.map((one) => ({ unitId: one.unitId, count: one.follow === follow ? one[count] : 0 })),
      { since: count === "later" },
    );
  return [
    ...line("people-follow", true, "people"),
    ...line("people-follow", true, "later"),
    ...line("people-leave", false, "people"),
    ...line("people-leave", false, "later"),
  ];
}

async function audit(hand: HandOver, was: readonly AffiliationRow[]): Promise<void> {
  const people = new Map<string, number>();
  for (const { unitId } of was) people.set(unitId, (people.get(unitId) ?? 0) + 1);
  for (const [unitId, count] of people) {
    await hand.audit({ subject: { kind: "unit", id: unitId }, unitId, detail: { affiliations: count } });
  }
}

/**
 * Dated rows, so written when the decision is applied. Whoever has the successor's affiliation already keeps that one;
 * first affiliations go over first, so that a person of two ending units keeps the one that counts.
 */
export const personParticipant: Participant = {
  name: "person",
  hands: "at-once",
  async preview(db, change) {
    return lines(await countPeople(db, ending(change), change.effectiveOn));
  },
  async apply(hand, change) {
    const on = change.effectiveOn;
    const units = new Map(ending(change).map((unit) => [unit.unitId, unit]));
    const cut = await cutAffiliations(hand.tx, [...units.keys()], on);
    const removed = await removeAffiliations(hand.tx, [...units.keys()], on);
    const over = [...cut.map((one) => ({ ...one, from: on })), ...removed]
      .flatMap((one) => {
        const unit = units.get(one.unitId);
        return unit?.follow === true ? [{ ...one, id: hand.newId(), unitId: unit.heirId }] : [];
      })
      .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
    const made = await insertAffiliations(hand.tx, over);
    await audit(hand, [...cut, ...removed]);
    return { cut, removed, made };
  },
  async blocksUndo(db, change, written) {
    const { cut, removed, made } = PersonJournal.parse(written);
    const elsewhere = await countElsewhere(db, [...cut, ...removed], made, change.effectiveOn);
    // A unit that the decision opened would be no more: who was added there since would belong nowhere.
    const added = await countOthers(
      db,
      change.opened.map(({ unitId }) => unitId),
      made,
    );
    return [
      ...(elsewhere > 0 ? [{ what: "people-elsewhere", count: elsewhere }] : []),
      ...(added > 0 ? [{ what: "people-added", count: added }] : []),
    ];
  },
  async undo(hand, _change, written) {
    const { cut, removed, made } = PersonJournal.parse(written);
    await deleteAffiliations(hand.tx, made);
    await restoreAffiliations(hand.tx, cut);
    await insertAffiliations(hand.tx, removed);
    await audit(hand, [...cut, ...removed]);
  },
};
