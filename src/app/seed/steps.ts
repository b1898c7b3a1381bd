// All steps of the seed in their order, and what is asked of the whole at the end.
import { BASE_CHECKS } from "./base/checks.ts";
import { decisions } from "./base/decisions.ts";
import { offices } from "./base/offices.ts";
import { people } from "./base/people.ts";
import { tree } from "./base/tree.ts";
import { FACT_CHECKS, FACT_STEPS } from "./facts/steps.ts";
import type { SeedCheck, SeedStep } from "./step.ts";

/** People first: the constraints of their tables take longest, and are made beside the writing of all others. */
export const STEPS: readonly SeedStep[] = [people, tree, offices, decisions, ...FACT_STEPS];

export const CHECKS: readonly SeedCheck[] = [...BASE_CHECKS, ...FACT_CHECKS];
