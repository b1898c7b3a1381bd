// Side: union. A fact of a closed drive that was written wrong, and what it was.
import { z } from "zod";
import { id, instant } from "../../platform/contract/shapes.ts";
import { Volume } from "../schema.ts";

/** A code, never free words: those could say what the union must not know. */
export const CorrectionReason = z.enum(["wrong-person", "wrong-volume", "missed", "wrong-button"]);
export type CorrectionReason = z.output<typeof CorrectionReason>;

/** `from` is what the facility saw: refused where it no longer stands. */
export const CorrectionEntry = z.object({ id, from: Volume, to: Volume, reason: CorrectionReason });
export type CorrectionEntry = z.output<typeof CorrectionEntry>;

export const CorrectionRow = z.object({
  id,
  bookingId: id,
  fullName: z.string(),
  from: Volume,
  to: Volume,
  reason: CorrectionReason,
  at: instant,
});
export type CorrectionRow = z.output<typeof CorrectionRow>;
