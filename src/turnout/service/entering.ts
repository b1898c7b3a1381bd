// Who may enter what of a day, and when: shared by one entry, many, and closing.
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { turnoutProblem, type Volume } from "../schema.ts";
import { deleteOutcome, lockDrive, upsertOutcome } from "../store.ts";

export const asked = (drive: DriveFacts) => ({ facility: drive.facilityId, drive: drive.id });

export async function forFacility(ctx: Ctx, driveId: string): Promise<DriveFacts> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow(asked(drive));
  return drive;
}

export async function mayStillRecord(ctx: WriteCtx, drive: DriveFacts): Promise<void> {
  refuseBefore(ctx, drive);
  const locked = await lockDrive(ctx.tx, drive.id);
  refuseState(locked?.state);
}

/** Facts of a day cannot stand before the day. */
export function refuseBefore(ctx: Ctx, drive: DriveFacts): void {
  if (ctx.today < drive.day)
    throw turnoutProblem("before-the-day", { day: drive.day, dayText: formatDay(drive.day) });
}

export function refuseState(state: string | undefined): void {
  if (state === "closed") throw turnoutProblem("turnout-closed");
  if (state !== "open") throw turnoutProblem("not-open");
}

interface Entered {
  readonly id: string;
  readonly state: string;
  readonly volume: Volume | null;
}

/**
 * Enters one outcome, or says why not. "Không hiến đợt này" only once the last session is over: entered at ten past nine
 * it would tell that somebody had come, and gone again. Null takes an entry back.
 */
export async function enter(
  ctx: WriteCtx,
  driveId: string,
  booking: Entered,
  volume: Volume | null,
  sessionsEnd: string | undefined,
): Promise<"not-confirmed" | "sessions-running" | null> {
  if (booking.state !== "confirmed") return "not-confirmed";
  if (booking.volume === volume) {
    ctx.unchanged();
    return null;
  }
  if (volume === 0 && sessionsEnd !== undefined && ctx.now < sessionsEnd) return "sessions-running";
  if (volume === null) await deleteOutcome(ctx.tx, booking.id);
  else
    await upsertOutcome(ctx.tx, {
      bookingId: booking.id,
      driveId,
      volume,
      by: accountId(ctx),
      now: ctx.now,
    });
  await ctx.audit({
    subject: { kind: "outcome", id: booking.id },
    detail: { volume, before: booking.volume },
  });
  return null;
}
