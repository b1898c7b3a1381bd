// All SQL of known donations.
import { type Db, execute, row, sql, type Tx } from "../platform/db/sql.ts";
import type { KnownDonation } from "./schema.ts";

/** The same donation twice is one. */
export const insertDonations = (tx: Tx, donations: readonly KnownDonation[]): Promise<number> =>
  execute(
    tx,
    sql`insert into donor.donation (person_id, drive_id, day, volume_ml)
        select * from unnest(${donations.map((donation) => donation.personId)}::uuid[],
                             ${donations.map((donation) => donation.driveId)}::uuid[],
                             ${donations.map((donation) => donation.day)}::date[],
                             ${donations.map((donation) => donation.volumeMl)}::integer[])
        on conflict (person_id, drive_id) do nothing`,
  );

export const findLastDay = (db: Db, personId: string): Promise<{ day: string } | undefined> =>
  row(
    db,
    sql`select day from donor.v_donation
        where person_id in (select entry_id from person.v_entry where person_id = ${personId})
        order by day desc limit 1`,
    "donor-last",
  );

/** What stands instead of what was kept at closing; 0: it was no donation. */
export const upsertCorrection = (tx: Tx, donation: KnownDonation, now: string): Promise<number> =>
  execute(
    tx,
    sql`insert into donor.donation_correction (person_id, drive_id, volume_ml, corrected_at)
        values (${donation.personId}, ${donation.driveId}, ${donation.volumeMl}, ${now})
        on conflict (person_id, drive_id) do update
          set volume_ml = excluded.volume_ml, corrected_at = excluded.corrected_at`,
  );
