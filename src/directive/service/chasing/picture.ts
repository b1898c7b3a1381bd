// How an order went down: the curve over time, and the tree it filled.
import type { Ctx } from "../../../platform/contract/context.ts";
import { unitRefs } from "../../../unit/service.ts";
import type { Cascade, CascadeNode, Pace } from "../../schema/chasing.ts";
import { findTopNode, listNodes, type NodeFacts, sumDeeper, walkDown } from "../../store/chasing/cascade.ts";
import { findPace } from "../../store/chasing/pace.ts";
import { follow, refIn } from "./follow.ts";

const HOUR_MS = 3_600_000;

export async function viewPace(ctx: Ctx, unitId: string, directiveId: string): Promise<Pace> {
  await ctx.allow({ unit: unitId });
  const asOf = await follow(ctx, unitId, directiveId);
  const { facts, points } = await findPace(ctx.db, asOf);
  const hours = (at: string | null): number | null =>
    at === null ? null : (Date.parse(at) - Date.parse(asOf.issuedAt)) / HOUR_MS;
  const refs = await unitRefs(ctx.db, facts.lastUnitId === null ? [] : [facts.lastUnitId], asOf.day);
  return {
    units: facts.units,
    points: [...points],
    hoursToHalf: hours(facts.halfAt),
    hoursToNinety: hours(facts.ninetyAt),
    hoursToAll: hours(facts.allAt),
    last:
      facts.lastUnitId === null || facts.lastAt === null
        ? null
        : { unit: refIn(refs, facts.lastUnitId), at: facts.lastAt },
  };
}

/** More could not be told apart on a screen, and would be slow on a phone. */
const MOST_NODES = 2000;
const MOST_QUANTILES = 40;

const asNode = (
  { no: _no, ...facts }: NodeFacts,
  parentId: string | null,
  below: CascadeNode["below"],
): CascadeNode => ({ ...facts, parentId, below });

export async function viewCascade(ctx: Ctx, unitId: string, directiveId: string): Promise<Cascade> {
  await ctx.allow({ unit: unitId });
  const asOf = await follow(ctx, unitId, directiveId);
  const walked = await walkDown(ctx.db, asOf, MOST_NODES);
  const top = await findTopNode(ctx.db, asOf);
  const nodes = walked.ids.length > 0 ? await listNodes(ctx.db, asOf, walked.ids) : [];
  // A unit's own number is the last of its path, which ends with a dot.
  const place = asOf.top.path.split(".").length - 1 + walked.levels;
  const sums = walked.hides
    ? await sumDeeper(ctx.db, asOf, { last: walked.last, place, most: MOST_QUANTILES })
    : [];
  const belowOf = new Map(sums.map(({ no, units, receivedAt }) => [no, { units, receivedAt }]));
  const shown = new Set([unitId, ...nodes.map(({ id }) => id)]);
  return {
    issuedAt: asOf.issuedAt,
    now: asOf.at,
    nodes: [
      ...(top === undefined ? [] : [asNode(top, null, belowOf.get(top.no) ?? null)]),
      // A union whose parent is no union stands under the asking unit.
      ...nodes.map((node) =>
        asNode(
          node,
          node.parentId !== null && shown.has(node.parentId) ? node.parentId : unitId,
          belowOf.get(node.no) ?? null,
        ),
      ),
    ],
  };
}
