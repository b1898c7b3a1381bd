// Contract ↔ service of people.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import * as service from "./service.ts";

export const person: CapabilityRoutes = {
  routes: [
    implement(contract.listPeople, (ctx, { params, query }) => service.listPeople(ctx, params.unitId, query)),
    implement(contract.addPerson, (ctx, { params, body }) => service.addPerson(ctx, params.unitId, body)),
  ],
};
