// The tickets a device was asked to keep: looked up by their links, so that whoever lost a link shows nothing of it here.
import type { Ctx } from "../../platform/contract/context.ts";
import { hashOf } from "../../platform/seal/link.ts";
import { findStandingPlace } from "../store/ticket.ts";
import { findWaitingByLink } from "../store/waiting.ts";
import { keptTickets, withoutTicket } from "./device.ts";

export interface MineTicket {
  readonly token: string;
  /** Names it in a form without being the link itself. */
  readonly key: string;
  /** Undefined: the link opens nothing any more. */
  readonly ticket:
    | {
        readonly state: "held" | "confirmed" | "waiting";
        readonly fullName: string;
        readonly driveName: string;
        readonly day: string;
        readonly startsAt: string | null;
        readonly place: string;
      }
    | undefined;
}

export interface MinePage {
  readonly tickets: readonly MineTicket[];
  /** The invitation that was last used on this device; "" for none. */
  readonly code: string;
}

const keyOf = (token: string): string => hashOf(token).toString("hex").slice(0, 16);

/** Newest first. */
export async function openMine(ctx: Ctx): Promise<MinePage> {
  const { tokens, code } = await keptTickets(ctx);
  const tickets: MineTicket[] = [];
  for (const token of tokens.toReversed())
    tickets.push({ token, key: keyOf(token), ticket: await ticketOf(ctx, token) });
  return { tickets, code };
}

async function ticketOf(ctx: Ctx, token: string): Promise<MineTicket["ticket"]> {
  const hash = hashOf(token);
  const place = await findStandingPlace(ctx.db, { hash, now: ctx.now, today: ctx.today });
  if (place !== undefined && place.state !== "released") return { ...place, state: place.state };
  const waiting =
    place === undefined ? await findWaitingByLink(ctx.db, { hash, today: ctx.today }) : undefined;
  return waiting === undefined ? undefined : { ...waiting, state: "waiting" };
}

/** The page without one ticket, and what the device keeps then. An unknown key leaves everything as it is. */
export async function forgetMine(
  ctx: Ctx,
  key: string,
): Promise<{ readonly page: MinePage; readonly device?: string | null }> {
  const page = await openMine(ctx);
  const gone = page.tickets.find((one) => one.key === key);
  if (gone === undefined) return { page };
  return {
    page: { ...page, tickets: page.tickets.filter((one) => one !== gone) },
    device: await withoutTicket(ctx, gone.token),
  };
}
