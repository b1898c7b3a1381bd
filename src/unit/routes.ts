// Contract ↔ service of the tree. Names of units are no secret among the signed-in.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import { getUnit, listChildren, listFacilities, searchUnits } from "./contract.ts";
import { facilities, pageChildren, searchUnder, viewUnit } from "./service.ts";

export const unit: CapabilityRoutes = {
  routes: [
    implement(getUnit, (ctx, { params, query }) => viewUnit(ctx, params.unitId, query.asOf)),
    implement(listChildren, (ctx, { params, query }) => pageChildren(ctx, params.unitId, query)),
    implement(searchUnits, async (ctx, { params, query }) => ({
      items: await searchUnder(ctx, params.unitId, query.words, query.asOf),
    })),
    implement(listFacilities, async (ctx) => ({ items: await facilities(ctx) })),
  ],
};
