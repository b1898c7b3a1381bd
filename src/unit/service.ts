// Use cases of the tree. Reading is always as of a day; today where nobody says otherwise.
import type { Ctx } from "../platform/contract/context.ts";
import { invalidInput, notFound } from "../platform/contract/problem.ts";
import type { UnitRef } from "../platform/contract/shapes.ts";
import type { Db, Tx } from "../platform/db/sql.ts";
import { cutPage, readKey } from "../platform/pure/page-key.ts";
import { searchKey, titleSortKey, toNfc } from "../platform/pure/text-vi.ts";
import { wordsOf } from "../platform/pure/words.ts";
import { numbersOf } from "./rules/path.ts";
import type { Area, Letterhead, UnitNode, UnitOpening, UnitView } from "./schema.ts";
import { listGroupingsOf } from "./store/groupings.ts";
import { listAreasOf, searchAreas } from "./store/tree.ts";
import {
  findLetterhead,
  findNode,
  insertUnit,
  listAncestorIds,
  listAncestry,
  listChildNodes,
  listEndedFor,
  listNodesOfSide,
  listRefs,
  type PlacedNode,
  searchNodes,
  type Ways,
} from "./store.ts";

const MOST_FOUND = 20;
/** Levels of a nation: the confederation, provinces, communes, grassroots unions, sections, groups; and some to spare. */
export const DEEPEST = 8;

/** Ids of the unit and of all units above it on `day`: how far a grant reaches. */
export const ancestorsOf = (db: Db, unitId: string, day: string): Promise<readonly string[]> =>
  listAncestorIds(db, unitId, day);

/** Units that ended and for which one of `unitIds` stands on `day`: what they led goes on with it. */
export const endedFor = (db: Db, unitIds: readonly string[], day: string): Promise<readonly string[]> =>
  listEndedFor(db, unitIds, day);

/** The unit as it stood on `day`; throws not-found where it did not stand. */
export async function getUnitNode(db: Db, unitId: string, day: string): Promise<PlacedNode> {
  const found = await findNode(db, unitId, day);
  if (found === undefined) throw notFound("unit");
  return found;
}

/** Names for showing, by id; units that do not stand on `day` are absent. */
export async function unitRefs(db: Db, ids: readonly string[], day: string): Promise<Map<string, UnitRef>> {
  if (ids.length === 0) return new Map();
  const found = await listRefs(db, [...new Set(ids)], day);
  return new Map(found.map((ref) => [ref.id, ref]));
}

/** What stands at the head of the unit's papers on `day`; throws not-found. */
export async function letterheadOf(db: Db, unitId: string, day: string): Promise<Letterhead> {
  const found = await findLetterhead(db, unitId, day);
  if (found === undefined) throw notFound("unit");
  return found;
}

export async function viewUnit(ctx: Ctx, unitId: string, asOf = ctx.today): Promise<UnitView> {
  const ancestry = await listAncestry(ctx.db, unitId, asOf);
  const self = ancestry.at(-1);
  if (self === undefined) throw notFound("unit");
  const groupings = await listGroupingsOf(ctx.db, unitId, asOf);
  return {
    asOf,
    unit: asNode(self),
    path: ancestry.slice(0, -1).map(asNode),
    areas: await listAreasOf(ctx.db, unitId, asOf),
    groupings: groupings.map(({ id, unitId: keeper, name }) => ({ id, unitId: keeper, name })),
  };
}

export async function pageChildren(
  ctx: Ctx,
  unitId: string,
  {
    asOf = ctx.today,
    after,
    limit,
  }: { asOf?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: UnitNode[]; next: string | null }> {
  const key = after === undefined ? undefined : readKey(after);
  if (after !== undefined && key === undefined) throw invalidInput("after", "page-key");
  const found = await listChildNodes(ctx.db, unitId, asOf, key && [key.by, key.id], limit + 1);
  const { items, next } = cutPage(found, limit, ({ sortKey, id }) => ({ by: sortKey, id }));
  return { items: items.map(asNode), next };
}

export async function searchUnder(
  ctx: Ctx,
  unitId: string,
  words: string,
  asOf = ctx.today,
): Promise<UnitNode[]> {
  const top = await getUnitNode(ctx.db, unitId, asOf);
  return (await searchBelow(ctx.db, top, { words, day: asOf, limit: MOST_FOUND })).map(asNode);
}

/**
 * The unit and units below it on `day` whose names have all the words, in any order, the last one perhaps not typed to
 * its end; nearest to the top first, then by name. Stops at the level that fills `limit`.
 */
export async function searchBelow(
  db: Db,
  top: { readonly path: string; readonly depth: number },
  asked: { words: string; day: string; limit: number; side?: string },
  ways?: Ways,
): Promise<PlacedNode[]> {
  const words = wordsOf(searchKey(asked.words));
  if (words.length === 0) return [];
  const no = numbersOf(top.path).at(-1) ?? "";
  const depths = Array.from(
    { length: Math.max(0, DEEPEST - top.depth + 1) },
    (_, below) => top.depth + below,
  );
  const { day, side = null, limit } = asked;
  const levels = depths.map((depth) => placedWords(no, depth, words));
  return searchNodes(db, { levels, top, day, side, limit }, ways);
}

/** All words at one level below the unit of number `no`, as `unit.placed_words` writes them; the last one as a beginning. */
const placedWords = (no: string, depth: number, words: readonly string[]) => ({
  whole: [`'#${no}/${depth}'`, ...words.slice(0, -1).map((word) => `'${depth}/${word}'`)].join(" & "),
  last: `'${depth}/${words.at(-1) ?? ""}':*`,
});

export async function facilities(ctx: Ctx): Promise<UnitNode[]> {
  return (await listNodesOfSide(ctx.db, "facility", ctx.today)).map(asNode);
}

/** Communes and wards of a day, by words of their name or the beginning of their code. */
export const areas = (ctx: Ctx, words: string, asOf = ctx.today): Promise<Area[]> =>
  searchAreas(ctx.db, searchKey(words), asOf);

/** Opens a unit from `from` on under its parent of that day. For installing a tree; acts of re-organisation build on it. */
export async function openUnit(tx: Tx, opening: UnitOpening): Promise<void> {
  const parent =
    opening.parentId === undefined ? undefined : await getUnitNode(tx, opening.parentId, opening.from);
  await insertUnit(
    tx,
    {
      ...opening,
      name: toNfc(opening.name),
      shortName: toNfc(opening.shortName),
      central: opening.central ?? false,
      sortKey: titleSortKey(opening.shortName),
      searchKey: searchKey(`${opening.name} ${opening.shortName}`),
    },
    parent,
  );
}

const asNode = ({ sortKey: _sortKey, path: _path, ...rest }: PlacedNode): UnitNode => rest;
