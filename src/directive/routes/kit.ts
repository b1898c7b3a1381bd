// Contract ↔ service of the propaganda kit, of evidence and files to look at, and of Việc cần làm on paper.
import { implement, type Route } from "../../platform/contract/context.ts";
import * as family from "../contract/family.ts";
import * as contract from "../contract/kit.ts";
import { kitPage } from "../pages/kit-page.ts";
import { addEvidence, letterFileOf, readEvidence, removeEvidence } from "../service/evidence.ts";
import { printPoster, publishKit, viewKit } from "../service/kit/kit.ts";
import { openKitPage } from "../service/kit/page.ts";
import { pageReach } from "../service/kit/reach.ts";
import { printTaskSheet } from "../service/kit/task-sheet.ts";

export const kitRoutes: readonly Route[] = [
  implement(contract.getKit, (ctx, { params, query }) =>
    viewKit(ctx, params.unitId, params.directiveId, query.version),
  ),
  implement(contract.publishKit, (ctx, { params, body }) =>
    publishKit(ctx, params.unitId, params.directiveId, body),
  ),
  implement(contract.kitPoster, (ctx, { params, query }) =>
    printPoster(ctx, params.unitId, params.directiveId, query.size),
  ),
  implement(contract.kitPage, async (ctx, { params }) => kitPage(ctx, await openKitPage(ctx, params.code))),
  implement(contract.listReach, (ctx, { params, query }) =>
    pageReach(ctx, params.unitId, params.directiveId, query),
  ),
  implement(family.letterFile, (ctx, { params }) =>
    letterFileOf(ctx, params.unitId, params.directiveId, params.fileId),
  ),
  implement(family.addEvidence, (ctx, { params, query, body }) =>
    addEvidence(ctx, { ...params, fileId: query.fileId }, body),
  ),
  implement(family.removeEvidence, (ctx, { params }) => removeEvidence(ctx, params)),
  implement(family.getEvidence, (ctx, { params }) => readEvidence(ctx, params)),
  implement(family.taskSheet, (ctx, { params }) => printTaskSheet(ctx, params.unitId)),
];
