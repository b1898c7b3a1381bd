// Groupings beside the tree.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { day, done, id } from "../../platform/contract/shapes.ts";
import { GroupingEntry, GroupingLine, GroupingView } from "../schema/groupings.ts";

export const listGroupings = endpoint({
  id: "unit.groupings",
  method: "GET",
  path: "/api/units/:unitId/groupings",
  summary: "Groupings a union keeps beside the tree, with how many members they have that day.",
  params: z.object({ unitId: id }),
  query: z.object({ asOf: day.optional() }),
  output: z.object({ items: z.array(GroupingLine) }),
});

export const getGrouping = endpoint({
  id: "unit.grouping",
  method: "GET",
  path: "/api/units/:unitId/groupings/:groupingId",
  summary: "One grouping with its members as of a day.",
  params: z.object({ unitId: id, groupingId: id }),
  query: z.object({ asOf: day.optional() }),
  output: GroupingView,
});

export const setGrouping = endpoint({
  id: "unit.set-grouping",
  method: "PUT",
  path: "/api/units/:unitId/groupings/:groupingId",
  summary: "Make a grouping, rename it, or change its members from a day on. It grants nobody anything.",
  params: z.object({ unitId: id, groupingId: id }),
  body: GroupingEntry,
  output: done,
  problems: ["grouping-name-taken", "member-outside"],
});
