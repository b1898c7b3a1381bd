// Those below in a split, page by page, with what each of them weighs.
import type { Ctx } from "../../platform/contract/context.ts";
import { invalidInput } from "../../platform/contract/problem.ts";
import { readKey, writeKey } from "../../platform/pure/page-key.ts";
import type { TargetChild } from "../schema.ts";
import { type Child, type ChildKey, listChildren } from "../store/children.ts";
import { listWeights, type Weighing } from "../store/weights.ts";
import type { Of } from "../store.ts";

/** So many at once, also with a number: `TargetView` has the first of them. */
export const PAGE = 400;

export interface PageAsked {
  /** The split shown; 0 for none. */
  readonly version: number;
  readonly day: string;
  readonly live: boolean;
  readonly lastCampaignId: string | null;
  readonly after: ChildKey | undefined;
  readonly limit: number;
}

export interface ChildPage {
  readonly items: TargetChild[];
  readonly next: string | null;
  /** How many there are in all. */
  readonly all: number;
}

export async function childPage(ctx: Ctx, of: Of, asked: PageAsked): Promise<ChildPage> {
  const { day, live, lastCampaignId, after, limit } = asked;
  const shown = { day, asOf: live ? null : day, page: { after, limit: limit + 1 } };
  const found = await listChildren(ctx.db, of, asked.version, shown);
  const children = found.slice(0, limit);
  const weights = await weightsOf(ctx, children, { measure: of.measure, day, lastCampaignId });
  const last = children.at(-1);
  return {
    items: children.map(({ unitId, name, shortName, ...child }) => ({
      unit: { id: unitId, name, shortName },
      value: child.value,
      own: child.own,
      ...weights(unitId),
      heldElsewhere: child.heldElsewhere,
      asked: live ? child.asked : null,
    })),
    next: found.length > limit && last !== undefined ? keyOf(asked.version, last) : null,
    all: found[0]?.all ?? 0,
  };
}

/** What each of `children` weighs in a split. */
export async function weightsOf(
  ctx: Ctx,
  children: readonly Child[],
  weighing: Weighing,
): Promise<(unitId: string) => Pick<TargetChild, "members" | "lastResultHundredths">> {
  const listed = await listWeights(ctx.db, children, weighing);
  const weights = new Map(
    listed.map(({ unitId, members, lastResultHundredths }) => [unitId, { members, lastResultHundredths }]),
  );
  return (unitId) => weights.get(unitId) ?? { members: 0, lastResultHundredths: null };
}

const KEY = /^\d{1,9}:[12]:/;
const keyOf = (version: number, { reached, sortKey, unitId }: Child): string =>
  writeKey({ by: `${version}:${reached}:${sortKey}`, id: unitId });

/** Throws invalid-input for what no page ended with. */
export function childKey(key: string): ChildKey & { readonly version: number } {
  const read = readKey(key, KEY);
  if (read === undefined) throw invalidInput("after", "page-key");
  const [version = "", reached = "", ...sortKey] = read.by.split(":");
  return {
    version: Number(version),
    reached: Number(reached),
    sortKey: sortKey.join(":"),
    unitId: read.id,
  };
}
