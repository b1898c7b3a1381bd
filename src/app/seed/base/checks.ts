// What the laws of tree, offices and people say of the whole, asked when all constraints stand again.
import type { SeedCheck } from "../step.ts";

export const BASE_CHECKS: readonly SeedCheck[] = [];
