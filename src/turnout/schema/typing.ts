// Side: union. Outcomes of a printed list typed back, many in one request.
import { z } from "zod";
import { count, id } from "../../platform/contract/shapes.ts";
import { Volume } from "../schema.ts";

/** Most rows of one request. */
export const BATCH = 100;

export const RecordRows = z.object({
  /** Entered in this order; null takes an entry back. */
  rows: z
    .array(z.object({ bookingId: id, volume: Volume.nullable() }))
    .min(1)
    .max(BATCH),
});
export type RecordRows = z.output<typeof RecordRows>;

export const RecordedRows = z.object({
  rows: z.array(
    z.object({
      bookingId: id,
      /** Null: entered, or so entered before. */
      problem: z.enum(["not-found", "not-confirmed", "sessions-running"]).nullable(),
    }),
  ),
});
export type RecordedRows = z.output<typeof RecordedRows>;

export const PrintedList = z.object({ numbered: count, added: count });
export type PrintedList = z.output<typeof PrintedList>;
