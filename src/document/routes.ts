// Contract ↔ service of documents: reading files, keeping them, number series.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { setExternalFile } from "./service/external.ts";
import { addFile, getFile } from "./service/files.ts";

export const document: CapabilityRoutes = {
  routes: [
    implement(contract.addFile, (ctx, { params, query, body }) =>
      addFile(ctx, params.unitId, query.fileId, body),
    ),
    implement(contract.getFile, (ctx, { params }) => getFile(ctx, params.unitId, params.fileId)),
    implement(contract.setExternalFile, (ctx, { params, body }) =>
      setExternalFile(ctx, params.unitId, params.externalId, body.fileId),
    ),
  ],
};
