// A drive on another day or at another place, or not at all. Who has a place is told by booking, in the same transaction.
import { grantAtDrive } from "../../account/service.ts";
import { getCampaignFor } from "../../campaign/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { Db, Tx } from "../../platform/db/sql.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { instantAt } from "../rules/slots.ts";
import { driveProblem } from "../schema.ts";
import { type DriveFacts, getDriveById, moveDrive } from "../service.ts";
import {
  findChange,
  findFrame,
  insertChange,
  listLogins,
  shiftDay,
  updateAsked,
  updateCapacity,
} from "../store/changes.ts";
import { lockPlan } from "../store/plan.ts";

export interface Rescheduling {
  readonly id: string;
  readonly day: string;
  /** Local wall time at which the first slot begins. */
  readonly firstAt: string;
  readonly place: string;
  readonly reason: string;
  readonly note: string;
}

/** What the drive was, and by how many seconds its slots moved. */
export interface Rescheduled {
  readonly drive: DriveFacts;
  readonly fromStartsAt: string;
  readonly seconds: number;
}

/** A change that was made before, by its own id; throws key-reused where it is another drive's. */
export async function changeMade(
  db: Db,
  driveId: string,
  changeId: string,
): Promise<{ asked: number } | undefined> {
  const known = await findChange(db, changeId);
  if (known !== undefined && known.driveId !== driveId) throw new Problem("key-reused", 409);
  return known;
}

/** Holds the drive's row until the transaction ends; throws `drive-state` once its first slot has begun. */
async function beforeItBegins(
  ctx: WriteCtx,
  driveId: string,
  states: readonly string[],
): Promise<{ drive: DriveFacts; firstStartsAt: string; lastEndsAt: string }> {
  await lockPlan(ctx.tx, driveId);
  const drive = await getDriveById(ctx.tx, driveId);
  const frame = await findFrame(ctx.tx, driveId);
  if (frame === undefined) throw notFound("drive");
  if (!states.includes(drive.state) || frame.firstStartsAt <= ctx.now)
    throw driveProblem("drive-state", { state: drive.state });
  return { drive, ...frame };
}

/**
 * Moves a drive whose plan is approved: its slots keep their length and places, the first begins at `firstAt` of the new
 * day and the others follow as before. Who has the desk by its rota has it on the new day too. Undefined: it would be
 * where and when it is. Throws drive-state, day-outside-campaign, session-times.
 */
export async function rescheduleDrive(
  ctx: WriteCtx,
  driveId: string,
  move: Rescheduling,
): Promise<Rescheduled | undefined> {
  const { drive, firstStartsAt, lastEndsAt } = await beforeItBegins(ctx, driveId, ["approved", "open"]);
  const toStartsAt = new Date(instantAt(move.day, move.firstAt)).toISOString();
  const seconds = (Date.parse(toStartsAt) - Date.parse(firstStartsAt)) / 1000;
  if (seconds === 0 && move.place === drive.place) return undefined;
  const { from, until } = await getCampaignFor(ctx.tx, drive.campaignId, drive.hostUnitId, ctx.today);
  if (move.day < from || move.day > until) {
    throw driveProblem("day-outside-campaign", {
      from,
      until,
      firstDay: formatDay(from),
      lastDay: formatDay(until),
    });
  }
  const ends = new Date(Date.parse(lastEndsAt) + seconds * 1000 - 1).toISOString();
  if (dayIn(ends) !== move.day) throw driveProblem("session-times", { sessions: [] });
  await shiftDay(ctx.tx, { driveId, day: move.day, place: move.place, seconds });
  await insertChange(ctx.tx, {
    id: move.id,
    driveId,
    kind: "moved",
    at: ctx.now,
    by: accountId(ctx),
    reason: move.reason,
    note: move.note,
    fromDay: drive.day,
    fromPlace: drive.place,
    fromStartsAt: firstStartsAt,
    toDay: move.day,
    toPlace: move.place,
    toStartsAt,
    insteadId: null,
  });
  if (move.day !== drive.day) {
    for (const { login } of await listLogins(ctx.tx, driveId))
      await grantAtDrive(ctx, { login, driveId, from: move.day, until: move.day });
  }
  await ctx.audit({
    subject: { kind: "drive", id: driveId },
    unitId: drive.hostUnitId,
    detail: { from: drive.day, to: move.day, change: move.id },
  });
  return { drive, fromStartsAt: firstStartsAt, seconds };
}

/** Cancels a drive before it begins; throws drive-state. Answers what it was. */
export async function callOffDrive(
  ctx: WriteCtx,
  driveId: string,
  change: { id: string; reason: string; note: string; insteadId: string | null },
): Promise<{ drive: DriveFacts; fromStartsAt: string }> {
  const { drive, firstStartsAt } = await beforeItBegins(ctx, driveId, ["planned", "approved", "open"]);
  await moveDrive(ctx, driveId, "cancelled");
  await insertChange(ctx.tx, {
    ...change,
    driveId,
    kind: "cancelled",
    at: ctx.now,
    by: accountId(ctx),
    fromDay: drive.day,
    fromPlace: drive.place,
    fromStartsAt: firstStartsAt,
    toDay: null,
    toPlace: null,
    toStartsAt: null,
  });
  return { drive, fromStartsAt: firstStartsAt };
}

/** How many were asked anew by a change. */
export const setAsked = (tx: Tx, changeId: string, asked: number): Promise<number> =>
  updateAsked(tx, changeId, asked);

/** How many a slot takes, as its host has set it; the counter of its places is booking's. */
export const setSlotCapacity = (tx: Tx, slotId: string, capacity: number): Promise<number> =>
  updateCapacity(tx, slotId, capacity);
