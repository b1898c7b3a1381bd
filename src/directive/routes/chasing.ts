// Contract ↔ service of who has not answered, and reminding them.
import { implement, type Route } from "../../platform/contract/context.ts";
import * as contract from "../contract/chasing.ts";
import { listLate, viewLevels } from "../service/chasing/follow.ts";
import { viewCascade, viewPace } from "../service/chasing/picture.ts";
import { listReminders, remindUnits, seeReminder } from "../service/chasing/reminders.ts";

export const chasingRoutes: readonly Route[] = [
  implement(contract.letterLevels, (ctx, { params, query }) =>
    viewLevels(ctx, params.unitId, params.directiveId, query.at),
  ),
  implement(contract.listLate, (ctx, { params, query }) =>
    listLate(ctx, params.unitId, params.directiveId, query),
  ),
  implement(contract.letterPace, (ctx, { params }) => viewPace(ctx, params.unitId, params.directiveId)),
  implement(contract.letterCascade, (ctx, { params }) => viewCascade(ctx, params.unitId, params.directiveId)),
  implement(contract.remindUnits, (ctx, { params, body }) =>
    remindUnits(ctx, params.unitId, params.directiveId, body),
  ),
  implement(contract.listReminders, (ctx, { params, query }) => listReminders(ctx, params.unitId, query)),
  implement(contract.seeReminder, (ctx, { params }) => seeReminder(ctx, params.unitId, params.reminderId)),
];
