// Sums of one scan of the counters, by unit directly below: totals, what was registered for drives held and to come,
// and the small curve; and the curve of the whole.
import { type Overview, type OverviewTotals, SPARK_POINTS } from "../schema.ts";
import type { SumRow } from "../store/sums.ts";

export const NOTHING: OverviewTotals = { registered: 0, donated: 0, bags: 0, ml: 0, unitsHundredths: 0 };

export interface BranchSums {
  readonly totals: OverviewTotals;
  readonly registeredHeld: number;
  readonly registeredComing: number;
  /** Đơn vị máu × 100 added in each step of days. */
  readonly steps: readonly number[];
}

export const NO_SUMS: BranchSums = { totals: NOTHING, registeredHeld: 0, registeredComing: 0, steps: [] };

export const FIELD = {
  registered: "registered",
  donated: "donated",
  bags: "bags",
  ml: "ml",
  units: "unitsHundredths",
} as const satisfies Record<string, keyof OverviewTotals>;

const totalsOf = ({ registered, donated, bags, ml, units }: SumRow): OverviewTotals => ({
  registered,
  donated,
  bags,
  ml,
  unitsHundredths: units,
});

export const plus = (a: OverviewTotals, b: OverviewTotals): OverviewTotals => ({
  registered: a.registered + b.registered,
  donated: a.donated + b.donated,
  bags: a.bags + b.bags,
  ml: a.ml + b.ml,
  unitsHundredths: a.unitsHundredths + b.unitsHundredths,
});

export function sumsByBranch(found: readonly SumRow[]): Map<string, BranchSums> {
  const branches = new Map<
    string,
    { totals: OverviewTotals; registeredHeld: number; registeredComing: number; steps: number[] }
  >();
  for (const row of found) {
    const { branch, stage, step, registered } = row;
    if (branch === null) continue;
    const sums = branches.get(branch) ?? { ...NO_SUMS, steps: [] };
    branches.set(branch, sums);
    if (stage !== null) {
      sums.registeredHeld -= registered;
      if (stage === "coming") sums.registeredComing += registered;
      continue;
    }
    sums.totals = plus(sums.totals, totalsOf(row));
    sums.registeredHeld += registered;
    if (row.units !== 0 && step !== null) sums.steps[step] = (sums.steps[step] ?? 0) + row.units;
  }
  return branches;
}

/** Of several branches together; their small curves are left out. */
export const together = (branches: Iterable<BranchSums>): BranchSums =>
  [...branches].reduce(
    (all, one) => ({
      totals: plus(all.totals, one.totals),
      registeredHeld: all.registeredHeld + one.registeredHeld,
      registeredComing: all.registeredComing + one.registeredComing,
      steps: [],
    }),
    NO_SUMS,
  );

/** The small curve, cumulative; empty where nothing was given. */
export function sparkOf({ steps }: BranchSums, count: number): number[] {
  if (steps.length === 0) return [];
  let soFar = 0;
  return Array.from({ length: Math.min(count, SPARK_POINTS) }, (_, step) => {
    soFar += steps[step] ?? 0;
    return Math.max(0, soFar);
  });
}

/** Cumulative, a point for each day on which something was counted. */
export function curveOf(sums: readonly SumRow[]): Overview["curve"] {
  let unitsSoFar = 0;
  let registeredSoFar = 0;
  return sums
    .flatMap(({ day, registered, units }) => (day === null ? [] : [{ day, registered, units }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, registered, units }) => {
      unitsSoFar += units;
      registeredSoFar += registered;
      return { day, unitsHundredths: unitsSoFar, registered: registeredSoFar };
    });
}
