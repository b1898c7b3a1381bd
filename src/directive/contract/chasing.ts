// Chasing: levels, late units, pace and picture of a letter as of any moment; reminders.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, instant, page, pageQuery } from "../../platform/contract/shapes.ts";
import { UnitKind } from "../../unit/schema.ts";
import { Cascade, LateRow, LateWhat, LevelRow, Pace, ReminderView } from "../schema/chasing.ts";

const ofUnit = z.object({ unitId: id, directiveId: id });
/** Absent: now. */
const asOf = z.object({ at: instant.optional() });

export const letterLevels = endpoint({
  id: "directive.levels",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/levels",
  reads: "recent",
  summary: "How far an order got at each level below a unit, as of a moment, through all its re-issues.",
  params: ofUnit,
  query: asOf,
  output: z.object({ at: instant, levels: z.array(LevelRow) }),
});

export const listLate = endpoint({
  id: "directive.late",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/late",
  summary: "Receipts and duties past their day below a unit, as of a moment; longest overdue first.",
  params: ofUnit,
  query: pageQuery.extend({ at: instant.optional(), kind: UnitKind.optional(), what: LateWhat.optional() }),
  output: page(LateRow).extend({ at: instant, total: z.number().int() }),
});

export const letterPace = endpoint({
  id: "directive.pace",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/pace",
  reads: "recent",
  summary: "How fast an order went down to the last group: cumulative counts over time.",
  params: ofUnit,
  output: Pace,
});

export const letterCascade = endpoint({
  id: "directive.cascade",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/cascade",
  reads: "recent",
  summary:
    "The tree the order went down, each unit with its moments; at most 2,000 units, wider levels summed up.",
  params: ofUnit,
  output: Cascade,
});

export const remindUnits = endpoint({
  id: "directive.remind",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/reminders",
  summary: "Remind (đôn đốc) units below; a unit is reminded once a day at most, by whomever.",
  params: ofUnit,
  body: z.object({ id, unitIds: z.array(id).min(1).max(500) }),
  output: z.object({ id, reminded: z.number().int(), alreadyToday: z.number().int() }),
  problems: ["recipient-outside-subtree"],
});

export const listReminders = endpoint({
  id: "directive.reminders",
  method: "GET",
  path: "/api/units/:unitId/reminders",
  summary: "Reminders a unit got, latest first.",
  params: z.object({ unitId: id }),
  query: pageQuery,
  output: page(ReminderView),
});

export const seeReminder = endpoint({
  id: "directive.see-reminder",
  method: "POST",
  path: "/api/units/:unitId/reminders/:reminderId/seen",
  summary: "Say that a reminder was looked at.",
  params: z.object({ unitId: id, reminderId: id }),
  output: done,
});
