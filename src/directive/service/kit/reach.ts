// How many people the letter reached, by channel and by branch of the tree.
import type { Ctx } from "../../../platform/contract/context.ts";
import { cutPage } from "../../../platform/pure/page-key.ts";
import type { Reach, ReachRow } from "../../schema/kit.ts";
import { Channel } from "../../schema.ts";
import { type BranchFacts, listBranches } from "../../store/kit.ts";
import { getSeen, keyFrom, type Page } from "../read.ts";

/** As the channels are listed everywhere; those nobody used are left out. */
export const inChannelOrder = (found: readonly Reach[]): Reach[] =>
  Channel.options.flatMap((channel) => {
    const sum = found.find((facts) => facts.channel === channel);
    return sum ? [{ channel, times: sum.times, people: sum.people }] : [];
  });

/** Unions directly below, in the order of names, each with what its whole branch did. */
export async function pageReach(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  { after, limit }: Page,
): Promise<{ items: ReachRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const found = await listBranches(ctx.db, {
    rootId: directive.rootId,
    unitId,
    day: ctx.today,
    after: keyFrom(after),
    limit: limit + 1,
  });
  const { items, next } = cutPage(branches(found), limit, ({ sortKey, unitId: id }) => ({ by: sortKey, id }));
  return {
    items: items.map(({ unitId: id, name, shortName, channels }) => ({
      unit: { id, name, shortName },
      reach: inChannelOrder(channels),
      people: channels.reduce((sum, { people }) => sum + people, 0),
    })),
    next,
  };
}

/** One entry a unit, in the order they came. */
function branches(found: readonly BranchFacts[]) {
  const byUnit = new Map<string, BranchFacts & { readonly channels: Reach[] }>();
  for (const facts of found) {
    const branch = byUnit.get(facts.unitId) ?? { ...facts, channels: [] };
    byUnit.set(facts.unitId, branch);
    const { channel, times, people } = facts;
    if (channel !== null) branch.channels.push({ channel, times, people });
  }
  return [...byUnit.values()];
}
