// What a round is decided by, read in one place for the preview and for the wave: who is due, what is free and asked.
import { freeSlots } from "../../booking/service/self.ts";
import type { DriveFacts } from "../../drive/service.ts";
import type { Db } from "../../platform/db/sql.ts";
import { dueBounds, dueOn } from "../rules/due.ts";
import { INVITE_DEFAULT } from "../rules/rounds.ts";
import type { Fillable } from "../rules/spread.ts";
import { InviteSetting } from "../schema.ts";
import { countAsked, type DueRow, findPath, listCandidates, listTaken } from "../store/due.ts";
import { findSetting } from "../store/rounds.ts";

const DAY_MS = 24 * 3600 * 1000;

export async function inviteSetting(db: Db): Promise<InviteSetting> {
  const value = await findSetting(db);
  return value === undefined ? INVITE_DEFAULT : InviteSetting.parse(value);
}

/** Asked before this instant and not answered: no longer waited for. */
export const openSince = (now: string, waitDays: number): string =>
  new Date(Date.parse(now) - waitDays * DAY_MS).toISOString();

/** The slots of a drive as the unit's people find them, the earliest first. */
export async function fillable(
  db: Db,
  { driveId, unitId, now, waitDays }: { driveId: string; unitId: string; now: string; waitDays: number },
): Promise<Fillable[]> {
  const asked = new Map(
    (await countAsked(db, { driveId, since: openSince(now, waitDays) })).map((one) => [
      one.slotId,
      one.people,
    ]),
  );
  const free = new Map((await freeSlots(db, driveId, unitId, now)).map((slot) => [slot.slotId, slot.free]));
  return (await listTaken(db, driveId)).map((slot) => ({
    ...slot,
    asked: asked.get(slot.slotId) ?? 0,
    free: free.get(slot.slotId) ?? 0,
  }));
}

/** Who of the unit may be asked for the drive: how many, and of these the first `most` in the order they are asked. */
export async function due(
  db: Db,
  drive: DriveFacts,
  { unitId, today, most }: { readonly unitId: string; readonly today: string; readonly most: number },
): Promise<{ readonly people: DueRow[]; readonly count: number }> {
  const { id: driveId, hostUnitId, day } = drive;
  const place = await findPath(db, unitId, today);
  if (place === undefined) return { people: [], count: 0 };
  const bounds = dueBounds(day);
  const found = await listCandidates(db, { ...place, driveId, hostUnitId, day, today, bounds, most });
  return { people: dueOn(day, found), count: found[0]?.due ?? 0 };
}
