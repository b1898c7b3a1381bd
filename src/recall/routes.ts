// Contract ↔ service of asking again and thanking, and the pages behind personal links.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as thanks from "./contract/thanks.ts";
import * as contract from "./contract.ts";
import { invitationPage } from "./pages/invitation.ts";
import { goneThanks, thanksPage, tipsPage } from "./pages/thanks.ts";
import { answerInvitation, openInvitation } from "./service/answering.ts";
import { inviteAgain, listCalls, markTold, previewRecall, stopInviting } from "./service/rounds.ts";
import { getThanks, openThanks, openThanksLetter, printThanks } from "./service/thanks.ts";

export const recall: CapabilityRoutes = {
  routes: [
    implement(contract.previewRecall, (ctx, { params, query }) =>
      previewRecall(ctx, params.unitId, params.driveId, query),
    ),
    implement(contract.inviteAgain, (ctx, { params, body }) =>
      inviteAgain(ctx, params.unitId, params.driveId, body),
    ),
    implement(contract.stopInviting, (ctx, { params }) => stopInviting(ctx, params.unitId, params.roundId)),
    implement(contract.listCalls, (ctx, { params, query }) =>
      listCalls(ctx, params.unitId, params.driveId, query),
    ),
    implement(contract.markTold, (ctx, { params }) => markTold(ctx, params.unitId, params.invitationId)),
    implement(contract.openInvitation, async (ctx, { params }) =>
      invitationPage(ctx, await openInvitation(ctx, params.token)),
    ),
    implement(contract.answerInvitation, async (ctx, { params, body }) =>
      invitationPage(ctx, await answerInvitation(ctx, params.token, body)),
    ),
    implement(thanks.getThanks, (ctx, { params }) => getThanks(ctx, params.unitId, params.driveId)),
    implement(thanks.printThanks, (ctx, { params, query }) =>
      printThanks(ctx, params.unitId, params.driveId, query.part),
    ),
    implement(thanks.openThanks, async (ctx, { params }) =>
      thanksPage(ctx, await openThanks(ctx, params.token), `/cam-on/${params.token}/thu.pdf`),
    ),
    implement(
      thanks.getThanksLetter,
      async (ctx, { params }) => (await openThanksLetter(ctx, params.token)) ?? goneThanks(ctx),
    ),
    implement(thanks.openTips, async (ctx) => tipsPage(ctx)),
  ],
};
