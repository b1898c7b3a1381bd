// SQL of a place in a drive that was cancelled, for taking one at the drive held instead.
import { type Db, row, sql } from "../../platform/db/sql.ts";
import type { PlaceRelation } from "../schema/self.ts";

export interface CancelledPlace {
  readonly personId: string;
  readonly birthDate: string | null;
  readonly creditedUnitId: string;
  readonly relation: PlaceRelation;
  readonly invitation: string | null;
  /** They had said yes and their consent still stands. */
  readonly oneTap: boolean;
  readonly driveId: string;
  readonly campaignId: string;
  readonly day: string;
  /** null: the drive has no such slot. */
  readonly startsAt: string | null;
}

/** A place whose drive was cancelled, with a slot of the drive held instead while that takes places. */
export const findCancelled = (
  db: Db,
  { bookingId, slotId }: { bookingId: string; slotId: string },
): Promise<CancelledPlace | undefined> =>
  row(
    db,
    sql`select b.person_id, p.birth_date, b.credited_unit_id, b.relation, b.invitation,
               (b.confirmed_at is not null or b.agreed_before) and b.withdrawn_at is null
                 and exists (select 1 from person.v_consent k where k.person_id = b.person_id
                             and k.purpose = 'take-part' and k.withdrawn_at is null) as one_tap,
               i.drive_id, i.campaign_id, i.day, v.starts_at
        from booking.booking b
        join drive.v_change c on c.change_id = b.change_id and c.kind = 'cancelled'
        join drive.v_drive i on i.drive_id = c.instead_id and i.state = 'open'
        join person.v_person p on p.person_id = b.person_id
        left join drive.v_slot v on v.drive_id = i.drive_id and v.slot_id = ${slotId}
        where b.id = ${bookingId} and b.state = 'released'`,
  );
