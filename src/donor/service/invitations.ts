// Links by which people register: a unit's own, and a donor's for friends and family.
import { getCampaignFor } from "../../campaign/service.ts";
import type { WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { drawWord } from "../../platform/seal/word.ts";
import type { Invitation } from "../schema.ts";
import {
  endOne,
  findByCode,
  findFriendLink,
  findNearest,
  findUnitLink,
  type InvitationOwner,
  insertInvitation,
} from "../store/invitations.ts";

/** 31^12 words: nobody finds one by trying. */
const SIGNS_IN_CODE = 12;

export const invitationLink = (publicUrl: string, code: string): string => `${publicUrl}/m/${code}`;

/** The invitation of a code, ended or not; undefined for anything else that was typed. */
export const findInvitation = (db: Db, code: string): Promise<Invitation | undefined> =>
  findByCode(db, code.trim().toLowerCase());

/** The running link a unit made for a campaign; undefined where it has none. */
export const invitationOfUnit = (
  db: Db,
  campaignId: string,
  unitId: string,
): Promise<Invitation | undefined> => findUnitLink(db, { kind: "unit", campaignId, unitId });

/** The running link a donor made for friends; undefined where they made none. */
export const invitationOfFriend = (
  db: Db,
  campaignId: string,
  personId: string,
): Promise<Invitation | undefined> => findFriendLink(db, { campaignId, personId });

/** The code of the unit's running link, else of the nearest unit above it that has one. */
export const nearestInvitation = async (
  db: Db,
  asked: { campaignId: string; unitId: string; today: string },
): Promise<string | undefined> => (await findNearest(db, asked))?.code;

export async function makeUnitInvitation(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
): Promise<{ code: string; link: string }> {
  await ctx.allow({ unit: unitId });
  await getCampaignFor(ctx.tx, campaignId, unitId, ctx.today);
  const code = await make(ctx, { kind: "unit", campaignId, unitId, inviterPersonId: null });
  return { code, link: invitationLink(ctx.publicUrl, code) };
}

/** A donor's link for friends; asked for again it is the same one. The caller knows who asks. */
export const makeFriendInvitation = (
  ctx: WriteCtx,
  friend: { campaignId: string; unitId: string; personId: string },
): Promise<string> =>
  make(ctx, {
    kind: "friend",
    campaignId: friend.campaignId,
    unitId: friend.unitId,
    inviterPersonId: friend.personId,
  });

const runningOf = (db: Db, owner: InvitationOwner): Promise<Invitation | undefined> =>
  owner.inviterPersonId === null
    ? findUnitLink(db, { ...owner, kind: "unit" })
    : findFriendLink(db, { campaignId: owner.campaignId, personId: owner.inviterPersonId });

async function make(ctx: WriteCtx, owner: InvitationOwner): Promise<string> {
  const running = await runningOf(ctx.tx, owner);
  if (running !== undefined) {
    ctx.unchanged();
    return running.code;
  }
  const code = drawWord(SIGNS_IN_CODE);
  const madeBy = ctx.principal.kind === "account" ? ctx.principal.accountId : null;
  if ((await insertInvitation(ctx.tx, { ...owner, code, madeBy, now: ctx.now })) === 0) {
    // Two taps at once: the other one's is the link.
    const other = await runningOf(ctx.tx, owner);
    if (other === undefined) throw new Error("a link was refused and there is none");
    ctx.unchanged();
    return other.code;
  }
  // The code is a way in: the trail tells whose it is and for what, not the word itself.
  await ctx.audit({
    subject: { kind: "invitation", id: owner.campaignId },
    unitId: owner.unitId,
    detail: { kind: owner.kind },
  });
  return code;
}

/** Ends a link the unit made. Ended already: done. */
export async function endUnitInvitation(
  ctx: WriteCtx,
  unitId: string,
  code: string,
): Promise<{ code: string }> {
  await ctx.allow({ unit: unitId });
  const found = await findInvitation(ctx.tx, code);
  if (found === undefined || found.unitId !== unitId || found.kind === "friend") throw notFound("invitation");
  if ((await endOne(ctx.tx, found.code, ctx.now)) === 0) ctx.unchanged();
  else {
    await ctx.audit({
      subject: { kind: "invitation", id: found.campaignId },
      unitId,
      detail: { to: "ended", kind: found.kind },
    });
  }
  return { code: found.code };
}
