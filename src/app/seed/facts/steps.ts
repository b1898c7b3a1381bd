// The steps that fill everything above people, in their order, and what is asked of it at the end.
import type { SeedCheck, SeedStep } from "../step.ts";

export const FACT_STEPS: readonly SeedStep[] = [];

export const FACT_CHECKS: readonly SeedCheck[] = [];
