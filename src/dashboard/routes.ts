// Contract ↔ service.
import type { CapabilityRoutes } from "../platform/contract/context.ts";

export const dashboard: CapabilityRoutes = { routes: [] };
