// The steps that fill everything above people, in their order, and what is asked of it at the end.
import type { SeedCheck, SeedStep } from "../step.ts";
import { FACT_LAWS } from "./laws.ts";
import { drives } from "./steps/drives.ts";
import { letters } from "./steps/letters.ts";
import { targets } from "./steps/targets.ts";
import { traces } from "./steps/traces.ts";

export const FACT_STEPS: readonly SeedStep[] = [letters, targets, drives, traces];

export const FACT_CHECKS: readonly SeedCheck[] = FACT_LAWS;
