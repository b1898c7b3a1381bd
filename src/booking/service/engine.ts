// The turning of places: what is given back goes to who waits, in the same transaction. Seats are locked by the caller.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { queueEmail } from "../../message/service.ts";
import type { WriteCtx } from "../../platform/contract/context.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { addressOf, tokenOf } from "../links.ts";
import { OFFER_DEFAULT, offeredUntil } from "../rules/hold.ts";
import { OfferSetting } from "../schema/waiting.ts";
import { endReserves, type GivenBack, giveBack, takePlace } from "../store/seats.ts";
import { type NextInLine, nextInLine } from "../store/waiting.ts";

/** What turning places needs of its caller; a job has it without having a request. */
export type Turning = Pick<WriteCtx, "tx" | "now" | "today" | "newId" | "audit" | "enqueue" | "publicUrl">;

/** Seats of a drive that the caller has locked. */
export interface Locked {
  readonly driveId: string;
  readonly slotIds: readonly string[];
}

/** What was read has changed before its seat was locked: the whole transaction is done again. */
export const tryAgain = (): Error => Object.assign(new Error("read again"), { code: "40001" });

/**
 * Offers every place that is free in these slots to who has waited longest of those who could take it. An offer is a
 * held place under the link the person has already.
 */
export async function refill(ctx: Turning, { driveId, slotIds }: Locked): Promise<number> {
  for (let offered = 0; ; offered++) {
    const next = await nextInLine(ctx.tx, { driveId, slotIds, now: ctx.now, today: ctx.today });
    if (next === undefined) return offered;
    await offer(ctx, driveId, next);
  }
}

async function offer(ctx: Turning, driveId: string, next: NextInLine): Promise<void> {
  const setting = next.setting === null ? OFFER_DEFAULT : OfferSetting.parse(next.setting);
  const until = new Date(offeredUntil(Date.parse(ctx.now), Date.parse(next.startsAt), setting)).toISOString();
  const id = ctx.newId();
  const taken = await takePlace(ctx.tx, {
    id,
    driveId,
    slotId: next.slotId,
    startsAt: next.startsAt,
    personId: next.personId,
    creditedUnitId: next.creditedUnitId,
    state: "held",
    source: "offer",
    relation: next.relation,
    invitation: next.invitation,
    heldBy: next.putBy,
    heldUntil: until,
    linkHash: next.linkHash,
    linkSealed: next.linkSealed,
    written: next.hasEmail,
    now: ctx.now,
    today: ctx.today,
  });
  if (taken.placed !== 1) throw tryAgain();
  const token = next.hasEmail ? await tokenOf(next.linkSealed) : undefined;
  if (token !== undefined) {
    await queueEmail(ctx, {
      personId: next.personId,
      template: "place-offered",
      params: {
        drive: next.driveName,
        day: formatDay(next.day),
        time: wallTimeIn(next.startsAt),
        place: next.place,
        until: `${wallTimeIn(until)} ${formatDay(dayIn(until))}`,
        bookingId: id,
      },
      secrets: { link: addressOf(ctx.publicUrl, token) },
    });
  }
  await ctx.audit({
    subject: { kind: "booking", id },
    unitId: next.creditedUnitId,
    detail: { to: "held", why: "offer", waiting: next.waitingId },
  });
}

/**
 * Gives back what ran out in these slots, ends reserves past their cut-off, and offers what came free. Answers how many
 * places or reserves that were.
 */
export async function clearOverdue(ctx: Turning, locked: Locked): Promise<number> {
  const { slotIds } = locked;
  let cleared = 0;
  for (;;) {
    const gone = await giveBack(ctx.tx, { now: ctx.now, slotIds });
    await auditReleased(ctx, gone, "run-out");
    cleared += gone.length;
    if (gone.length === 0) break;
  }
  const ended = await endReserves(ctx.tx, { now: ctx.now, slotIds });
  for (const reserve of ended) {
    await ctx.audit({
      subject: { kind: "reserve", id: reserve.id },
      unitId: reserve.unitId,
      detail: { to: "released", why: "cut-off" },
    });
  }
  cleared += ended.length;
  if (cleared > 0) await refill(ctx, locked);
  return cleared;
}

export async function auditReleased(
  ctx: Pick<Turning, "audit">,
  released: readonly GivenBack[],
  why?: "run-out" | "cancelled",
): Promise<void> {
  for (const { id, creditedUnitId } of released) {
    await ctx.audit({
      subject: { kind: "booking", id },
      unitId: creditedUnitId,
      detail: { to: "released", ...(why !== undefined && { why }) },
    });
  }
}
