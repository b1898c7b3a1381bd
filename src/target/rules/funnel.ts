// How many people to invite so that a target is reached, and how sure that is. Pure; the screen moves its sliders on it.
//
// Drives differ among themselves by more than chance: in the province's own record (2013-2024) 45 % to 99 % of those
// registered gave. A yield is therefore a Beta distribution with two parts of doubt:
//   how much one drive differs from the next   the intraclass correlation RHO = 1 / (precision + 1)
//   how well the mean of drives is known       each past drive of n people weighs n / (1 + (n - 1) RHO) people
// To begin with, the planning rule "55 % to 85 %" stands for a Beta whose middle 80 % that is: alpha 10.4, beta 4.3
// (mean 0.71, RHO 0.064). It is a rule of thumb drawn from ten reported drives, not a measurement; past drives of one's
// own take over as they come, but how much drives differ stays the rule's.
import type { Seek, Yield } from "../schema/funnel.ts";
import { betaQuantile, logGamma } from "./beta.ts";

export const ASSUMPTION = { low: 0.55, high: 0.85, alpha: 10.4, beta: 4.3 } as const;
const PRECISION = ASSUMPTION.alpha + ASSUMPTION.beta;
const RULED = ASSUMPTION.alpha / PRECISION;
const RHO = 1 / (PRECISION + 1);
/** Bounds hold between them this much of the distribution. */
const WITHIN = 0.8;
/** Counts of fewer people are not told. */
const LEAST_TOLD = 5;

/** Of a whole drive: how many were there before a step and how many after it. */
export interface Step {
  readonly of: number;
  readonly came: number;
}

/**
 * The yield to expect of a drive to come. The mean: every past drive's by its weight, and the rule's as one large drive
 * (1 / RHO people). The spread: RHO for the drive to come, and what the mean itself may be off by:
 * variance = m (1 - m) (RHO + (1 - RHO) / (weight + 1)). Without past drives it is the rule itself.
 */
export function yieldOf(steps: readonly Step[]): Yield {
  const known = steps.filter((step) => step.of > 0);
  const sum = (of: (step: Step) => number): number => known.reduce((total, step) => total + of(step), 0);
  const weightOf = ({ of }: Step): number => of / (1 + (of - 1) * RHO);
  const ruled = known.length === 0 ? Number.POSITIVE_INFINITY : 1 / RHO;
  const weight = ruled + sum(weightOf);
  const given = sum((step) => (weightOf(step) * Math.min(step.came, step.of)) / step.of);
  const mean = known.length === 0 ? RULED : (ruled * RULED + given) / weight;
  const precision = 1 / (RHO + (1 - RHO) / (weight + 1)) - 1;
  const [alpha, beta] = [mean * precision, (1 - mean) * precision];
  const [of, came] = [sum((step) => step.of), sum((step) => Math.min(step.came, step.of))];
  const told = came >= LEAST_TOLD && (of === came || of - came >= LEAST_TOLD);
  return {
    alpha,
    beta,
    likely: mean,
    low: betaQuantile((1 - WITHIN) / 2, alpha, beta),
    high: betaQuantile((1 + WITHIN) / 2, alpha, beta),
    of: told ? of : null,
    came: told ? came : null,
  };
}

/** The donations that `target` đơn vị máu take, when one donation is so many hundredths of a unit. */
export const donationsFor = (target: number, unitsPerDonationHundredths: number): number =>
  Math.ceil((target * 100) / unitsPerDonationHundredths);

/** Nobody plans for more than this. */
const MOST = 10_000_000;
/** Up to so many donations chances are counted out; beyond, a single drive's luck is nothing beside its yield's doubt. */
const COUNTED_OUT = 3000;

/** The chance that fewer than `need` of `people` give: beta-binomial, term by term from nobody up. */
function chanceOfFewer(need: number, people: number, alpha: number, beta: number): number {
  const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
  let term = Math.exp(logBeta(alpha, people + beta) - logBeta(alpha, beta));
  let chance = 0;
  for (let k = 0; k < need; k++) {
    chance += term;
    term *= ((people - k) * (k + alpha)) / ((k + 1) * (people - k - 1 + beta));
  }
  return chance;
}

/**
 * How many to seek for `donations`: at the mean, at the bounds, and `safe`, the least number of people of one drive of
 * whom, with at least the asked confidence, enough give (a beta-binomial).
 */
export function seekFor(
  donations: number,
  { alpha, beta, likely, low, high }: Pick<Yield, "alpha" | "beta" | "likely" | "low" | "high">,
  confidence: number,
): Seek {
  if (donations === 0) return { likely: 0, low: 0, high: 0, safe: 0 };
  const at = (rate: number): number =>
    rate <= 0 ? MOST : Math.min(MOST, Math.ceil(donations / rate - 1e-9));
  const counts = { likely: at(likely), low: at(high), high: at(low) };
  if (donations > COUNTED_OUT) return { ...counts, safe: at(betaQuantile(1 - confidence, alpha, beta)) };
  const enough = (people: number): boolean => 1 - chanceOfFewer(donations, people, alpha, beta) >= confidence;
  let [short, safe] = [donations - 1, donations];
  while (safe < MOST && !enough(safe)) [short, safe] = [safe, Math.min(MOST, safe * 2)];
  while (safe - short > 1) {
    const middle = Math.floor((short + safe) / 2);
    if (enough(middle)) safe = middle;
    else short = middle;
  }
  return { ...counts, safe };
}
