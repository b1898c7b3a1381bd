// What a link shows and does: a place to answer for, a ticket, a turn on the waiting list, a drive that moved or is no
// more. Answers to a place go through link.ts, whose words tell nobody who declined.
import { getDriveById } from "../../drive/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { id } from "../../platform/contract/shapes.ts";
import { hashOf } from "../../platform/seal/link.ts";
import { tokenOf } from "../links.ts";
import { nearestSlot } from "../rules/nearest.ts";
import type { TicketForm } from "../schema/public.ts";
import { findGivenUp, findStandingPlace, type StandingPlace } from "../store/ticket.ts";
import { findWaitingByLink, type WaitingOnLink } from "../store/waiting.ts";
import { takeInstead } from "./instead.ts";
import { type FriendLink, friendLinkOf, makeFriendLink } from "./inviting.ts";
import { answerLink } from "./link.ts";
import { cancelSelf, freeSlots, leaveSelf, moveSelf } from "./self.ts";
import { signedTicketCode } from "./ticket-code.ts";

/** A time somebody may choose. */
export interface OtherSlot {
  readonly slotId: string;
  readonly startsAt: string;
  readonly free: number;
}

/** What was just done, said above the page. */
export type Said = "moved" | "move-full" | "move-late" | "taken";

export interface TicketView {
  readonly place: StandingPlace;
  /** Text of the QR code, signed. */
  readonly code: string;
  /** Other times of the day with room. */
  readonly others: readonly OtherSlot[];
  readonly friends: FriendLink | undefined;
  /** They took the place themselves and its day has not come: it may be given to somebody else. */
  readonly handsOn: boolean;
  readonly said?: Said;
}

export type LinkPage =
  | { readonly show: "gone" | "thanks" | "left" | "given-back" }
  /** On to another ticket, that of the drive held instead. */
  | { readonly show: "other"; readonly token: string }
  /** `missing`: the consent was not ticked. `offer`: it comes from the waiting list. */
  | { readonly show: "ask" | "offer" | "moved"; readonly place: StandingPlace; readonly missing: boolean }
  | ({ readonly show: "ticket" } & TicketView)
  | { readonly show: "past"; readonly place: StandingPlace; readonly friends: FriendLink | undefined }
  | { readonly show: "waiting"; readonly waiting: WaitingOnLink }
  | {
      readonly show: "cancelled";
      readonly place: StandingPlace;
      readonly instead:
        | { readonly name: string; readonly day: string; readonly place: string; readonly slot: OtherSlot }
        | undefined;
      readonly missing: boolean;
      readonly said?: Said;
    };

interface Behind {
  readonly place: StandingPlace | undefined;
  readonly waiting: WaitingOnLink | undefined;
}

/** The link is the authority. A wrong one proves nothing and is shown nothing but a page that says so. */
async function behind(ctx: Ctx, token: string): Promise<Behind> {
  const hash = hashOf(token);
  const place = await findStandingPlace(ctx.db, { hash, now: ctx.now, today: ctx.today });
  const waiting =
    place === undefined ? await findWaitingByLink(ctx.db, { hash, today: ctx.today }) : undefined;
  await ctx.allow({ link: place?.bookingId ?? waiting?.waitingId ?? "none" });
  return { place, waiting };
}

/**
 * Opening a link again shows what officers see too, never what was answered: an officer who was given the link to pass
 * on could open it.
 */
export async function openTicket(ctx: Ctx, token: string): Promise<LinkPage> {
  const { place, waiting } = await behind(ctx, token);
  if (waiting !== undefined) return { show: "waiting", waiting };
  return place === undefined ? { show: "gone" } : standing(ctx, place);
}

async function standing(ctx: Ctx, place: StandingPlace, said?: Said): Promise<LinkPage> {
  if (place.driveState === "cancelled") return cancelled(ctx, place, said);
  if (place.state === "held") {
    const show = place.changeKind === "moved" ? "moved" : place.source === "offer" ? "offer" : "ask";
    return { show, place, missing: false };
  }
  const { campaignId, personId, day } = place;
  const friends = await friendLinkOf(ctx.db, ctx.publicUrl, { campaignId, personId });
  if (place.driveState === "closed" && day < ctx.today) return { show: "past", place, friends };
  const code = await signedTicketCode({ bookingId: place.bookingId, driveId: place.driveId, day });
  return {
    show: "ticket",
    place,
    code,
    friends,
    handsOn: place.source === "self" && place.driveState === "open" && day > ctx.today,
    others: place.driveState === "open" ? await otherSlots(ctx, place) : [],
    ...(said !== undefined && { said }),
  };
}

