// SQL of places as one union sees them.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export interface ReserveAround {
  readonly id: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly unitId: string;
  readonly places: number;
  readonly used: number;
  readonly cutOff: string;
}

/** Running reserves of a drive that the unit's people may use, and those of units below it; the widest first. */
export const listReservesAround = (
  db: Db,
  asked: { driveId: string; unitId: string; now: string; today: string },
): Promise<ReserveAround[]> =>
  rows(
    db,
    sql`select r.id, r.slot_id, v.starts_at, ru.unit_id, r.places, r.used, r.cut_off
        from booking.reserve r
        join drive.v_slot v on v.slot_id = r.slot_id
        join unit.v_credit c on c.unit_id = r.unit_id and c.valid @> ${asked.today}::date
        join unit.v_unit ru on ru.unit_id = c.credit_unit_id and ru.valid @> ${asked.today}::date
        join unit.v_unit u on u.unit_id = ${asked.unitId} and u.valid @> ${asked.today}::date
             and (u.path like ru.path || '%' or ru.path like u.path || '%')
        where r.drive_id = ${asked.driveId} and r.ended_at is null and r.cut_off > ${asked.now}::timestamptz
        order by length(ru.path), ru.unit_id, r.cut_off, v.starts_at, r.id`,
  );
