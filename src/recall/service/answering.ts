// Behind a personal invitation: see the drive with a time proposed, take a place, or ask not to be invited any more.
// Opening it writes nothing, and what it shows does not tell whether somebody has opened or answered it before.
import { freeSlots, registerSelf } from "../../booking/service/self.ts";
import { ticketAddress } from "../../booking/service/ticket-link.ts";
import { bookingRulesOn } from "../../eligibility/rules/booking-check.ts";
import { giveConsents, withdrawConsents } from "../../person/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { hashOf } from "../../platform/seal/link.ts";
import { OUTSIDE_UNION_ID } from "../../unit/schema.ts";
import type { InvitationAnswer } from "../schema.ts";
import {
  findBelonging,
  findByLink,
  findPlace,
  type LinkedInvitation,
  listEntries,
} from "../store/invitations.ts";

export interface AskedSlot {
  readonly slotId: string;
  readonly startsAt: string;
  readonly free: number;
}

export interface InvitationView {
  readonly fullName: string;
  readonly driveName: string;
  readonly hostName: string;
  readonly day: string;
  readonly place: string;
  /** Times that have room, the earliest first. */
  readonly slots: readonly AskedSlot[];
  /** The time proposed, while it has room; else the nearest that has. */
  readonly proposed: string | undefined;
  readonly rule: { readonly days: number; readonly clause: string; readonly instrument: string };
  /** The place's id, made with the form, so that sending it twice is one place. */
  readonly bookingId: string;
}

export type Refusal = "drive-not-open" | "too-soon" | "age" | "other";

/** What the page shows. `gone`: wrong, cut short, and of a drive that has passed are one answer. */
export type InvitationPage =
  | { readonly show: "ask" | "consent-missing" | "slot-full"; readonly view: InvitationView }
  | {
      readonly show: "placed";
      readonly startsAt: string;
      readonly day: string;
      readonly place: string;
      readonly ticket: string | undefined;
    }
  | { readonly show: "refused"; readonly why: Refusal }
  | { readonly show: "no-more" }
  | { readonly show: "gone" };

export async function openInvitation(ctx: Ctx, token: string): Promise<InvitationPage> {
  const found = await findAllowed(ctx, token);
  if (found === undefined) return { show: "gone" };
  return (await placed(ctx, found)) ?? { show: "ask", view: await viewOf(ctx, found) };
}

/** The person's own act: a place for themselves with consent ticked by them, or an end to invitations. */
export async function answerInvitation(
  ctx: WriteCtx,
  token: string,
  given: InvitationAnswer,
): Promise<InvitationPage> {
  const found = await findAllowed(ctx, token);
  ctx.unchanged();
  if (found === undefined) return { show: "gone" };
  if (given.answer === "no-more") {
    for (const { personId } of await listEntries(ctx.tx, found.personId)) {
      await withdrawConsents(ctx, personId, ["invitation"]);
    }
    return { show: "no-more" };
  }
  const there = await placed(ctx, found);
  if (there !== undefined) return there;
  if (given.consent !== "take-part") return { show: "consent-missing", view: await viewOf(ctx, found) };
  const outcome = await registerSelf(ctx, {
    bookingId: given.bookingId ?? ctx.newId(),
    personId: found.personId,
    driveId: found.driveId,
    slotId: given.slotId ?? found.slotId,
    ...(await belongingOf(ctx, found)),
    invitation: null,
    wait: false,
  });
  if (outcome.outcome === "refused") {
    if (outcome.code === "slot-full") return { show: "slot-full", view: await viewOf(ctx, found) };
    return { show: "refused", why: REFUSALS[outcome.code] ?? "other" };
  }
  const purposes =
    given.reminder === "reminder" ? (["take-part", "reminder"] as const) : (["take-part"] as const);
  await giveConsents(ctx, found.personId, purposes, "link");
  return (await placed(ctx, found)) ?? { show: "gone" };
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  "drive-not-open": "drive-not-open",
  "not-found": "drive-not-open",
  "too-soon": "too-soon",
  "too-young": "age",
  "too-old": "age",
};

/** The link is the authority. A wrong one proves nothing. */
async function findAllowed(ctx: Ctx, token: string): Promise<LinkedInvitation | undefined> {
  const found = await findByLink(ctx.db, { hash: hashOf(token), today: ctx.today });
  await ctx.allow({ link: found?.id ?? "none" });
  return found;
}

async function placed(ctx: Ctx, found: LinkedInvitation): Promise<InvitationPage | undefined> {
  const place = await findPlace(ctx.db, found.driveId, found.personId);
  if (place === undefined) return undefined;
  const { publicUrl, now } = ctx;
  return {
    show: "placed",
    startsAt: place.startsAt,
    day: found.day,
    place: found.place,
    ticket: await ticketAddress(ctx.db, { bookingId: place.bookingId, publicUrl, now }),
  };
}

async function viewOf(ctx: Ctx, found: LinkedInvitation): Promise<InvitationView> {
  const { fullName, driveName, hostName, day, place } = found;
  const { creditedUnitId } = await belongingOf(ctx, found);
  const slots = (await freeSlots(ctx.db, found.driveId, creditedUnitId, ctx.now)).filter(
    ({ free }) => free > 0,
  );
  const rules = bookingRulesOn(day);
  return {
    fullName,
    driveName,
    hostName,
    day,
    place,
    slots,
    proposed: slots.find(({ slotId }) => slotId === found.slotId)?.slotId ?? slots[0]?.slotId,
    rule: {
      days: rules?.interval.days ?? 0,
      clause: rules?.interval.clause ?? "",
      instrument: rules?.instrument ?? "",
    },
    bookingId: ctx.newId(),
  };
}

/** Who left every union since is credited to none. */
async function belongingOf(
  ctx: Ctx,
  { personId, day }: LinkedInvitation,
): Promise<{ creditedUnitId: string; relation: "member" | "worker" | "relative" | "outside" }> {
  const found = await findBelonging(ctx.db, { personId, day, today: ctx.today });
  return found === undefined
    ? { creditedUnitId: OUTSIDE_UNION_ID, relation: "outside" }
    : { creditedUnitId: found.unitId, relation: found.relation };
}
