// Tickets of several people on one phone: a sealed list in a cookie that no script reads. Nothing of it is in the database.
import { z } from "zod";
import type { Ctx } from "../../platform/contract/context.ts";
import { seal, unseal } from "../../platform/seal/secret.ts";

/** A family on one phone; the oldest goes first. */
export const MOST_TICKETS = 10;

const Kept = z.object({ tokens: z.array(z.string().max(100)).max(MOST_TICKETS), code: z.string().max(20) });
/** `tokens`: oldest first. `code`: the invitation that was last used here, "" for none. */
export type KeptTickets = z.output<typeof Kept>;

const NONE: KeptTickets = { tokens: [], code: "" };

/** What this device keeps; nothing where it keeps none, or where the box is another server's or was altered. */
export async function keptTickets({ device }: Pick<Ctx, "device">): Promise<KeptTickets> {
  if (device === undefined || device.length > 4000) return NONE;
  const text = await unseal(device);
  if (text === undefined) return NONE;
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    return NONE;
  }
}

/** The list with one more ticket, for `FileAnswer.device`. */
export async function withTicket(ctx: Pick<Ctx, "device">, token: string, code = ""): Promise<string> {
  const kept = await keptTickets(ctx);
  const tokens = [...kept.tokens.filter((other) => other !== token), token].slice(-MOST_TICKETS);
  return seal(JSON.stringify({ tokens, code: code === "" ? kept.code : code }));
}

/** The list without a ticket; null where nothing is left. */
export async function withoutTicket(ctx: Pick<Ctx, "device">, token: string): Promise<string | null> {
  const { tokens, code } = await keptTickets(ctx);
  const rest = tokens.filter((other) => other !== token);
  return rest.length === 0 ? null : seal(JSON.stringify({ tokens: rest, code }));
}
