// Side: union. Groupings beside the tree: a sector, a territory, a former district. Totals, never authority.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, day, id, line, UnitRef } from "../../platform/contract/shapes.ts";

export const GROUPING_KINDS = ["sector", "territory", "former-district", "other"] as const;
export const GroupingKind = z.enum(GROUPING_KINDS);
export type GroupingKind = z.output<typeof GroupingKind>;

export const GroupingEntry = z.object({
  kind: GroupingKind,
  name: line(200),
  /** From this day on exactly these are members. */
  from: day,
  memberIds: z.array(id).max(5000),
});
export type GroupingEntry = z.output<typeof GroupingEntry>;

export const GroupingLine = z.object({
  id,
  kind: GroupingKind,
  name: z.string(),
  members: z.number().int(),
});
export type GroupingLine = z.output<typeof GroupingLine>;

export const GroupingView = GroupingLine.extend({
  asOf: day,
  units: z.array(UnitRef),
  allowedActions,
});
export type GroupingView = z.output<typeof GroupingView>;

export const groupingProblem = problems({ "grouping-name-taken": 409, "member-outside": 422 });
