// SQL of closing: outcomes made alike, what was given, and the counts that may be told.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Group, Presence } from "../rules/suppress.ts";
import type { ClosingEntry } from "../schema/closing.ts";

/** Whoever took their yes back and was not seen gets the one word that absent and deferred get too. */
export const insertSilentOutcomes = (tx: Tx, driveId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at)
        select b.booking_id, b.drive_id, 0, ${now} from booking.v_booking b
        where b.drive_id = ${driveId} and b.state = 'confirmed' and b.withdrawn
        on conflict (booking_id) do nothing`,
  );

export interface GivenRow {
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly volume: 250 | 350 | 450;
}

export const listGiven = (db: Db, driveId: string): Promise<GivenRow[]> =>
  rows(
    db,
    sql`select b.person_id, b.credited_unit_id, o.volume_ml as volume
        from turnout.outcome o join booking.v_booking b on b.booking_id = o.booking_id
        where o.drive_id = ${driveId} and o.volume_ml > 0 and b.state = 'confirmed'`,
  );

export const closeSheet = (tx: Tx, driveId: string, by: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.sheet (drive_id, closed_at, closed_by, changed_at)
        values (${driveId}, ${now}, ${by}, ${now})
        on conflict (drive_id) do update
          set closed_at = excluded.closed_at, closed_by = excluded.closed_by, changed_at = excluded.changed_at`,
  );

/** Who entered an outcome and when would tell who had come by then: after closing all look the same. */
export const evenOutcomes = (tx: Tx, driveId: string, by: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update turnout.outcome set recorded_at = ${now}, recorded_by = ${by} where drive_id = ${driveId}`,
  );

/** The names of a drive by credited unit, as they stand after corrections: what everybody may know. */
export const listGroups = (db: Db, driveId: string): Promise<Group[]> =>
  rows(
    db,
    sql`select b.credited_unit_id as unit_id,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) > 0) as gave,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) = 0) as zeros,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) = 0 and not b.withdrawn) as on_list
        from turnout.outcome o
        join booking.v_booking b on b.booking_id = o.booking_id
        left join turnout.corrected c on c.booking_id = o.booking_id
        where o.drive_id = ${driveId}
        group by b.credited_unit_id order by b.credited_unit_id`,
  );

/** Kept even where nothing may be told, so that a missing row says nothing. */
export async function insertPresence(
  tx: Tx,
  driveId: string,
  { listed, outside, event, units }: Presence,
): Promise<void> {
  await execute(
    tx,
    sql`insert into turnout.presence (drive_id, listed, outside, event)
        values (${driveId}, ${listed}, ${outside}, ${event})`,
  );
  if (units.size === 0) return;
  await execute(
    tx,
    sql`insert into turnout.presence_unit (drive_id, unit_id, attended)
        select ${driveId}, * from unnest(${[...units.keys()]}::uuid[], ${[...units.values()]}::integer[])`,
  );
}

export const insertExplanations = async (
  tx: Tx,
  driveId: string,
  explanations: ClosingEntry["explanations"],
): Promise<void> => {
  for (const { line, reason } of explanations) {
    await execute(
      tx,
      sql`insert into turnout.explanation (drive_id, line, reason) values (${driveId}, ${line}, ${reason})`,
    );
  }
};

/** What is told of who came; undefined before closing and after it was taken back. */
export async function readPresence(db: Db, driveId: string): Promise<Presence | undefined> {
  const found = await row<{ listed: number | null; outside: number | null; event: number | null }>(
    db,
    sql`select attended_listed as listed, attended_outside as outside, attended as event
        from turnout.v_sheet where drive_id = ${driveId}`,
  );
  if (found === undefined) return undefined;
  const units = await rows<{ unitId: string; attended: number }>(
    db,
    sql`select unit_id, attended from turnout.v_presence where drive_id = ${driveId}`,
  );
  return { ...found, units: new Map(units.map(({ unitId, attended }) => [unitId, attended])) };
}

export const withdrawPresence = (tx: Tx, driveId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update turnout.presence set withdrawn_at = ${now} where drive_id = ${driveId} and withdrawn_at is null`,
  );
