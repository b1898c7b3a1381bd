// Contract ↔ service of documents: reading files, keeping them, number series.
import type { CapabilityRoutes } from "../platform/contract/context.ts";

export const document: CapabilityRoutes = { routes: [] };
