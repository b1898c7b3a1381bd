// Sums of report figures, and figures as the field writes them.
import { formatCount } from "../../platform/pure/text-vi.ts";
import type { Difference, Figures } from "../schema.ts";

export const NO_FIGURES: Figures = {
  registered: 0,
  donated: 0,
  bags250: 0,
  bags350: 0,
  bags450: 0,
  ml: 0,
  unitsHundredths: 0,
};

const KEYS = Object.keys(NO_FIGURES) as (keyof Figures)[];

/** Σ; a null (chưa báo cáo) adds nothing and must be told beside the sum. */
export function sumFigures(list: readonly (Figures | null)[]): Figures {
  const sum = { ...NO_FIGURES };
  for (const figures of list) {
    if (figures === null) continue;
    for (const key of KEYS) sum[key] += figures[key];
  }
  return sum;
}

/** Does anybody stand behind these figures? A unit without anybody owes no report. */
export const hasPeople = (figures: Figures): boolean => figures.registered > 0 || figures.donated > 0;

/** Hundredths with a comma and no idle zeros: 116400 → "1.164", 14560 → "145,6". */
export function formatHundredths(hundredths: number): string {
  const whole = formatCount(Math.floor(hundredths / 100));
  const rest = hundredths % 100;
  if (rest === 0) return whole;
  return `${whole},${String(rest).padStart(2, "0").replace(/0$/u, "")}`;
}

/**
 * Registered people may be told to the open beside donors only when at least five of them did not give: below that
 * the difference points at persons (the wall: aggregates from 5 people up). The difference 0 is left out too, or its
 * absence would tell that there is one. Officers' reports show both numbers: see docs/decisions/011.
 */
export const mayTellRegistered = (figures: Figures): boolean => figures.registered - figures.donated >= 5;

/** New less old, figure by figure. */
export function differenceOf(before: Figures, after: Figures): Difference {
  const difference = { ...NO_FIGURES };
  for (const key of KEYS) difference[key] = after[key] - before[key];
  return difference;
}

export const isChange = (difference: Difference): boolean => KEYS.some((key) => difference[key] !== 0);
