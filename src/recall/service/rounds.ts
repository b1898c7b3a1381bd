// Use cases of an officer: see how many may be asked again, ask them, stop, and call who has no e-mail.
import { getCampaignFor } from "../../campaign/service.ts";
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import { bookingRulesOn } from "../../eligibility/rules/booking-check.ts";
import type { StillNeeded } from "../../message/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { unseal } from "../../platform/seal/secret.ts";
import { invitationAddress } from "../links.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { LEAST_TOLD, told } from "../rules/due.ts";
import { mayStillAsk, nextWaveAt } from "../rules/rounds.ts";
import { roomOf, spread } from "../rules/spread.ts";
import { type CallRow, type InviteEntry, type RecallView, type RoundView, recallProblem } from "../schema.ts";
import { countToCall, findWithin, isStillWanted, listToCall, setTold } from "../store/invitations.ts";
import { endRound, findRound, insertRound, listOfUnit, listRunning, listWaves } from "../store/rounds.ts";
import { due, fillable, inviteSetting, openSince } from "./standing.ts";
import { type Asking, stepRound } from "./waves.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

/** How many may be asked, and what the next wave of `wanted` people would propose. Counts only, from five people up. */
export async function previewRecall(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  { wanted }: { wanted?: number | undefined },
): Promise<RecallView> {
  await ctx.allow({ unit: unitId });
  const { db, now, today } = ctx;
  const drive = await takingPart(db, unitId, driveId, today);
  const setting = await inviteSetting(db);
  const found = await fillable(db, { driveId, unitId, now, waitDays: setting.waitDays });
  // Few people asked are nobody's business, not even as bars of a picture.
  const few = found.reduce((sum, { asked }) => sum + asked, 0) < LEAST_TOLD;
  const slots = few ? found.map((slot) => ({ ...slot, asked: 0 })) : found;
  const asking = mayStillAsk(drive, today);
  const people = asking ? (await due(db, drive, { unitId, today, most: 1 })).count : 0;
  const rounds = await roundsOf(ctx, drive, unitId, setting.waitDays);
  const open = rounds.find(({ state }) => state === "running");
  // What a running round will send next; before there is one, what the officer thinks of asking.
  const left = open === undefined ? undefined : Math.min(open.perWave, open.wanted - (open.sent ?? 0));
  const next = Math.min(
    left ?? wanted ?? setting.perWave,
    people < LEAST_TOLD ? Number.POSITIVE_INFINITY : people,
  );
  const proposals = asking ? spread(slots, next) : [];
  const rules = bookingRulesOn(drive.day);
  const invites = asking && open === undefined && (await ctx.may("recall.invite", { unit: unitId }));
  return {
    driveId,
    due: told(people),
    room: roomOf(slots),
    ...setting,
    interval: {
      days: rules?.interval.days ?? 0,
      clause: rules?.interval.clause ?? "",
      instrument: rules?.instrument ?? "",
    },
    slots: slots.map(({ slotId, startsAt, capacity, taken, asked }) => ({
      slotId,
      startsAt,
      capacity,
      taken,
      asked,
      proposed: proposals.filter((one) => one === slotId).length,
    })),
    rounds,
    toCall: await countToCall(db, callsOf(driveId, unitId, ctx, setting.waitDays)),
    allowedActions: invites ? ["recall.invite"] : [],
  };
}

async function roundsOf(ctx: Ctx, drive: DriveFacts, unitId: string, waitDays: number): Promise<RoundView[]> {
  const rounds = await listOfUnit(ctx.db, drive.id, unitId);
  if (rounds.length === 0) return [];
  const waves = await listWaves(
    ctx.db,
    drive.id,
    rounds.map(({ id }) => id),
  );
  const mayStop = await ctx.may("recall.stop", { unit: unitId });
  return rounds.map(({ id, wanted, perWave, state, reason, createdAt }) => {
    const own = waves.filter(({ roundId }) => roundId === id);
    const sum = (what: "sent" | "came"): number => own.reduce((total, wave) => total + wave[what], 0);
    const last = own.at(-1);
    return {
      id,
      wanted,
      perWave,
      state,
      reason,
      createdAt,
      sent: told(sum("sent")),
      came: told(sum("sent")) === null ? null : sum("came"),
      nextAt: state === "running" && last !== undefined ? nextWaveAt(last.at, waitDays) : null,
      waves: own.map(({ no, at, sent }) => ({ no, at, sent: told(sent) })),
      allowedActions: state === "running" && mayStop ? ["recall.stop"] : [],
    };
  });
}

/**
 * Begins a round and sends its first wave; at night the first wave leaves in the morning. Who is due is looked up when
 * each wave goes, not now. The same request again changes nothing.
 */
