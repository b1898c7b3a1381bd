// SQL of what a link shows: the place as it stands, what became of its drive, and whom it was answered for.

import type { z } from "zod";
import { type Db, row, sql } from "../../platform/db/sql.ts";
import type { ChangeReason } from "../schema/changes.ts";

export interface StandingPlace {
  readonly bookingId: string;
  readonly driveId: string;
  readonly campaignId: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly slotId: string;
  readonly state: "held" | "confirmed" | "released";
  readonly source: "officer" | "self" | "walk-in" | "offer";
  readonly relation: "member" | "worker" | "relative" | "outside";
  readonly heldUntil: string;
  /** They had said yes before the drive was moved or cancelled, whether they took it back or not. */
  readonly agreedBefore: boolean;
  readonly fullName: string;
  readonly unitName: string;
  readonly driveName: string;
  readonly driveState: string;
  readonly day: string;
  readonly place: string;
  readonly startsAt: string;
  readonly changeKind: "moved" | "cancelled" | null;
  readonly reason: z.output<typeof ChangeReason> | null;
  readonly note: string | null;
  readonly fromDay: string | null;
  readonly fromPlace: string | null;
  /** Of a move: by how many seconds the whole day went on. */
  readonly shiftSeconds: number | null;
  readonly insteadId: string | null;
  /** Of a cancelled drive: the link of the place taken instead, sealed. */
  readonly insteadSealed: string | null;
}

/**
 * The place behind a link. It runs, or its drive was cancelled, or it is over and the drive closed; a place that was
 * given back or ran out has none.
 */
export const findStandingPlace = (
  db: Db,
  { hash, now, today }: { hash: Buffer; now: string; today: string },
): Promise<StandingPlace | undefined> =>
  row(
    db,
    sql`select b.id as booking_id, b.drive_id, d.campaign_id, b.person_id, b.credited_unit_id, b.slot_id, b.state,
               b.source, b.relation, b.held_until, b.agreed_before or (b.state = 'released' and b.confirmed_at is not null) as agreed_before, p.full_name, u.name as unit_name,
               d.name as drive_name, d.state as drive_state, d.day, d.place, s.starts_at,
               c.kind as change_kind, c.reason, c.note, c.from_day, c.from_place,
               extract(epoch from c.to_starts_at - c.from_starts_at)::integer as shift_seconds,
               c.instead_id, i.link_sealed as instead_sealed
        from booking.booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_drive d on d.drive_id = b.drive_id
        join drive.v_slot s on s.slot_id = b.slot_id
        left join drive.v_change c on c.change_id = b.change_id
        left join booking.booking i on i.instead_of = b.id and i.state <> 'released'
        cross join lateral (select n.name from unit.v_unit n where n.unit_id = b.credited_unit_id
                            order by n.valid @> ${today}::date desc, upper(n.valid) desc nulls first limit 1) u
        where b.link_hash = ${hash}
          and ((b.state = 'confirmed' and (d.state = 'closed' or (d.state = 'open' and d.day >= ${today}::date)))
               or (b.state = 'held' and d.state = 'open' and b.held_until > ${now}::timestamptz
                   and d.day >= ${today}::date)
               or (b.state = 'released' and d.state = 'cancelled' and c.kind = 'cancelled'))`,
    "booking-standing",
  );

/**
 * What the bearer of a link gave up by it: for who asks the same again because the answer was lost. Only what officers see
 * too: a place taken by oneself, a turn without an offer; who declined an offer is told to nobody.
 */
export const findGivenUp = async (db: Db, hash: Buffer): Promise<"give-back" | "leave" | undefined> =>
  (
    await row<{ by: "give-back" | "leave" }>(
      db,
      sql`select 'give-back' as by from booking.booking
          where link_hash = ${hash} and state = 'released' and source = 'self'
          union all
          select 'leave' from booking.waiting
          where link_hash = ${hash} and state = 'left' and booking_id is null limit 1`,
      "booking-given-up",
    )
  )?.by;
