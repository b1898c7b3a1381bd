// Contract ↔ service of the tree and of decisions about it. Names of units are no secret among the signed-in.
import { type CapabilityRoutes, type Ctx, implement } from "../platform/contract/context.ts";
import {
  applyDecision as applyContract,
  approveDecision as approveContract,
  draftDecision,
  dropDecision,
  dryRunDecision,
  getDecision,
  unitHistory as historyContract,
  listChanged,
  listDecisions,
  reopenDecision as reopenContract,
  undoDecision as undoContract,
} from "./contract/acts.ts";
import { getGrouping, listGroupings, setGrouping as setGroupingContract } from "./contract/groupings.ts";
import { getUnit, listAreas, listChildren, listFacilities, searchUnits } from "./contract.ts";
import { applyDecision, undoDecision } from "./service/applying.ts";
import {
  approveDecision,
  dropDraft,
  pageChanged,
  pageDecisions,
  reopenDecision,
  runDry,
  viewDecision,
  writeDraft,
} from "./service/deciding.ts";
import { groupingsOf, setGrouping, viewGrouping } from "./service/groupings.ts";
import { standingFor, unitHistory } from "./service/history.ts";
import type { Participant } from "./service/participant.ts";
import { areas, facilities, pageChildren, searchUnder, viewUnit } from "./service.ts";

/** Authority over what a union decided is asked where it stands today, or at its heir. */
const allowAt = async (ctx: Ctx, unitId: string): Promise<void> =>
  ctx.allow({ unit: await standingFor(ctx.db, unitId, ctx.today) });

/** `participants`: who holds something of units, in the order they hand over. */
export const unitRoutes = (participants: readonly Participant[]): CapabilityRoutes => ({
  routes: [
    implement(getUnit, (ctx, { params, query }) => viewUnit(ctx, params.unitId, query.asOf)),
    implement(listChildren, (ctx, { params, query }) => pageChildren(ctx, params.unitId, query)),
    implement(searchUnits, async (ctx, { params, query }) => ({
      items: await searchUnder(ctx, params.unitId, query.words, query.asOf),
    })),
    implement(listFacilities, async (ctx) => ({ items: await facilities(ctx) })),
    implement(listAreas, async (ctx, { query }) => ({ items: await areas(ctx, query.words, query.asOf) })),
    implement(historyContract, (ctx, { params }) => unitHistory(ctx.db, params.unitId, ctx.today)),

    implement(listDecisions, async (ctx, { params, query }) => {
      await allowAt(ctx, params.unitId);
      return pageDecisions(ctx, params.unitId, query);
    }),
    implement(getDecision, async (ctx, { params }) => {
      await allowAt(ctx, params.unitId);
      return viewDecision(ctx, params.unitId, params.decisionId);
    }),
    implement(listChanged, async (ctx, { params, query }) => {
      await allowAt(ctx, params.unitId);
      return pageChanged(ctx, params.unitId, params.decisionId, query);
    }),
    implement(draftDecision, async (ctx, { params, body }) => {
      await ctx.allow({ unit: params.unitId });
      await writeDraft(ctx, params.unitId, params.decisionId, body);
      return { id: params.decisionId };
    }),
    implement(dropDecision, async (ctx, { params }) => {
      await ctx.allow({ unit: params.unitId });
      await dropDraft(ctx, params.unitId, params.decisionId);
      return { id: params.decisionId };
    }),
    implement(dryRunDecision, async (ctx, { params }) => {
      await ctx.allow({ unit: params.unitId });
      return runDry(ctx, params.unitId, params.decisionId, participants);
    }),
    implement(approveContract, async (ctx, { params, body }) => {
      await ctx.allow({ unit: params.unitId });
      await approveDecision(ctx, params.unitId, params.decisionId, body.seal, participants);
      return { id: params.decisionId };
    }),
    implement(reopenContract, async (ctx, { params }) => {
      await ctx.allow({ unit: params.unitId });
      await reopenDecision(ctx, params.unitId, params.decisionId);
      return { id: params.decisionId };
    }),
    implement(applyContract, async (ctx, { params }) => {
      await ctx.allow({ unit: params.unitId });
      await applyDecision(ctx, params.unitId, params.decisionId, participants);
      return { id: params.decisionId };
    }),
    implement(undoContract, async (ctx, { params, body }) => {
      await ctx.allow({ unit: params.unitId });
      await undoDecision(ctx, params.unitId, params.decisionId, body.reason, participants);
      return { id: params.decisionId };
    }),

    implement(listGroupings, async (ctx, { params, query }) => {
      await allowAt(ctx, params.unitId);
      return { items: await groupingsOf(ctx, params.unitId, query.asOf) };
    }),
    implement(getGrouping, async (ctx, { params, query }) => {
      await allowAt(ctx, params.unitId);
      return viewGrouping(ctx, params.unitId, params.groupingId, query.asOf);
    }),
    implement(setGroupingContract, async (ctx, { params, body }) => {
      await ctx.allow({ unit: params.unitId });
      await setGrouping(ctx, params.unitId, params.groupingId, body);
      return { id: params.groupingId };
    }),
  ],
  constraints: {
    decision_stays: { code: "decision-not-draft", status: 409 },
    decision_file_id_fkey: { code: "not-found", status: 404 },
    grouping_name: { code: "grouping-name-taken", status: 409 },
  },
});
