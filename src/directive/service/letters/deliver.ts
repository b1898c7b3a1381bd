// A letter with a long list on its way: part by part, each in a transaction of its own, so that nobody waits for all.
import type { AuditEntry, WriteCtx } from "../../../platform/contract/context.ts";
import { lockDirective } from "../../store/letters.ts";
import { reachPart } from "../../store/recipients.ts";
import { oweDuties, reachingNow } from "../reach.ts";
import { isUrging } from "./issue.ts";

/** Seven rows or so each: half a second on a small machine, during which the letter itself is locked. */
const PART = 1000;

export interface Delivering extends Pick<WriteCtx, "tx" | "now" | "newId"> {
  audit(entry: AuditEntry): Promise<void>;
}

/**
 * Reaches the next units of an issued letter's list; they owe its duties from then on. What is left of the list stays
 * in the database, so whoever asks next, after a crash too, goes on where this one ended, and nobody is reached twice.
 * @returns whether there may be more
 */
export async function deliverPart(ctx: Delivering, directiveId: string): Promise<boolean> {
  const letter = await lockDirective(ctx.tx, directiveId);
  // Recalling empties the list; an amended or replaced letter has none left.
  if (letter?.state !== "issued" || letter.issuedAt === null) return false;
  const part = await reachPart(ctx.tx, reachingNow(ctx.now, letter), letter.unitId, PART);
  if (part.taken === 0) return false;
  const urging = await isUrging(ctx.tx, letter);
  const by = letter.issuedBy;
  const tasks = await oweDuties(ctx, letter, letter.issuedAt, part.reached, { urging, by });
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId: letter.unitId,
    detail: { reached: part.reached.length, tasks },
  });
  return true;
}
