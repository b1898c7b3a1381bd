// Contract ↔ service of one order as many letters.
import { implement, type Route } from "../../platform/contract/context.ts";
import * as contract from "../contract/family.ts";
import { attachFile } from "../service/letters/attach.ts";
import { compareLetter, listReissues } from "../service/letters/changes.ts";
import { letterDocx } from "../service/letters/paper.ts";
import { recallLetter } from "../service/letters/recall.ts";
import { suggestLetter } from "../service/letters/suggest.ts";

export const familyRoutes: readonly Route[] = [
  implement(contract.suggestLetter, (ctx, { params, query }) =>
    suggestLetter(ctx, params.unitId, params.directiveId, query.as),
  ),
  implement(contract.listReissues, (ctx, { params, query }) =>
    listReissues(ctx, params.unitId, params.directiveId, query),
  ),
  implement(contract.compareLetter, (ctx, { params }) =>
    compareLetter(ctx, params.unitId, params.directiveId),
  ),
  implement(contract.recallLetter, (ctx, { params, body }) =>
    recallLetter(ctx, params.unitId, params.directiveId, body.reason),
  ),
  implement(contract.letterDocx, (ctx, { params }) => letterDocx(ctx, params.unitId, params.directiveId)),
  implement(contract.attachFile, (ctx, { params, body }) =>
    attachFile(ctx, params.unitId, params.directiveId, body),
  ),
];
