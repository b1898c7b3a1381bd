// Contract ↔ service of the propaganda kit.
import type { Route } from "../../platform/contract/context.ts";

export const kitRoutes: readonly Route[] = [];
