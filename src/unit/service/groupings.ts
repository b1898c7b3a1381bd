// Groupings beside the tree: who is in them from which day. They grant nobody anything.
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import {
  type GroupingEntry,
  type GroupingLine,
  type GroupingView,
  groupingProblem,
} from "../schema/groupings.ts";
import {
  countMembersBelow,
  findGrouping,
  listGroupingRows,
  listMembers,
  setMembers,
  upsertGrouping,
} from "../store/groupings.ts";
import { findNode } from "../store.ts";

export const groupingsOf = (ctx: Ctx, unitId: string, asOf = ctx.today): Promise<GroupingLine[]> =>
  listGroupingRows(ctx.db, unitId, asOf);

export async function viewGrouping(
  ctx: Ctx,
  unitId: string,
  groupingId: string,
  asOf = ctx.today,
): Promise<GroupingView> {
  const found = await findGrouping(ctx.db, groupingId);
  if (found === undefined || found.unitId !== unitId) throw notFound("grouping");
  const units = await listMembers(ctx.db, groupingId, asOf);
  return {
    id: found.id,
    kind: found.kind,
    name: found.name,
    members: units.length,
    asOf,
    units,
    allowedActions: (await ctx.may("unit.set-grouping", { unit: unitId })) ? ["unit.set-grouping"] : [],
  };
}

/** Members must stand below the union on the day. Throws member-outside, grouping-name-taken (by its constraint). */
export async function setGrouping(
  ctx: WriteCtx,
  unitId: string,
  groupingId: string,
  { kind, name, from, memberIds }: GroupingEntry,
): Promise<void> {
  const found = await findGrouping(ctx.tx, groupingId);
  if (found !== undefined && found.unitId !== unitId) throw notFound("grouping");
  const top = await findNode(ctx.tx, unitId, from);
  const members = [...new Set(memberIds)];
  const below = top === undefined ? 0 : await countMembersBelow(ctx.tx, top.path, unitId, members, from);
  if (below !== members.length) throw groupingProblem("member-outside");
  await upsertGrouping(ctx.tx, { id: groupingId, unitId, kind, name }, ctx.now);
  await setMembers(ctx.tx, groupingId, members, from);
  await ctx.audit({
    subject: { kind: "grouping", id: groupingId },
    unitId,
    detail: { members: members.length, from },
  });
}
