// Behind the member's link: see the place, say yes with consent, or do not. See docs/decisions/010.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { giveConsents, withdrawConsents } from "../../person/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { hashOf, newLink } from "../../platform/seal/link.ts";
import { addCounts } from "../../tally/service.ts";
import { addressOf } from "../links.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import type { LinkAnswer, Ticket } from "../schema.ts";
import {
  findByLink,
  findState,
  findStateWithin,
  hasOtherConfirmed,
  type LinkedBooking,
} from "../store/lists.ts";
import { confirmHeld, replaceLink, setWithdrawn } from "../store/places.ts";
import { leave } from "./waiting.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

/** What the page behind a link shows. `gone`: wrong, used up and run out are one answer. */
export type LinkPage =
  | { readonly show: "ask" | "consent-missing" | "ticket" | "thanks"; readonly ticket: Ticket }
  | { readonly show: "gone" };

/** A new link, with a text to paste into Zalo that names nobody; the old link stops working at once. */
export async function renewLink(
  ctx: WriteCtx,
  unitId: string,
  bookingId: string,
): Promise<{ id: string; link: string; text: string }> {
  await ctx.allow({ unit: unitId });
  const booking = await findStateWithin(ctx.tx, { bookingId, unitId, today: ctx.today });
  if (booking === undefined) throw notFound("booking");
  const link = await newLink();
  await replaceLink(ctx.tx, { bookingId, hash: link.hash, sealed: link.sealed });
  const found = await findByLink(ctx.tx, { hash: link.hash, now: ctx.now, today: ctx.today });
  if (found === undefined) throw notFound("booking");
  await ctx.audit({ subject: { kind: "booking", id: bookingId }, unitId: found.creditedUnitId });
  const address = addressOf(ctx.publicUrl, link.token);
  const text = words[ctx.locale]("booking.zalo-text", {
    drive: found.driveName,
    day: formatDay(found.day),
    time: wallTimeIn(found.startsAt),
    place: found.place,
    link: address,
  });
  return { id: bookingId, link: address, text };
}

/**
 * The member's answer. Yes needs consent to take part, ticked by themselves, but for who had said yes before the drive
 * was moved. No to a held place writes nothing at all; taking a yes back ends the consent and takes the name off the
 * facility's list, and officers see no difference. An offer that somebody waited for by themselves goes to the next.
 */
export async function answerLink(ctx: WriteCtx, token: string, given: LinkAnswer): Promise<LinkPage> {
  const found = await findAllowed(ctx, token);
  ctx.unchanged();
  if (found === undefined) return { show: "gone" };
  const ticket = ticketOf(found);
  if (given.answer === "release") {
    if (found.selfWaitingId !== null) await leave(ctx, found.selfWaitingId, { quietly: true });
    else if (found.state === "confirmed" && !found.withdrawn) await takeBack(ctx, found);
    return { show: "thanks", ticket };
  }
  if (found.state === "confirmed" && !found.withdrawn) return { show: "ticket", ticket };
  if (given.consent !== "take-part" && !found.oneTap) return { show: "consent-missing", ticket };
  const moved = found.state === "held" ? await confirm(ctx, found) : await rejoin(ctx, found);
  if (!moved) return { show: "gone" };
  await giveConsents(ctx, found.personId, ["take-part"], "link");
  return { show: "ticket", ticket: { ...ticket, state: "confirmed" } };
}

async function confirm(ctx: WriteCtx, found: LinkedBooking): Promise<boolean> {
  const { bookingId, driveId } = found;
  const [confirmed] = await confirmHeld(ctx.tx, { bookingIds: [bookingId], driveId, now: ctx.now });
  // Two taps at once: the second finds the first one's work done.
  if (confirmed === undefined) return (await findState(ctx.tx, bookingId)) === "confirmed";
  const { campaignId, creditedUnitId: unitId } = confirmed;
  await addCounts(ctx.tx, [{ campaignId, unitId, driveId, measure: "registered", day: ctx.today, by: 1 }]);
  await ctx.audit({ subject: { kind: "booking", id: bookingId }, unitId, detail: { to: "confirmed" } });
  return true;
}

async function takeBack(ctx: WriteCtx, { bookingId, driveId, personId }: LinkedBooking): Promise<void> {
  const taken = await setWithdrawn(ctx.tx, { bookingId, driveId, at: ctx.now });
  if (taken === 0) return;
  await ctx.audit({ subject: { kind: "booking", id: bookingId } });
  const other = await hasOtherConfirmed(ctx.tx, { personId, bookingId, today: ctx.today });
  if (!other) await withdrawConsents(ctx, personId, ["take-part"]);
}

async function rejoin(ctx: WriteCtx, { bookingId, driveId }: LinkedBooking): Promise<boolean> {
  const moved = await setWithdrawn(ctx.tx, { bookingId, driveId, at: null });
  if (moved === 1) await ctx.audit({ subject: { kind: "booking", id: bookingId } });
  return moved === 1;
}

/** The link is the authority. A wrong one proves nothing and is shown nothing but a page that says so. */
async function findAllowed(ctx: Ctx, token: string): Promise<LinkedBooking | undefined> {
  const found = await findByLink(ctx.db, { hash: hashOf(token), now: ctx.now, today: ctx.today });
  await ctx.allow({ link: found?.bookingId ?? "none" });
  return found;
}

const ticketOf = (found: LinkedBooking): Ticket => ({
  bookingId: found.bookingId,
  state: found.state,
  heldUntil: found.heldUntil,
  fullName: found.fullName,
  unitName: found.unitName,
  driveName: found.driveName,
  day: found.day,
  startsAt: found.startsAt,
  place: found.place,
});
