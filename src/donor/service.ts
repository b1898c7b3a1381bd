// What the union knows of somebody's giving. Written when a drive closes, read when a place is booked.
import type { Db, Tx } from "../platform/db/sql.ts";
import type { KnownDonation } from "./schema.ts";
import { findLastDay, insertDonations } from "./store.ts";

/** Keeps donations of a closed drive, in the closing's transaction. They never change after. */
export async function addDonations(tx: Tx, donations: readonly KnownDonation[]): Promise<void> {
  if (donations.length > 0) await insertDonations(tx, donations);
}

/** The last known day of giving on or before `until`; undefined where the union knows of none. */
export const lastDonationDay = async (db: Db, personId: string, until: string): Promise<string | undefined> =>
  (await findLastDay(db, personId, until))?.day;
