// The open page behind a poster's QR code: who gives it, and whether the letter behind it still holds.
import { getCampaignById } from "../../../campaign/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import { dayIn } from "../../../platform/pure/calendar.ts";
import { unitRefs } from "../../../unit/service.ts";
import type { KitContent } from "../../schema/kit.ts";
import { findPage } from "../../store/kit.ts";

/** `unknown`: no letter has that code. Nothing of anybody is in any of them. */
export type KitPage =
  | {
      readonly show: "kit";
      readonly content: KitContent;
      readonly unitName: string;
      readonly campaignName: string;
      readonly version: number;
      readonly publishedOn: string;
      /** Where somebody may register; the booking of places answers there. */
      readonly joinPath: string;
    }
  | { readonly show: "withdrawn"; readonly unitName: string; readonly campaignName: string }
  | { readonly show: "unknown" };

const CODE = /^[a-z2-9]{8}$/;

/** A code may be typed from a wall: capitals and spaces around it do not matter. */
export async function openKitPage(ctx: Ctx, typed: string): Promise<KitPage> {
  const code = typed.trim().toLowerCase();
  const found = CODE.test(code) ? await findPage(ctx.db, code) : undefined;
  if (found === undefined) return { show: "unknown" };
  const { name: campaignName } = await getCampaignById(ctx.db, found.campaignId);
  const unitName = (await unitRefs(ctx.db, [found.senderId], ctx.today)).get(found.senderId)?.name ?? "";
  if (found.recalled) return { show: "withdrawn", unitName, campaignName };
  const { content, version } = found;
  return {
    show: "kit",
    content,
    unitName,
    campaignName,
    version,
    publishedOn: dayIn(found.publishedAt),
    joinPath: `/tham-gia/${found.campaignId}/${found.senderId}`,
  };
}
