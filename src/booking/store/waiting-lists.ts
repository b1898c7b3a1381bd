// SQL of the waiting list as officers see it.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

export interface ListedWaiting {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly creditedUnitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly slotId: string | null;
  readonly startsAt: string | null;
  readonly state: "waiting" | "offered";
  readonly turn: number | null;
  readonly heldUntil: string | null;
}

/** Waiting rows that count within the unit's subtree today. Of table `w`. */
const within = ({ unitId, today }: { unitId: string; today: string }) => sql`
  join unit.v_credit c on c.unit_id = w.credited_unit_id and c.valid @> ${today}::date
  join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${today}::date and c.path like top.path || '%'`;

/** In the order they joined. An offer shows the slot it is of, until it runs out: refused before, it shows the same. */
export const listWaitingWithin = (
  db: Db,
  asked: {
    driveId: string;
    unitId: string;
    today: string;
    now: string;
    after: string | undefined;
    limit: number;
  },
): Promise<ListedWaiting[]> =>
  rows(
    db,
    sql`select w.id, w.person_id, p.full_name, w.credited_unit_id, u.name as unit_name, u.short_name as unit_short_name,
               coalesce(b.slot_id, w.slot_id) as slot_id, v.starts_at,
               case when w.state = 'waiting' then 'waiting' else 'offered' end as state,
               case when w.state = 'waiting' then (
                 select count(*) from booking.waiting o where o.drive_id = w.drive_id and o.state = 'waiting'
                 and (o.joined_at, o.id) <= (w.joined_at, w.id))::integer end as turn,
               case when w.state <> 'waiting' then w.offered_until end as held_until
        from booking.waiting w ${within(asked)}
        join person.v_person p on p.person_id = w.person_id
        left join booking.booking b on b.id = w.booking_id and w.state <> 'waiting'
        left join drive.v_slot v on v.slot_id = coalesce(b.slot_id, w.slot_id)
        cross join lateral (select n.name, n.short_name from unit.v_unit n where n.unit_id = w.credited_unit_id
                            order by n.valid @> ${asked.today}::date desc, upper(n.valid) desc nulls first limit 1) u
        where w.drive_id = ${asked.driveId}
          and (w.state = 'waiting'
               or (w.state in ('offered', 'left') and w.offered_until > ${asked.now}::timestamptz))
          and (${asked.after ?? null}::uuid is null
               or (w.joined_at, w.id) > (select l.joined_at, l.id from booking.waiting l where l.id = ${asked.after ?? null}::uuid))
        order by w.joined_at, w.id limit ${asked.limit}`,
  );

export const isWithin = async (
  db: Db,
  { waitingId, ...asked }: { waitingId: string; unitId: string; today: string },
): Promise<boolean> =>
  (await row(db, sql`select 1 from booking.waiting w ${within(asked)} where w.id = ${waitingId}`)) !==
  undefined;