async function otherSlots(ctx: Ctx, place: StandingPlace): Promise<OtherSlot[]> {
  if (place.startsAt <= ctx.now) return [];
  const slots = await freeSlots(ctx.db, place.driveId, place.creditedUnitId, ctx.now);
  return slots.filter(({ slotId, free }) => free > 0 && slotId !== place.slotId);
}

async function cancelled(ctx: Ctx, place: StandingPlace, said?: Said): Promise<LinkPage> {
  const told = { show: "cancelled", place, missing: false, ...(said !== undefined && { said }) } as const;
  if (place.insteadId === null) return { ...told, instead: undefined };
  const drive = await getDriveById(ctx.db, place.insteadId);
  if (drive.state !== "open") return { ...told, instead: undefined };
  const slots = await freeSlots(ctx.db, drive.id, place.creditedUnitId, ctx.now);
  const slot = nearestSlot(
    slots.filter(({ free }) => free > 0),
    place.startsAt,
  );
  return {
    ...told,
    instead: slot && { name: drive.name, day: drive.day, place: drive.place, slot },
  };
}

/** What the bearer of the link chose. Whatever no longer fits the place answers with the page as it stands. */
export async function actOnTicket(ctx: WriteCtx, token: string, form: TicketForm): Promise<LinkPage> {
  ctx.unchanged();
  const { place, waiting } = await behind(ctx, token);
  if (waiting !== undefined) {
    if (form.answer !== "leave") return { show: "waiting", waiting };
    await leaveSelf(ctx, waiting.waitingId);
    return { show: "left" };
  }
  if (place === undefined) return done(ctx, token, form);
  if (place.state === "released")
    return form.answer === "instead" ? instead(ctx, place, form) : standing(ctx, place);
  switch (form.answer) {
    case "confirm":
    case "release":
      return answered(ctx, token, place, form);
    case "move":
      return move(ctx, token, place, form.slotId);
    case "give-back":
      return (await cancelSelf(ctx, place)) ? { show: "given-back" } : standing(ctx, place);
    case "invite":
      if (place.state === "confirmed") await makeFriendLink(ctx, { ...place, unitId: place.creditedUnitId });
      return standing(ctx, place);
    default:
      return standing(ctx, place);
  }
}

/** The same again, because the answer was lost on the way: it is done. */
async function done(ctx: WriteCtx, token: string, { answer }: TicketForm): Promise<LinkPage> {
  if (answer !== "give-back" && answer !== "leave") return { show: "gone" };
  if ((await findGivenUp(ctx.tx, hashOf(token))) !== answer) return { show: "gone" };
  return { show: answer === "leave" ? "left" : "given-back" };
}

async function answered(
  ctx: WriteCtx,
  token: string,
  place: StandingPlace,
  form: TicketForm,
): Promise<LinkPage> {
  const { show } = await answerLink(ctx, token, {
    answer: form.answer === "confirm" ? "confirm" : "release",
    ...(form.consent === "take-part" && { consent: "take-part" }),
  });
  if (show === "thanks" || show === "gone") return { show };
  const now = (await behind(ctx, token)).place ?? place;
  if (show !== "consent-missing") return standing(ctx, now);
  const asked = now.changeKind === "moved" ? "moved" : now.source === "offer" ? "offer" : "ask";
  return { show: asked, place: now, missing: true };
}

async function move(ctx: WriteCtx, token: string, place: StandingPlace, slotId: string): Promise<LinkPage> {
  if (place.state !== "confirmed" || !id.safeParse(slotId).success) return standing(ctx, place);
  const moved = await moveSelf(ctx, place.bookingId, slotId);
  const now = (await behind(ctx, token)).place;
  if (now === undefined) return { show: "gone" };
  if (moved.outcome !== "refused") return standing(ctx, now, "moved");
  return standing(ctx, now, moved.code === "slot-full" ? "move-full" : "move-late");
}

/** A place at the drive held instead. Who had not said yes, or took it back, is asked to tick consent first. */
async function instead(ctx: WriteCtx, place: StandingPlace, form: TicketForm): Promise<LinkPage> {
  const taken = place.insteadSealed === null ? undefined : await tokenOf(place.insteadSealed);
  // Two taps: the first one's place is theirs.
  if (taken !== undefined) return { show: "other", token: taken };
  const { bookingId } = place;
  if (!id.safeParse(form.slotId).success) return standing(ctx, place);
  const consents = form.consent === "take-part";
  const answer = await takeInstead(ctx, { bookingId, slotId: form.slotId, consents });
  if (answer.outcome === "taken") return { show: "other", token: answer.token };
  const page = await standing(ctx, place, answer.code === "consent-missing" ? undefined : "taken");
  return page.show === "cancelled" && answer.code === "consent-missing" ? { ...page, missing: true } : page;
}
