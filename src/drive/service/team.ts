// The team of a drive: who stands where in which session, and who of them gets the desk.
import { grantAtDrive } from "../../account/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import { gapsOf } from "../rules/rota.ts";
import { type DriveTeam, type TeamEntry, teamProblem } from "../schema/team.ts";
import { driveProblem } from "../schema.ts";
import { type DriveFacts, getDriveById } from "../service.ts";
import { deleteMember, listTeam, writeMember } from "../store/day.ts";
import { listSessions } from "../store/plan.ts";
import { auditOn, hostedDrive, isComing } from "./hosting.ts";

/** The rota with its gaps, for the host, unions above it, and the facility. */
export async function viewTeam(ctx: Ctx, driveId: string): Promise<DriveTeam> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow({ host: drive.hostUnitId, facility: drive.facilityId });
  const sessions = (await listSessions(ctx.db, driveId)).map(({ id, startsAt, endsAt }) => ({
    id,
    startsAt,
    endsAt,
  }));
  const members = await listTeam(ctx.db, driveId);
  const may = isComing(drive) && (await ctx.may("drive.put-team-member", { host: drive.hostUnitId }));
  return {
    sessions,
    members,
    gaps: gapsOf(
      sessions.map(({ id }) => id),
      members,
    ),
    allowedActions: may ? ["drive.put-team-member", "drive.drop-team-member"] : [],
  };
}

/** Puts somebody at a station. With an account, the desk of the drive is theirs on its day, and counts from now on. */
export async function putMember(
  ctx: WriteCtx,
  driveId: string,
  memberId: string,
  entry: TeamEntry,
): Promise<{ id: string }> {
  const drive = await forChange(ctx, driveId);
  if (entry.sessionId !== null) {
    const sessions = await listSessions(ctx.tx, driveId);
    if (!sessions.some(({ id }) => id === entry.sessionId)) throw teamProblem("not-a-session");
  }
  const { login } = entry;
  if (login !== null) await grantAtDrive(ctx, { login, driveId, from: drive.day, until: drive.day });
  const written = await writeMember(ctx.tx, { ...entry, id: memberId, driveId, now: ctx.now });
  if (written === 0) throw new Problem("key-reused", 409);
  await auditOn(ctx, drive, { member: memberId, station: entry.station, session: entry.sessionId });
  return { id: memberId };
}

export async function dropMember(ctx: WriteCtx, driveId: string, memberId: string): Promise<{ id: string }> {
  const drive = await forChange(ctx, driveId);
  if ((await deleteMember(ctx.tx, driveId, memberId)) === 0) ctx.unchanged();
  else await auditOn(ctx, drive, { member: memberId, dropped: true });
  return { id: memberId };
}

async function forChange(ctx: WriteCtx, driveId: string): Promise<DriveFacts> {
  const drive = await hostedDrive(ctx, driveId);
  if (!isComing(drive)) throw driveProblem("drive-state", { state: drive.state });
  return drive;
}
