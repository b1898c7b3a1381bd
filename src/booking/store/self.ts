// SQL of what a person's own registration is decided by.
import { type Db, row, sql } from "../../platform/db/sql.ts";

export interface SlotFacts {
  readonly campaignId: string;
  readonly driveState: string;
  readonly day: string;
  readonly startsAt: string;
  readonly birthDate: string | null;
  /** A place of the person in this drive that runs by its state; one that ran out is given back by whoever asks next. */
  readonly runningSlotId: string | null;
  readonly runningOut: boolean | null;
}

/** Undefined: no such slot in this drive, or no such person. */
export const findSlotFacts = (
  db: Db,
  asked: { driveId: string; slotId: string; personId: string; now: string },
): Promise<SlotFacts | undefined> =>
  row(
    db,
    sql`select d.campaign_id, d.state as drive_state, d.day, v.starts_at, p.birth_date,
               b.slot_id as running_slot_id, b.state = 'held' and b.held_until <= ${asked.now}::timestamptz as running_out
        from drive.v_drive d
        join drive.v_slot v on v.drive_id = d.drive_id and v.slot_id = ${asked.slotId}
        join person.v_person p on p.person_id = ${asked.personId}
        left join booking.booking b on b.drive_id = d.drive_id and b.person_id = p.person_id and b.state <> 'released'
        where d.drive_id = ${asked.driveId}`,
    "booking-self-facts",
  );

export interface KnownPlace {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly personId: string;
  readonly campaignId: string;
  readonly day: string;
  readonly state: "held" | "confirmed" | "released";
  readonly source: "officer" | "self" | "walk-in" | "offer";
  readonly linkSealed: string | null;
}

export const findPlace = (db: Db, bookingId: string): Promise<KnownPlace | undefined> =>
  row(
    db,
    sql`select b.id, b.drive_id, b.slot_id, b.person_id, d.campaign_id, d.day, b.state, b.source, b.link_sealed
        from booking.booking b join drive.v_drive d on d.drive_id = b.drive_id where b.id = ${bookingId}`,
    "booking-place",
  );
