// Numbers that units set themselves, in a re-organisation: a named successor takes its predecessors' into its own.
import { z } from "zod";
import type { Db } from "../../platform/db/sql.ts";
import type { HandOver, TreeChange } from "../../unit/service/participant.ts";
import { TargetMeasure } from "../schema.ts";
import { listOwn } from "../store/reorganising.ts";
import { findOwn, insertOwn, lockBook, type Of } from "../store.ts";

export const OwnJournal = z.object({
  campaignId: z.string(),
  measure: TargetMeasure,
  unitId: z.string(),
  /** null: it had set itself none. */
  before: z.number().nullable(),
  wrote: z.number(),
});
export type OwnJournal = z.output<typeof OwnJournal>;

interface Sum extends Of {
  before: number | null;
  becomes: number;
}

/** A successor that goes on and never set itself a number is not given one; one just opened has its predecessors'. */
async function sumsOf(db: Db, change: TreeChange): Promise<readonly Sum[]> {
  const named = new Map(
    change.closed.filter((one) => one.named).map(({ unitId, heirId }) => [unitId, heirId]),
  );
  const opened = new Set(change.opened.map(({ unitId }) => unitId));
  const ids = [...new Set([...named.keys(), ...named.values()])];
  const found = await listOwn(db, ids, change.effectiveOn);
  const sums = new Map<string, Sum>();
  for (const { campaignId, measure, unitId, value } of found) {
    const heirId = named.get(unitId);
    if (heirId === undefined) continue;
    const own = found.find(
      (one) => one.unitId === heirId && one.campaignId === campaignId && one.measure === measure,
    );
    if (own === undefined && !opened.has(heirId)) continue;
    const key = `${campaignId} ${measure} ${heirId}`;
    const before = own?.value ?? null;
    const sum = sums.get(key) ?? { campaignId, measure, unitId: heirId, before, becomes: before ?? 0 };
    sums.set(key, { ...sum, becomes: sum.becomes + value });
  }
  return [...sums.values()];
}

export async function handOwn(hand: HandOver, change: TreeChange): Promise<OwnJournal[]> {
  const journal: OwnJournal[] = [];
  for (const { campaignId, measure, unitId, before, becomes } of await sumsOf(hand.tx, change)) {
    const of: Of = { campaignId, measure, unitId };
    await lockBook(hand.tx, of);
    await put(hand, change, of, becomes);
    journal.push({ campaignId, measure, unitId, before, wrote: becomes });
  }
  return journal;
}

async function put(hand: HandOver, change: TreeChange, of: Of, value: number | null): Promise<void> {
  await insertOwn(hand.tx, of, { value, now: hand.now, by: hand.by, inForceOn: change.effectiveOn });
  await hand.audit({
    subject: { kind: "campaign", id: of.campaignId },
    unitId: of.unitId,
    detail: { measure: of.measure, own: value },
  });
}

/** Units that have set themselves another number since. */
export async function ownChanged(db: Db, journal: readonly OwnJournal[]): Promise<string[]> {
  const changed: string[] = [];
  for (const own of journal) if ((await findOwn(db, own)) !== own.wrote) changed.push(own.unitId);
  return changed;
}

export async function takeOwnBack(
  hand: HandOver,
  change: TreeChange,
  journal: readonly OwnJournal[],
): Promise<void> {
  for (const own of journal) {
    await lockBook(hand.tx, own);
    await put(hand, change, own, own.before);
  }
}
