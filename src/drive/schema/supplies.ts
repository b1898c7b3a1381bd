// Side: union. Certificates by printed serial, gifts and refreshments: received, issued, spoiled, returned.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, count, id, instant, line, note } from "../../platform/contract/shapes.ts";

export const MOVEMENTS = ["received", "issued", "spoiled", "returned"] as const;
export const Movement = z.enum(MOVEMENTS);
export type Movement = z.output<typeof Movement>;

/** A serial as printed: letters if any, then up to twelve digits, with the noughts in front. */
export const Serial = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-ZĐ0-9./-]{0,11}?\d{1,12}$/);

/** Refreshments are written down as bought for the whole day, in so many portions at a time. */
export const PORTIONS = 10;

export const SupplyEntry = z.discriminatedUnion("category", [
  z.object({
    id,
    category: z.literal("certificate"),
    movement: Movement,
    first: Serial,
    last: Serial,
    note: note(300),
  }),
  z.object({
    id,
    category: z.literal("gift"),
    item: line(120),
    movement: Movement,
    quantity: z.number().int().min(1).max(1_000_000),
    note: note(300),
  }),
  // Whoever comes is served, also who does not give: what was served, or left over, would tell how many came.
  z.object({
    id,
    category: z.literal("refreshment"),
    item: line(120),
    movement: z.literal("received"),
    quantity: z.number().int().min(1).max(1_000_000).multipleOf(PORTIONS),
    note: note(300),
  }),
]);
export type SupplyEntry = z.output<typeof SupplyEntry>;

export const SupplyCategory = z.enum(["certificate", "gift", "refreshment"]);
export type SupplyCategory = z.output<typeof SupplyCategory>;

export const SupplyLine = z.object({
  id,
  category: SupplyCategory,
  item: z.string(),
  movement: Movement,
  quantity: count,
  first: z.string().nullable(),
  last: z.string().nullable(),
  note: z.string(),
  at: instant,
});
export type SupplyLine = z.output<typeof SupplyLine>;

export const SupplyBalance = z.object({
  category: SupplyCategory,
  item: z.string(),
  received: count,
  issued: count,
  spoiled: count,
  returned: count,
  /** What must still lie on the table; nobody asks that of refreshments. */
  left: count.nullable(),
});
export type SupplyBalance = z.output<typeof SupplyBalance>;

export const DriveSupplies = z.object({
  lines: z.array(SupplyLine),
  balances: z.array(SupplyBalance),
  /** Serials received and not accounted for, as ranges. */
  unaccounted: z.array(z.object({ first: z.string(), last: z.string(), quantity: count })),
  allowedActions,
});
export type DriveSupplies = z.output<typeof DriveSupplies>;

export const supplyProblem = problems({ "serial-range": 422, "supply-settled": 409 });
