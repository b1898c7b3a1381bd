// Use cases of donation days: list and read them, move one through its life.
import { grantAtDrive } from "../account/service.ts";
import type { Ctx, WriteCtx } from "../platform/contract/context.ts";
import { notFound } from "../platform/contract/problem.ts";
import type { Db } from "../platform/db/sql.ts";
import { formatDay } from "../platform/pure/calendar.ts";
import { ancestorsOf, getUnitNode } from "../unit/service.ts";
import { statesBefore, TRANSITIONS } from "./rules/transitions.ts";
import { type DriveRow, type DriveState, type DriveView, driveProblem } from "./schema.ts";
import {
  type DriveFacts,
  findDrive,
  findListed,
  type ListedDrive,
  listOfFacility,
  listOfUnit,
  listSlots,
  updateState,
} from "./store.ts";

export type { DriveFacts } from "./store.ts";

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The drive itself: ids, name, day, place, state. Throws not-found. */
export async function getDriveById(db: Db, driveId: string): Promise<DriveFacts> {
  const found = await findDrive(db, driveId);
  if (found === undefined) throw notFound("drive");
  return found;
}

/** Drives of the campaigns this unit takes part in, and those hosted in its subtree; newest day first. */
export async function listDrives(
  ctx: Ctx,
  unitId: string,
  query: Page & { campaignId?: string | undefined },
): Promise<{ items: DriveRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const { path } = await getUnitNode(ctx.db, unitId, ctx.today);
  const leaders = await ancestorsOf(ctx.db, unitId, ctx.today);
  return pageOf(query, (limit) =>
    listOfUnit(ctx.db, {
      path,
      leaders,
      today: ctx.today,
      campaignId: query.campaignId,
      after: query.after,
      limit,
    }),
  );
}

export async function listFacilityDrives(
  ctx: Ctx,
  facilityId: string,
  query: Page,
): Promise<{ items: DriveRow[]; next: string | null }> {
  await ctx.allow({ facility: facilityId });
  return pageOf(query, (limit) => listOfFacility(ctx.db, { facilityId, after: query.after, limit }));
}

export async function getDrive(ctx: Ctx, driveId: string): Promise<DriveView> {
  const found = await findListed(ctx.db, driveId);
  if (found === undefined) throw notFound("drive");
  const slots = await listSlots(ctx.db, driveId);
  const { programme, labHours, expectedDonors, planVersion } = found;
  return {
    ...asRow(found),
    slots,
    programme,
    labHours,
    expectedDonors,
    planVersion,
    allowedActions: await actionsOn(ctx, found),
  };
}

/** Gives an account the desk role for days of this drive. */
export async function grantDesk(
  ctx: WriteCtx,
  driveId: string,
  asked: { login: string; from: string; until: string },
): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  if (asked.until < asked.from || asked.from > drive.day || asked.until < drive.day) {
    throw driveProblem("desk-days", { day: drive.day, dayText: formatDay(drive.day) });
  }
  return { id: await grantAtDrive(ctx, { ...asked, driveId }) };
}

/**
 * Moves a drive along its table of states, in the caller's transaction; the caller has asked for authority.
 * Whoever holds the row `for share` (a member confirming, the facility recording) finishes first.
 * Throws `drive-state` where the table has no such step.
 */
export async function moveDrive(ctx: WriteCtx, driveId: string, to: DriveState): Promise<void> {
  const moved = await updateState(ctx.tx, { driveId, from: statesBefore(to), to, now: ctx.now });
  if (moved === 0) {
    const { state } = await getDriveById(ctx.tx, driveId);
    throw driveProblem("drive-state", { state, to });
  }
  await ctx.audit({ subject: { kind: "drive", id: driveId }, detail: { to } });
}

/** Operations below in the house are named by id only: the policy knows them, this capability does not. */
async function actionsOn(ctx: Ctx, drive: DriveFacts): Promise<string[]> {
  const resource = { host: drive.hostUnitId, facility: drive.facilityId, drive: drive.id };
  const next: readonly DriveState[] = TRANSITIONS[drive.state];
  const candidates = [
    ...(drive.state === "planned" ? ["drive.change-plan"] : []),
    ...(next.includes("approved") ? ["drive.approve"] : []),
    ...(next.includes("open") ? ["booking.open"] : []),
    ...(next.length > 0 ? ["drive.grant-desk"] : []),
    ...(drive.state === "open" && drive.day === ctx.today ? ["booking.walk-in"] : []),
    "drive.team",
    "drive.supplies",
    "drive.costs",
    "turnout.get",
    "turnout.list",
    ...(next.includes("closed") ? ["turnout.record", "turnout.sheet", "turnout.close"] : []),
  ];
  const actions: string[] = [];
  for (const action of candidates) if (await ctx.may(action, resource)) actions.push(action);
  if (drive.state === "open" && (await mayHold(ctx))) actions.push("booking.hold");
  return actions;
}

/** Places are held for one's own members: is there any unit the asker may do that for? */
async function mayHold(ctx: Ctx): Promise<boolean> {
  if (ctx.principal.kind !== "account") return false;
  for (const grant of ctx.principal.grants) {
    if (grant.place === "unit" && (await ctx.may("booking.hold", { unit: grant.placeId }))) return true;
  }
  return false;
}

async function pageOf(
  { limit }: Page,
  list: (limit: number) => Promise<ListedDrive[]>,
): Promise<{ items: DriveRow[]; next: string | null }> {
  const found = await list(limit + 1);
  const items = found.slice(0, limit).map(asRow);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** What every list says of a drive. */
export const asRow = (found: ListedDrive): DriveRow => ({
  id: found.id,
  campaignId: found.campaignId,
  name: found.name,
  dayType: found.dayType,
  day: found.day,
  place: found.place,
  state: found.state,
  host: { id: found.hostUnitId, name: found.hostName, shortName: found.hostShortName },
  facility: { id: found.facilityId, name: found.facilityName, shortName: found.facilityShortName },
});
