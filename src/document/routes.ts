// Contract ↔ service of documents: reading files, keeping them, number series.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { setExternalFile } from "./service/external.ts";
import { readLetterFile } from "./service/files/read-letter.ts";
import { addFile, getFile } from "./service/files.ts";
import { listSeries, moveSeries } from "./service/series.ts";

export const document: CapabilityRoutes = {
  routes: [
    implement(contract.readFile, (ctx, { body }) => readLetterFile(ctx, body)),
    implement(contract.addFile, (ctx, { params, query, body }) =>
      addFile(ctx, params.unitId, query.fileId, body),
    ),
    implement(contract.getFile, (ctx, { params }) => getFile(ctx, params.unitId, params.fileId)),
    implement(contract.setExternalFile, (ctx, { params, body }) =>
      setExternalFile(ctx, params.unitId, params.externalId, body.fileId),
    ),
    implement(contract.listSeries, (ctx, { params }) => listSeries(ctx, params.unitId)),
    implement(contract.moveSeries, (ctx, { params, body }) => moveSeries(ctx, params.unitId, body)),
  ],
};
