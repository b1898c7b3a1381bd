// A drive that is moved or cancelled: its people keep their places or get them back at another drive, are told with their
// link, and say yes by one tap; who does not answer in time lets the place go as any hold does.
import { instantAt, wallTimeIn } from "../../drive/rules/slots.ts";
import { callOffDrive, changeMade, rescheduleDrive, setAsked } from "../../drive/service/rescheduling.ts";
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import type { EmailEntry } from "../../message/schema.ts";
import { queueEmail } from "../../message/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { addCounts } from "../../tally/service.ts";
import { addressOf, tokenOf } from "../links.ts";
import { heldUntil } from "../rules/hold.ts";
import { changeProblem, type DriveCancel, type DriveChange, type DriveMove } from "../schema/changes.ts";
import {
  askAnew,
  findHoldSetting,
  isInstead,
  listChanges,
  listSlotStarts,
  lockRunningOf,
  shiftCutOffs,
  type ToldPlace,
} from "../store/changes.ts";
import { endReserves, giveBack, lockSeats } from "../store/seats.ts";
import { endWaiting } from "../store/waiting.ts";
import { auditReleased, clearOverdue, refill } from "./engine.ts";
import { settingOf } from "./hold.ts";
import { uncounted } from "./places.ts";

/** Moves a drive. All its running places are held anew, and who had said yes is not counted until they say it again. */
export async function moveDriveDay(
  ctx: WriteCtx,
  driveId: string,
  move: DriveMove,
): Promise<{ id: string; asked: number }> {
  const before = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: before.hostUnitId });
  const known = await changeMade(ctx.tx, driveId, move.id);
  if (known !== undefined) {
    ctx.unchanged();
    return { id: move.id, asked: known.asked };
  }
  if (new Date(instantAt(move.day, move.firstAt)).toISOString() <= ctx.now) throw changeProblem("day-past");
  const moved = await rescheduleDrive(ctx, driveId, move);
  if (moved === undefined) throw changeProblem("same-day-and-place");
  const slotIds = (await lockSeats(ctx.tx, { driveId })).map(({ slotId }) => slotId);
  await shiftCutOffs(ctx.tx, driveId, moved.seconds);
  await clearOverdue(ctx, { driveId, slotIds });
  const people = await lockRunningOf(ctx.tx, driveId);
  const setting = settingOf(await findHoldSetting(ctx.tx));
  const slots = (await listSlotStarts(ctx.tx, driveId)).map(({ slotId, startsAt }) => ({
    slotId,
    startsAt,
    heldUntil: new Date(heldUntil(Date.parse(ctx.now), Date.parse(startsAt), setting)).toISOString(),
  }));
  await askAnew(ctx.tx, { driveId, changeId: move.id, slots, now: ctx.now });
  const untilOf = new Map(slots.map((slot) => [slot.slotId, slot.heldUntil]));
  for (const person of people) {
    await ctx.audit({
      subject: { kind: "booking", id: person.id },
      unitId: person.creditedUnitId,
      detail: { to: "held", change: move.id },
    });
    const until = untilOf.get(person.slotId) ?? person.startsAt;
    const before = new Date(Date.parse(person.startsAt) - moved.seconds * 1000).toISOString();
    await tell(ctx, person, "drive-moved", {
      ...aboutChange(moved.drive, move),
      fromTime: wallTimeIn(before),
      fromDay: formatDay(moved.drive.day),
      fromPlace: moved.drive.place,
      time: wallTimeIn(person.startsAt),
      day: formatDay(move.day),
      place: move.place,
      until: `${wallTimeIn(until)} ${formatDay(dayIn(until))}`,
    });
  }
  await setAsked(ctx.tx, move.id, people.length);
  await refill(ctx, { driveId, slotIds });
  await addCounts(ctx.tx, uncounted(people, { campaignId: moved.drive.campaignId, driveId, day: ctx.today }));
  return { id: move.id, asked: people.length };
}

/** Cancels a drive: every place and waiting ends, and where a drive is held instead its places are offered by one tap. */
export async function cancelDrive(
  ctx: WriteCtx,
  driveId: string,
  cancel: DriveCancel,
): Promise<{ id: string; asked: number }> {
  const before = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: before.hostUnitId });
  const known = await changeMade(ctx.tx, driveId, cancel.id);
  if (known !== undefined) {
    ctx.unchanged();
    return { id: cancel.id, asked: known.asked };
  }
  const { insteadId } = cancel;
  if (insteadId !== null && !(await isInstead(ctx.tx, { driveId, insteadId, now: ctx.now })))
    throw changeProblem("not-an-instead");
  const { drive } = await callOffDrive(ctx, driveId, cancel);
  const slotIds = (await lockSeats(ctx.tx, { driveId })).map(({ slotId }) => slotId);
  const people = (await lockRunningOf(ctx.tx, driveId)).filter(
    (person) => person.wasConfirmed || person.heldUntil > ctx.now,
  );
  const at = { campaignId: drive.campaignId, driveId, day: ctx.today };
  const counts = [];
  for (;;) {
    const gone = await giveBack(ctx.tx, { now: ctx.now, slotIds, changeId: cancel.id, ids: null });
    await auditReleased(ctx, gone, "cancelled");
    counts.push(...uncounted(gone, at));
    if (gone.length === 0) break;
  }
  await endReserves(ctx.tx, { now: ctx.now, slotIds, all: true });
  for (const { id, creditedUnitId: unitId } of await endWaiting(ctx.tx, { now: ctx.now, driveId }))
    await ctx.audit({ subject: { kind: "waiting", id }, unitId, detail: { to: "left", why: "cancelled" } });
  const instead = insteadId === null ? undefined : await getDriveById(ctx.tx, insteadId);
  for (const person of people) {
    await tell(ctx, person, "drive-cancelled", {
      ...aboutChange(drive, cancel),
      time: wallTimeIn(person.startsAt),
      day: formatDay(drive.day),
      place: drive.place,
      instead: instead === undefined ? "no" : "yes",
      insteadName: instead?.name ?? "",
      insteadDay: instead === undefined ? "" : formatDay(instead.day),
      insteadPlace: instead?.place ?? "",
    });
  }
  await setAsked(ctx.tx, cancel.id, people.length);
  await addCounts(ctx.tx, counts);
  return { id: cancel.id, asked: people.length };
}

const aboutChange = (drive: DriveFacts, { reason, note }: { reason: string; note: string }) => ({
  drive: drive.name,
  reason,
  note,
  noted: note === "" ? "no" : "yes",
});

/** Whom no e-mail reaches is called (`booking.calls`). Who took their yes back is not written to: asked when it leaves. */
async function tell(
  ctx: WriteCtx,
  person: ToldPlace,
  template: "drive-moved" | "drive-cancelled",
  params: EmailEntry["params"],
): Promise<void> {
  const token = person.hasEmail && person.linkSealed !== null ? await tokenOf(person.linkSealed) : undefined;
  if (token === undefined) return;
  await queueEmail(ctx, {
    personId: person.personId,
    template,
    params: { ...params, bookingId: person.id },
    secrets: { link: addressOf(ctx.publicUrl, token) },
  });
}

/** What became of a drive, for everybody signed in: counts only. */
export async function listDriveChanges(ctx: Ctx, driveId: string): Promise<{ items: DriveChange[] }> {
  await getDriveById(ctx.db, driveId);
  return { items: await listChanges(ctx.db, driveId) };
}
