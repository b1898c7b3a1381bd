// The links of a union and of a donor, with how many came by them. Never who.
import { getCampaignFor } from "../../campaign/service.ts";
import {
  invitationLink,
  invitationOfFriend,
  invitationOfUnit,
  makeFriendInvitation,
} from "../../donor/service/invitations.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import type { Db } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { gaveToTell } from "../rules/came-by.ts";
import type { CameBy, InvitationsView } from "../schema/public.ts";
import { type Came, countByFriends, countByInviter, countByUnit, listOpenDrives } from "../store/public.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

const told = ({ registered, gave }: Came): CameBy => ({ registered, gave: gaveToTell(gave) });

/** The unit's running link for a campaign, with words to paste, and the counts. */
export async function getInvitations(ctx: Ctx, unitId: string, campaignId: string): Promise<InvitationsView> {
  await ctx.allow({ unit: unitId });
  const campaign = await getCampaignFor(ctx.db, campaignId, unitId, ctx.today);
  const own = await invitationOfUnit(ctx.db, campaignId, unitId);
  const drives = await listOpenDrives(ctx.db, { campaignId, today: ctx.today, now: ctx.now, limit: 100 });
  const link = own === undefined ? "" : invitationLink(ctx.publicUrl, own.code);
  return {
    own:
      own === undefined
        ? null
        : {
            code: own.code,
            link,
            text: words[ctx.locale]("booking.invite-text", { campaign: campaign.name, link }),
          },
    byUnit: told(await countByUnit(ctx.db, { campaignId, unitId })),
    byFriends: told(await countByFriends(ctx.db, { campaignId, unitId, today: ctx.today })),
    openDrives: drives.length,
  };
}

export interface FriendLink {
  readonly link: string;
  readonly came: CameBy;
}

interface Inviter {
  readonly campaignId: string;
  readonly personId: string;
}

/** A donor's own link for friends and how many came by it; undefined while they have made none. */
export async function friendLinkOf(
  db: Db,
  publicUrl: string,
  inviter: Inviter,
): Promise<FriendLink | undefined> {
  const running = await invitationOfFriend(db, inviter.campaignId, inviter.personId);
  if (running === undefined) return undefined;
  return {
    link: invitationLink(publicUrl, running.code),
    came: told(await countByInviter(db, inviter)),
  };
}

/** Makes it. The caller knows by their link who asks. */
export const makeFriendLink = (ctx: WriteCtx, inviter: Inviter & { unitId: string }): Promise<string> =>
  makeFriendInvitation(ctx, inviter);
