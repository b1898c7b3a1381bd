// What the union knows of somebody's giving. Written when a drive closes, read when a place is booked.
import type { Db, Tx } from "../platform/db/sql.ts";
import type { KnownDonation } from "./schema.ts";
import { findLastDay, insertDonations, upsertCorrection } from "./store.ts";

/** Keeps donations of a closed drive, in the closing's transaction. They never change after. */
export async function addDonations(tx: Tx, donations: readonly KnownDonation[]): Promise<void> {
  if (donations.length > 0) await insertDonations(tx, donations);
}

/** A donation of a closed drive was written wrong: `volumeMl` is what it was, 0 where it was none. What was kept stays. */
export async function correctDonation(tx: Tx, donation: KnownDonation, now: string): Promise<void> {
  if (donation.volumeMl > 0) await insertDonations(tx, [donation]);
  await upsertCorrection(tx, donation, now);
}

/** The last known day of giving; undefined where the union knows of none. */
export const lastDonationDay = async (db: Db, personId: string): Promise<string | undefined> =>
  (await findLastDay(db, personId))?.day;
