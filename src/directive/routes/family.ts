// Contract ↔ service of one order as many letters.
import type { Route } from "../../platform/contract/context.ts";

export const familyRoutes: readonly Route[] = [];
