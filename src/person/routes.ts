// Contract ↔ service of people.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as duplicates from "./contract/duplicates.ts";
import * as entry from "./contract/entry.ts";
import * as importing from "./contract/importing.ts";
import * as requests from "./contract/requests.ts";
import * as contract from "./contract.ts";
import { judgeAlike, listAlike, undoMerge } from "./service/duplicates.ts";
import { changePerson, endAffiliation, getPerson } from "./service/entry.ts";
import type { PersonHolder } from "./service/holder.ts";
import { previewImport } from "./service/importing/preview.ts";
import { listImports, takeImport, undoImport, viewImport } from "./service/importing/take.ts";
import { acknowledgeRequest, endRequest, getRequestData, listRequests } from "./service/requests.ts";
import * as service from "./service.ts";

/** `holders`: the capabilities that hold something of a person. */
export const personRoutes = (holders: readonly PersonHolder[]): CapabilityRoutes => ({
  routes: [
    implement(contract.listPeople, (ctx, { params, query }) => service.listPeople(ctx, params.unitId, query)),
    implement(contract.addPerson, (ctx, { params, body }) => service.addPerson(ctx, params.unitId, body)),
    implement(entry.getPerson, (ctx, { params }) => getPerson(ctx, params.unitId, params.personId)),
    implement(entry.changePerson, (ctx, { params, body }) =>
      changePerson(ctx, params.unitId, params.personId, body),
    ),
    implement(entry.endAffiliation, (ctx, { params, body }) =>
      endAffiliation(ctx, params.unitId, params.personId, body),
    ),
    implement(importing.previewImport, (ctx, { params, query, body }) =>
      previewImport(ctx, params.unitId, body, query.fonts),
    ),
    implement(importing.takeImport, (ctx, { params, body }) => takeImport(ctx, params.unitId, body)),
    implement(importing.listImports, async (ctx, { params }) => ({
      items: await listImports(ctx, params.unitId),
    })),
    implement(importing.getImport, (ctx, { params }) =>
      viewImport(ctx, params.unitId, params.importId, holders),
    ),
    implement(importing.undoImport, (ctx, { params }) =>
      undoImport(ctx, params.unitId, params.importId, holders),
    ),
    implement(duplicates.listAlike, (ctx, { params, query }) => listAlike(ctx, params.unitId, query.after)),
    implement(duplicates.judgeAlike, (ctx, { params, body }) => judgeAlike(ctx, params.unitId, body)),
    implement(duplicates.undoMerge, (ctx, { params }) => undoMerge(ctx, params.unitId, params.mergeId)),
    implement(requests.listRequests, (ctx, { params, query }) => listRequests(ctx, params.unitId, query)),
    implement(requests.acknowledgeRequest, (ctx, { params }) =>
      acknowledgeRequest(ctx, params.unitId, params.requestId),
    ),
    implement(requests.getRequestData, (ctx, { params }) =>
      getRequestData(ctx, params.unitId, params.requestId, holders),
    ),
    implement(requests.endRequest, (ctx, { params, body }) =>
      endRequest(ctx, params.unitId, params.requestId, body, holders),
    ),
  ],
  constraints: {
    same_as_running: { code: "merged-since", status: 409 },
  },
});