export async function inviteAgain(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  entry: InviteEntry,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const drive = await takingPart(ctx.tx, unitId, driveId, ctx.today);
  const known = await findRound(ctx.tx, entry.id);
  if (known !== undefined) {
    if (known.unitId !== unitId || known.driveId !== driveId) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  if (drive.state !== "open") throw recallProblem("drive-not-open");
  if (!mayStillAsk(drive, ctx.today)) throw recallProblem("drive-too-near");
  const { waitDays } = await inviteSetting(ctx.tx);
  const slots = await fillable(ctx.tx, { driveId, unitId, now: ctx.now, waitDays });
  if (slots.every(({ free }) => free === 0)) throw recallProblem("no-room");
  const round = { ...entry, driveId, unitId, askedBy: accountId(ctx), createdAt: ctx.now };
  if ((await insertRound(ctx.tx, round)) === 0) throw recallProblem("already-inviting");
  await ctx.audit({
    subject: { kind: "recall-round", id: entry.id },
    unitId,
    detail: { drive: driveId, wanted: entry.wanted, perWave: entry.perWave },
  });
  await stepRound(ctx, { ...round, state: "running", reason: null });
  return { id: entry.id };
}

export const waitingRounds = async (db: Db): Promise<string[]> => (await listRunning(db)).map(({ id }) => id);

/** The minute's look at one round; another hand may have ended it meanwhile. */
export async function stepRunning(ctx: Asking, roundId: string): Promise<void> {
  const round = await findRound(ctx.tx, roundId);
  if (round?.state === "running") await stepRound(ctx, round);
}

/** No further wave goes. Who was asked may still answer. */
export async function stopInviting(ctx: WriteCtx, unitId: string, roundId: string): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const round = await findRound(ctx.tx, roundId);
  if (round === undefined || round.unitId !== unitId) throw notFound("round");
  if ((await endRound(ctx.tx, roundId, "stopped", ctx.now)) === 0) {
    ctx.unchanged();
    return { id: roundId };
  }
  await ctx.audit({
    subject: { kind: "recall-round", id: roundId },
    unitId,
    detail: { to: "ended", reason: "stopped" },
  });
  return { id: roundId };
}

/** Whom to tell by voice or Zalo: people of one's own union who agreed to be asked and have no e-mail. */
export async function listCalls(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: { after?: string | undefined; limit: number },
): Promise<{ items: CallRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDriveById(ctx.db, driveId);
  const { waitDays } = await inviteSetting(ctx.db);
  const found = await listToCall(ctx.db, {
    ...callsOf(driveId, unitId, ctx, waitDays),
    after: query.after,
    limit: query.limit + 1,
  });
  const shown = found.slice(0, query.limit);
  const items = await Promise.all(
    shown.map(async ({ id, fullName, phone, unitId: of, unitName, unitShortName, startsAt, linkSealed }) => ({
      id,
      fullName,
      phone,
      unit: { id: of, name: unitName, shortName: unitShortName },
      startsAt,
      text: await zaloText(ctx, drive, startsAt, linkSealed),
    })),
  );
  return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Words without a name: whoever they are pasted to by mistake learns nothing of anybody. */
async function zaloText(ctx: Ctx, drive: DriveFacts, startsAt: string, sealed: string): Promise<string> {
  const token = await unseal(sealed);
  return words[ctx.locale](token === undefined ? "recall.zalo-no-link" : "recall.zalo-text", {
    drive: drive.name,
    day: formatDay(drive.day),
    time: wallTimeIn(startsAt),
    place: drive.place,
    link: token === undefined ? "" : invitationAddress(ctx.publicUrl, token),
  });
}

/** They were told: off the list. Told twice is told. */
export async function markTold(ctx: WriteCtx, unitId: string, invitationId: string): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const found = await findWithin(ctx.tx, { invitationId, unitId, today: ctx.today });
  if (found === undefined) throw notFound("invitation");
  if (found.toldAt !== null || (await setTold(ctx.tx, invitationId, ctx.now)) === 0) {
    ctx.unchanged();
    return { id: invitationId };
  }
  await ctx.audit({ subject: { kind: "recall-invitation", id: invitationId }, unitId });
  return { id: invitationId };
}

/** An invitation that waited for the morning is not sent to who took their consent back or a place meanwhile. */
export const invitationStillNeeded: StillNeeded = (db, now, { invitationId, driveId }) =>
  isStillWanted(db, { invitationId: String(invitationId), driveId: String(driveId), today: dayIn(now) });

const callsOf = (driveId: string, unitId: string, ctx: Ctx, waitDays: number) => ({
  driveId,
  unitId,
  today: ctx.today,
  since: openSince(ctx.now, waitDays),
});

/** The drive, where the unit takes part in its campaign. Throws not-found, forbidden. */
async function takingPart(db: Db, unitId: string, driveId: string, today: string): Promise<DriveFacts> {
  const drive = await getDriveById(db, driveId);
  await getCampaignFor(db, drive.campaignId, unitId, today);
  return drive;
}
