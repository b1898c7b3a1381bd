// SQL of a drive's plan: written, changed under a lock, approved.
import { type Db, execute, join, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { PlannedSession } from "../rules/slots.ts";
import type { DriveEntry, DriveState } from "../schema.ts";

export interface PlanFacts {
  readonly state: DriveState;
  readonly planVersion: number;
  readonly campaignId: string;
  readonly hostUnitId: string;
}

/** Holds the drive's row: who changes, approves or opens it waits. */
export const lockPlan = (tx: Tx, driveId: string): Promise<PlanFacts | undefined> =>
  row(
    tx,
    sql`select state, plan_version, campaign_id, host_unit_id from drive.drive where id = ${driveId} for update`,
  );

type PlanRow = Omit<DriveEntry, "sessions">;

/** Answers 0 when a drive of this id is already there. */
export const insertDrive = (
  tx: Tx,
  drive: PlanRow & { readonly hostUnitId: string; readonly now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state,
                                 programme, lab_hours, expected_donors, created_at)
        values (${drive.id}, ${drive.campaignId}, ${drive.hostUnitId}, ${drive.facilityId}, ${drive.name},
                ${drive.dayType}, ${drive.day}, ${drive.place}, 'planned', ${drive.programme ?? ""},
                ${drive.labHours ?? null}, ${drive.expectedDonors ?? null}, ${drive.now})
        on conflict (id) do nothing`,
  );

export const updatePlan = (
  tx: Tx,
  driveId: string,
  plan: Omit<PlanRow, "id" | "campaignId">,
): Promise<number> =>
  execute(
    tx,
    sql`update drive.drive
        set facility_id = ${plan.facilityId}, name = ${plan.name}, day_type = ${plan.dayType}, day = ${plan.day},
            place = ${plan.place}, programme = ${plan.programme ?? ""}, lab_hours = ${plan.labHours ?? null},
            expected_donors = ${plan.expectedDonors ?? null}, plan_version = plan_version + 1
        where id = ${driveId}`,
  );

export const markApproved = (tx: Tx, driveId: string, now: string): Promise<number> =>
  execute(tx, sql`update drive.drive set approved_at = ${now} where id = ${driveId}`);

export interface CutSession extends PlannedSession {
  readonly slotIds: readonly string[];
}

/**
 * Writes the sessions of a drive and their slots, new or known; those not named are gone, with who stood there.
 * Answers how many sessions were written: fewer than given when an id belongs to another drive.
 */
export async function writeSessions(
  tx: Tx,
  driveId: string,
  sessions: readonly CutSession[],
): Promise<number> {
  await execute(tx, sql`delete from drive.slot where drive_id = ${driveId}`);
  await execute(
    tx,
    sql`delete from drive.session
        where drive_id = ${driveId} and not id = any (${sessions.map(({ id }) => id)}::uuid[])`,
  );
  const written = await execute(
    tx,
    sql`insert into drive.session (id, drive_id, starts_at, ends_at, slot_minutes)
        values ${join(
          sessions.map(
            (one) => sql`(${one.id}, ${driveId}, ${one.startsAt}, ${one.endsAt}, ${one.slotMinutes})`,
          ),
        )}
        on conflict (id) do update
          set starts_at = excluded.starts_at, ends_at = excluded.ends_at, slot_minutes = excluded.slot_minutes
          where session.drive_id = excluded.drive_id`,
  );
  if (written < sessions.length) return written;
  const slots = sessions.flatMap((session) =>
    session.slots.map((slot, index) => ({ ...slot, id: session.slotIds[index], sessionId: session.id })),
  );
  await execute(
    tx,
    sql`insert into drive.slot (id, drive_id, session_id, starts_at, capacity)
        select s.id, ${driveId}::uuid, s.session_id, s.starts_at, s.capacity
        from unnest(${slots.map((slot) => slot.id)}::uuid[], ${slots.map((slot) => slot.sessionId)}::uuid[],
                    ${slots.map((slot) => slot.startsAt)}::timestamptz[], ${slots.map((slot) => slot.capacity)}::integer[])
          as s (id, session_id, starts_at, capacity)`,
  );
  return written;
}

export interface SessionRow {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly slotMinutes: number;
  /** Places of its smallest slot. */
  readonly perSlot: number;
}

export const listSessions = (db: Db, driveId: string): Promise<SessionRow[]> =>
  rows(
    db,
    sql`select s.id, s.starts_at, s.ends_at, s.slot_minutes, coalesce(min(l.capacity), 1)::int as per_slot
        from drive.session s left join drive.slot l on l.session_id = s.id
        where s.drive_id = ${driveId} group by s.id order by s.starts_at, s.id`,
  );

export const planVersionOf = (db: Db, driveId: string): Promise<{ planVersion: number } | undefined> =>
  row(db, sql`select plan_version from drive.drive where id = ${driveId}`);
