// Side: union. Money of a drive in đồng, by where it comes from. Union money is never mixed with blood-price money.
import { z } from "zod";
import { allowedActions, count, id, line } from "../../platform/contract/shapes.ts";

export const COST_SOURCES = ["bcd", "union", "mobilised", "blood-price"] as const;
export const CostSource = z.enum(COST_SOURCES);
export type CostSource = z.output<typeof CostSource>;

export const COST_KINDS = [
  "gift",
  "travel",
  "refreshment",
  "publicity",
  "venue",
  "transport",
  "other",
] as const;
export const CostKind = z.enum(COST_KINDS);
export type CostKind = z.output<typeof CostKind>;

const dong = z.number().int().min(0).max(100_000_000_000);

const facts = z.object({
  source: CostSource,
  kind: CostKind,
  item: line(160),
  plannedDong: dong.nullable(),
  actualDong: dong.nullable(),
});

/**
 * Spent on whoever came, also on who did not give: at so much a head the exact sum would tell how many that were. It is
 * kept rounded up; the step is the way of ten people by the tariff.
 */
export const ROUNDED_KINDS: readonly CostKind[] = ["travel", "refreshment"];
export const ROUNDED_DONG = 500_000;
export const roundedUp = (spent: number): number => Math.ceil(spent / ROUNDED_DONG) * ROUNDED_DONG;

export const CostEntry = facts.refine(
  ({ kind, actualDong }) => !ROUNDED_KINDS.includes(kind) || (actualDong ?? 0) % ROUNDED_DONG === 0,
  { path: ["actualDong"] },
);
export type CostEntry = z.output<typeof CostEntry>;

export const CostLine = facts.extend({ id });
export type CostLine = z.output<typeof CostLine>;

/** Null: nothing was written down, which is not nought. */
const sum = z.number().int().min(0).nullable();
const CostTotal = z.object({ source: CostSource, planned: sum, actual: sum });

export const DriveCosts = z.object({
  lines: z.array(CostLine),
  /** Sources apart: there is no sum over them. */
  totals: z.array(CostTotal),
  /** Đơn vị máu taken on the whole day, in hundredths, by the campaign's rule; null until the books are closed. */
  unitsHundredths: count.nullable(),
  /** What the tariff of the day proposes for the expected donors; null where either is not known. */
  proposal: z
    .object({
      instrument: z.string(),
      donors: count,
      lines: z.array(
        z.object({ kind: z.enum(["gift", "travel", "refreshment"]), dong, people: count, each: dong }),
      ),
    })
    .nullable(),
  allowedActions,
});
export type DriveCosts = z.output<typeof DriveCosts>;
