// Contract ↔ service of who has not answered, and reminding them.
import type { Route } from "../../platform/contract/context.ts";

export const chasingRoutes: readonly Route[] = [];
