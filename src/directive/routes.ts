// Contract ↔ service of letters that order.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { chasingRoutes } from "./routes/chasing.ts";
import { familyRoutes } from "./routes/family.ts";
import { kitRoutes } from "./routes/kit.ts";
import * as answer from "./service/answer.ts";
import { resolveAddressees } from "./service/letters/addressees.ts";
import { draftDirective } from "./service/letters/draft.ts";
import { issueDirective } from "./service/letters/issue.ts";
import { viewDirective } from "./service/letters/view.ts";
import * as read from "./service/read.ts";
import { reminderText } from "./service/reminder.ts";
import * as tasks from "./service.ts";

export const directive: CapabilityRoutes = {
  routes: [
    implement(contract.resolveAddressees, (ctx, { params, body }) =>
      resolveAddressees(ctx, params.unitId, body.addressees, body.asOf),
    ),
    implement(contract.draftDirective, (ctx, { params, body }) => draftDirective(ctx, params.unitId, body)),
    implement(contract.issueDirective, (ctx, { params }) =>
      issueDirective(ctx, params.unitId, params.directiveId),
    ),
    implement(contract.listDirectives, (ctx, { params, query }) =>
      read.listDirectives(ctx, params.unitId, query),
    ),
    implement(contract.getDirective, (ctx, { params }) =>
      viewDirective(ctx, params.unitId, params.directiveId),
    ),
    implement(contract.receiveDirective, (ctx, { params, body }) =>
      answer.receiveDirective(ctx, params.unitId, params.directiveId, body.note),
    ),
    implement(contract.recordDissemination, (ctx, { params, body }) =>
      answer.recordDissemination(ctx, params.unitId, params.directiveId, body),
    ),
    implement(contract.passOn, (ctx, { params }) => answer.passOn(ctx, params.unitId, params.directiveId)),
    implement(contract.listReceipts, (ctx, { params, query }) =>
      read.listReceipts(ctx, params.unitId, params.directiveId, query),
    ),
    implement(contract.listTasks, (ctx, { params, query }) =>
      tasks.listTasks(ctx, params.unitId, query.settled),
    ),
    implement(contract.settleTask, (ctx, { params, body }) =>
      tasks.settleTask(ctx, params.unitId, params.taskId, body.note),
    ),
    implement(contract.reopenTask, (ctx, { params }) => tasks.reopenTask(ctx, params.unitId, params.taskId)),
    implement(contract.reminderText, (ctx, { params }) =>
      reminderText(ctx, params.unitId, params.directiveId),
    ),
    ...familyRoutes,
    ...chasingRoutes,
    ...kitRoutes,
  ],
  constraints: {
    directive_changed_once: { code: "already-changed", status: 409 },
    attachment_signed_once: { code: "signed-already", status: 409 },
  },
};
