// Side: union. Units ranked by rate, and totals of groupings beside the tree.
import { z } from "zod";
import { count, day, id, UnitRef } from "../../platform/contract/shapes.ts";
import { GroupingKind } from "../../unit/schema/groupings.ts";
import { OverviewTotals } from "../schema.ts";

/** Which units are ranked: unions directly below, or all grassroots unions anywhere below. */
export const LEAGUE_LEVELS = ["children", "grassroots"] as const;
export const LeagueLevel = z.enum(LEAGUE_LEVELS);
export type LeagueLevel = z.output<typeof LeagueLevel>;

/** Ranked by units of blood per 100 members, by percentage of the target, or by change since the last edition. */
export const LEAGUE_ORDERS = ["rate", "target", "improved"] as const;
export const LeagueOrder = z.enum(LEAGUE_ORDERS);
export type LeagueOrder = z.output<typeof LeagueOrder>;

/** Hundredths of units of blood per 100 members: 1250 = 12,5. */
const rate = z.number().int();

export const LeagueRow = z.object({
  unit: UnitRef,
  /** The unit directly above it that day. */
  parent: UnitRef.nullable(),
  /** Equal values share a place; null where the order asked has no value for it. */
  place: z.number().int().nullable(),
  /** People known as members in its subtree that day, each once; 0: not known. */
  members: count,
  unitsHundredths: z.number().int(),
  donated: z.number().int(),
  /** As counted, and drawn toward the level's mean the fewer the members; null without members. */
  raw: rate.nullable(),
  adjusted: rate.nullable(),
  /** Assigned, or else own. */
  target: count.nullable(),
  percentTenths: z.number().int().nullable(),
  /** The whole last edition, counted for the unit as of the day; null without an edition before this. */
  lastHundredths: z.number().int().nullable(),
  /** Of the adjusted rate against the last edition; null where there is too little to compare. */
  change: rate.nullable(),
});
export type LeagueRow = z.output<typeof LeagueRow>;

export const League = z.object({
  asOf: day,
  level: LeagueLevel,
  by: LeagueOrder,
  /** So many units stand below that their grassroots unions are not ranked together: then there are no items. */
  tooWide: z.boolean(),
  /** All together, per 100 members, and how many members' worth it weighs; null where nobody is known as a member. */
  mean: z.object({ rate, weight: z.number() }).nullable(),
  /** The edition before this of the same programme, led by the same union. */
  last: z.object({ id, name: z.string(), year: z.number().int() }).nullable(),
  /** Said of units without a place. */
  withoutPlace: count,
  total: count,
  items: z.array(LeagueRow),
  next: z.string().nullable(),
});
export type League = z.output<typeof League>;

export const GroupingTotals = z.object({
  id,
  kind: GroupingKind,
  name: z.string(),
  /** Units that stand that day below the union that keeps the grouping. */
  members: count,
  /** Of the members, those directly below the keeper: the tiles of its map. */
  directIds: z.array(id),
  /** What the members were assigned, one inside another counted once; null where none was. */
  assigned: count.nullable(),
  /** Of the members' subtrees, each unit once. Beside the tree: never to be added to it. */
  totals: OverviewTotals,
});
export type GroupingTotals = z.output<typeof GroupingTotals>;
