// Planning a donation day: written, changed while nobody has approved it, approved by who signs for its host.
import { getCampaignFor } from "../../campaign/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { cutIntoSlots, wallTimeIn } from "../rules/slots.ts";
import type { PlanChange, PlanView } from "../schema/plan.ts";
import { type DriveEntry, driveProblem } from "../schema.ts";
import { getDriveById, moveDrive } from "../service.ts";
import {
  type CutSession,
  insertDrive,
  listSessions,
  lockPlan,
  markApproved,
  type PlanFacts,
  planVersionOf,
  updatePlan,
  writeSessions,
} from "../store/plan.ts";
import { isFacility } from "../store.ts";

/** Plans a day hosted by a unit that takes part in the campaign: the one that leads it, or one below. */
export async function planDrive(ctx: WriteCtx, unitId: string, entry: DriveEntry): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const sessions = await checked(ctx, unitId, entry);
  if ((await insertDrive(ctx.tx, { ...entry, hostUnitId: unitId, now: ctx.now })) === 0) {
    const known = await getDriveById(ctx.tx, entry.id);
    if (known.hostUnitId !== unitId || known.campaignId !== entry.campaignId)
      throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  await cut(ctx, entry.id, sessions);
  await ctx.audit({
    subject: { kind: "drive", id: entry.id },
    unitId,
    detail: { campaign: entry.campaignId, day: entry.day },
  });
  return { id: entry.id };
}

/** The sessions as they were cut. Asks for authority as reading the drive does: everybody signed in. */
export async function viewPlan(ctx: Ctx, driveId: string): Promise<PlanView> {
  const version = await planVersionOf(ctx.db, driveId);
  if (version === undefined) throw notFound("drive");
  const sessions = await listSessions(ctx.db, driveId);
  return {
    driveId,
    planVersion: version.planVersion,
    sessions: sessions.map(({ id, startsAt, endsAt, slotMinutes, perSlot }) => ({
      id,
      from: wallTimeIn(startsAt),
      until: wallTimeIn(endsAt),
      slotMinutes,
      perSlot,
    })),
  };
}

/** Changes the plan while nobody has approved it. Sessions that keep their id keep who stands there. */
export async function changePlan(
  ctx: WriteCtx,
  driveId: string,
  { planVersion, ...plan }: PlanChange,
): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  await seen(ctx, driveId, planVersion);
  const sessions = await checked(ctx, drive.hostUnitId, { ...plan, campaignId: drive.campaignId });
  await updatePlan(ctx.tx, driveId, plan);
  await cut(ctx, driveId, sessions);
  await ctx.audit({
    subject: { kind: "drive", id: driveId },
    unitId: drive.hostUnitId,
    detail: { plan: planVersion + 1, day: plan.day },
  });
  return { id: driveId };
}

/** Approves the plan that was seen; approving it again changes nothing. */
export async function approveDrive(
  ctx: WriteCtx,
  driveId: string,
  planVersion: number,
): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  const found = await lockPlan(ctx.tx, driveId);
  if (found?.state === "approved" && found.planVersion === planVersion) {
    ctx.unchanged();
    return { id: driveId };
  }
  refuseUnseen(found, planVersion);
  await markApproved(ctx.tx, driveId, ctx.now);
  await moveDrive(ctx, driveId, "approved");
  return { id: driveId };
}

async function seen(ctx: WriteCtx, driveId: string, planVersion: number): Promise<void> {
  refuseUnseen(await lockPlan(ctx.tx, driveId), planVersion);
}

function refuseUnseen(found: PlanFacts | undefined, planVersion: number): void {
  if (found === undefined) throw notFound("drive");
  if (found.state !== "planned") throw driveProblem("drive-state", { state: found.state });
  if (found.planVersion !== planVersion) throw driveProblem("plan-changed");
}

type Checked = Omit<DriveEntry, "id">;

/** What a plan must be, new or changed; answers its sessions cut into slots. */
async function checked(ctx: WriteCtx, unitId: string, plan: Checked): Promise<CutSession[]> {
  const campaign = await getCampaignFor(ctx.tx, plan.campaignId, unitId, ctx.today);
  if (plan.day < campaign.from || plan.day > campaign.until) {
    const { from, until } = campaign;
    throw driveProblem("day-outside-campaign", {
      from,
      until,
      firstDay: formatDay(from),
      lastDay: formatDay(until),
    });
  }
  if (!(await isFacility(ctx.tx, plan.facilityId, ctx.today))) throw driveProblem("not-a-facility");
  const slots = cutIntoSlots(plan.day, plan.sessions);
  if (!slots.ok) {
    throw driveProblem("session-times", { sessions: slots.reasons.map((reason) => String(reason.session)) });
  }
  return slots.sessions.map((session) => ({ ...session, slotIds: session.slots.map(() => ctx.newId()) }));
}

async function cut(ctx: WriteCtx, driveId: string, sessions: readonly CutSession[]): Promise<void> {
  if ((await writeSessions(ctx.tx, driveId, sessions)) < sessions.length)
    throw new Problem("key-reused", 409);
}
