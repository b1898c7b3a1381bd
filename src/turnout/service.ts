// Use cases of the day's outcome: the facility enters, closing reconciles and publishes, units see after that.
import { getCampaignById } from "../campaign/service.ts";
import { addDonations } from "../donor/service.ts";
import { type DriveFacts, getDriveById, moveDrive } from "../drive/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../platform/contract/context.ts";
import { notFound } from "../platform/contract/problem.ts";
import { formatDay } from "../platform/pure/calendar.ts";
import { searchKey } from "../platform/pure/text-vi.ts";
import { addCounts } from "../tally/service.ts";
import { countsOf } from "./rules/counts.ts";
import { differences } from "./rules/differences.ts";
import {
  type OutcomeRow,
  type SheetEntry,
  type TurnoutView,
  turnoutProblem,
  type UnitOutcome,
  type Volume,
} from "./schema.ts";
import {
  closeSheet,
  countEntered,
  findBooking,
  insertSilentOutcomes,
  listDonors,
  listGiven,
  listPublished,
  lockDrive,
  readSheet,
  upsertOutcome,
  upsertSheet,
} from "./store.ts";

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What stands entered, what was counted, what differs. */
export async function getTurnout(ctx: Ctx, driveId: string): Promise<TurnoutView> {
  const drive = await forFacility(ctx, driveId);
  const sheet = await readSheet(ctx.db, driveId);
  const entered = await countEntered(ctx.db, driveId);
  const differing = sheet.closedAt === null ? differences(entered, sheet.entry) : [];
  const allowedActions: string[] = [];
  if (drive.state === "open" && ctx.today >= drive.day) {
    const { resource } = asked(drive);
    for (const operation of ["turnout.record", "turnout.sheet"]) {
      if (await ctx.may(operation, resource)) allowedActions.push(operation);
    }
    if (differing.length === 0 && (await ctx.may("turnout.close", resource)))
      allowedActions.push("turnout.close");
  }
  return {
    driveId,
    closedAt: sheet.closedAt,
    sheet: sheet.entry,
    entered,
    differences: differing,
    allowedActions,
  };
}

/** The facility's list: confirmed donors by given name. Who took a yes back is not on it. */
export async function listOutcomes(
  ctx: Ctx,
  driveId: string,
  query: Page & { words?: string | undefined },
): Promise<{ items: OutcomeRow[]; next: string | null }> {
  const drive = await forFacility(ctx, driveId);
  const found = await listDonors(ctx.db, {
    driveId,
    day: drive.day,
    words: searchKey(query.words ?? ""),
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit).map((donor) => ({
    bookingId: donor.bookingId,
    fullName: donor.fullName,
    birthYear: donor.birthYear,
    unit: { id: donor.unitId, name: donor.unitName, shortName: donor.unitShortName },
    startsAt: donor.startsAt,
    volume: donor.volume,
  }));
  return { items, next: found.length > query.limit ? (items.at(-1)?.bookingId ?? null) : null };
}

/** One donor's outcome; entered again it corrects. Two tablets at once: the later entry stands, both are audited. */
export async function recordOutcome(
  ctx: WriteCtx,
  driveId: string,
  bookingId: string,
  volume: Volume,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  await mayStillRecord(ctx, drive);
  const booking = await findBooking(ctx.tx, driveId, bookingId);
  if (booking === undefined) throw notFound("booking");
  if (booking.state !== "confirmed") throw turnoutProblem("not-confirmed");
  if (booking.volume === volume) {
    ctx.unchanged();
    return { id: bookingId };
  }
  await upsertOutcome(ctx.tx, { bookingId, driveId, volume, by: accountId(ctx), now: ctx.now });
  await ctx.audit({
    subject: { kind: "outcome", id: bookingId },
    detail: { volume, before: booking.volume },
  });
  return { id: bookingId };
}

/** The line for donors outside the system, the bags the facility counted, and how many came. */
export async function recordSheet(
  ctx: WriteCtx,
  driveId: string,
  entry: SheetEntry,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  await mayStillRecord(ctx, drive);
  await upsertSheet(ctx.tx, driveId, entry, ctx.now);
  await ctx.audit({ subject: { kind: "sheet", id: driveId } });
  return { id: driveId };
}

/**
 * Closes the drive if everything reconciles: publishes the outcomes to the units, counts them by credited unit on the
 * drive's day, and keeps them as known donations. From then on nothing of the day changes.
 */
export async function closeDrive(ctx: WriteCtx, driveId: string): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  const before = await readSheet(ctx.tx, driveId);
  if (before.closedAt !== null && before.closedBy === accountId(ctx)) {
    ctx.unchanged();
    return { id: driveId };
  }
  refuseBefore(ctx, drive);
  refuseState(drive.state);
  // First of all: whoever records or confirms at this moment finishes, and nobody begins.
  await moveDrive(ctx, driveId, "closed");
  const [{ entry }, entered] = [await readSheet(ctx.tx, driveId), await countEntered(ctx.tx, driveId)];
  const differing = differences(entered, entry);
  if (differing.length > 0) {
    throw turnoutProblem("does-not-reconcile", {
      differences: differing.map(({ code, volume }) => (volume === null ? code : `${code}:${volume}`)),
    });
  }
  await insertSilentOutcomes(ctx.tx, driveId, ctx.now);
  const given = await listGiven(ctx.tx, driveId);
  await closeSheet(ctx.tx, driveId, accountId(ctx), ctx.now);
  const campaign = await getCampaignById(ctx.tx, drive.campaignId);
  const { campaignId, day } = drive;
  await addCounts(ctx.tx, countsOf(given, campaign.unitRule, { campaignId, driveId, day }));
  await addDonations(
    ctx.tx,
    given.map(({ personId, volume }) => ({ personId, driveId, day, volumeMl: volume })),
  );
  await ctx.audit({ subject: { kind: "sheet", id: driveId }, detail: { to: "closed" } });
  return { id: driveId };
}

/** What a unit may see of the day, once it is closed: đã hiến (ml), or 0 for không hiến đợt này. */
export async function listUnitOutcomes(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: Page,
): Promise<{ items: UnitOutcome[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const found = await listPublished(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit);
  return {
    items: items.map((outcome) => ({
      personId: outcome.personId,
      fullName: outcome.fullName,
      unit: { id: outcome.unitId, name: outcome.unitName, shortName: outcome.unitShortName },
      volume: outcome.volume,
    })),
    next: found.length > query.limit ? (items.at(-1)?.bookingId ?? null) : null,
  };
}

const asked = (drive: DriveFacts) => ({ resource: { facility: drive.facilityId, drive: drive.id } });

async function forFacility(ctx: Ctx, driveId: string): Promise<DriveFacts> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow(asked(drive).resource);
  return drive;
}

async function mayStillRecord(ctx: WriteCtx, drive: DriveFacts): Promise<void> {
  refuseBefore(ctx, drive);
  const locked = await lockDrive(ctx.tx, drive.id);
  refuseState(locked?.state);
}

/** Facts of a day cannot stand before the day. */
function refuseBefore(ctx: Ctx, drive: DriveFacts): void {
  if (ctx.today < drive.day)
    throw turnoutProblem("before-the-day", { day: drive.day, dayText: formatDay(drive.day) });
}

function refuseState(state: string | undefined): void {
  if (state === "closed") throw turnoutProblem("turnout-closed");
  if (state !== "open") throw turnoutProblem("not-open");
}
