// Rankings of a level, and totals of groupings beside the tree. Reads only.
import type { Ctx } from "../../platform/contract/context.ts";
import { invalidInput } from "../../platform/contract/problem.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { progressOf } from "../../report/rules/progress.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { unitRefs } from "../../unit/service.ts";
import { changeOf, type LevelMean, levelMean, ranked, rateOf } from "../rules/league.ts";
import type { GroupingTotals, League, LeagueLevel, LeagueOrder, LeagueRow } from "../schema/league.ts";
import {
  findLastEdition,
  isTooWide,
  type LastEdition,
  type LevelRow,
  listGroupings,
  listLevel,
  sumDirectGroupings,
  sumGroupings,
} from "../store/league.ts";
import { type Look, listTargets } from "../store.ts";
import { FIELD, NOTHING } from "./branch-sums.ts";
import { openLook } from "./look.ts";

interface LeagueAsk {
  readonly asOf?: string | undefined;
  readonly level: LeagueLevel;
  readonly by: LeagueOrder;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface LevelFacts {
  readonly last: LastEdition | undefined;
  readonly rows: readonly LevelRow[];
  readonly targets: ReadonlyMap<string, number | null>;
}

const NOT_RANKED: LevelFacts = { last: undefined, rows: [], targets: new Map() };

/** Null: more units below than are ranked. */
async function factsOf({ db }: Ctx, look: Look, level: LeagueLevel): Promise<LevelFacts | null> {
  if (level === "grassroots" && (await isTooWide(db, look))) return null;
  const last = await findLastEdition(db, look);
  const rows = await listLevel(db, look, level, last?.id ?? null);
  const ids = rows.map(({ id }) => id);
  const targets = await listTargets(db, look, ids);
  return {
    last,
    rows,
    targets: new Map(targets.map((found) => [found.unitId, found.assigned ?? found.own])),
  };
}

/**
 * A page of a ranking. The whole level is ranked for each page, since every value depends on the level's mean; of a long
 * campaign what it is ranked by is read once for whoever turns pages.
 * @throws not-found, forbidden as the overview does; invalid-input for a page key of another list
 */
export async function viewLeague(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  { asOf = ctx.today, level, by, after, limit }: LeagueAsk,
): Promise<League> {
  const { campaign, look, long } = await openLook(ctx, unitId, campaignId, asOf);
  const facts = await ctx.recent(`${campaignId} ${unitId} ${asOf} ${level}`, long, () =>
    factsOf(ctx, look, level),
  );
  const { last, rows, targets } = facts ?? NOT_RANKED;
  // Editions that count đơn vị máu by different rules are compared by bags.
  const sameRule = last === undefined || last.unitRule === campaign.unitRule;
  const means = meansOf(rows, sameRule);
  const list = ranked(
    rows.map((row) => ({
      ...row,
      ...figuresOf(row, targets.get(row.id) ?? null, last !== undefined, means, sameRule),
    })),
    (row) => (by === "rate" ? row.adjusted : by === "target" ? row.percentTenths : row.change),
  );
  const key = after === undefined ? undefined : readKey(after, /^(-?\d+|none)$/);
  if (after !== undefined && key === undefined) throw invalidInput("after", "page-key");
  const start = key === undefined ? 0 : list.findIndex(({ row }) => row.id === key.id) + 1;
  const { items, next } = cutPage(list.slice(start, start + limit + 1), limit, ({ row, value }) => ({
    by: value === null ? "none" : String(value),
    id: row.id,
  }));
  const parents =
    level === "children"
      ? undefined
      : await unitRefs(
          ctx.db,
          items.map(({ row }) => row.parentId),
          asOf,
        );
  return {
    asOf,
    level,
    by,
    tooWide: facts === null,
    mean: means === null ? null : { rate: Math.round(means.now.rate), weight: Math.round(means.now.weight) },
    last: last === undefined ? null : { id: last.id, name: last.name, year: last.year },
    withoutPlace: list.filter(({ place }) => place === null).length,
    total: list.length,
    items: items.map(
      ({ row, place }): LeagueRow => ({
        unit: { id: row.id, name: row.name, shortName: row.shortName },
        parent: parents?.get(row.parentId) ?? null,
        place,
        members: row.members,
        unitsHundredths: row.units,
        donated: row.donated,
        raw: row.raw,
        adjusted: row.adjusted,
        target: row.target,
        percentTenths: row.percentTenths,
        lastHundredths: row.lastHundredths,
        change: row.change,
      }),
    ),
    next,
  };
}

interface Means {
  readonly now: LevelMean;
  /** Both editions by the measure they share. */
  readonly compared: { readonly now: LevelMean; readonly last: LevelMean };
}

const comparedNow = (row: LevelRow, sameRule: boolean): number => (sameRule ? row.units : row.bags * 100);
const comparedLast = (row: LevelRow, sameRule: boolean): number =>
  sameRule ? row.lastUnits : row.lastBags * 100;

function meansOf(rows: readonly LevelRow[], sameRule: boolean): Means | null {
  const meanBy = (unitsOf: (row: LevelRow) => number): LevelMean | null =>
    levelMean(rows.map((row) => ({ ...row, unitsHundredths: unitsOf(row) })));
  const now = meanBy((row) => row.units);
  const comparable = meanBy((row) => comparedNow(row, sameRule));
  const last = meanBy((row) => comparedLast(row, sameRule));
  return now === null || comparable === null || last === null
    ? null
    : { now, compared: { now: comparable, last } };
}

function figuresOf(
  row: LevelRow,
  target: number | null,
  hasLast: boolean,
  means: Means | null,
  sameRule: boolean,
) {
  const rate =
    means === null ? null : rateOf({ members: row.members, unitsHundredths: row.units }, means.now);
  const last = comparedLast(row, sameRule);
  return {
    raw: rate?.raw ?? null,
    adjusted: rate?.adjusted ?? null,
    target,
    percentTenths: progressOf(row.units, target)?.percentTenths ?? null,
    lastHundredths: hasLast ? last : null,
    change:
      hasLast && means !== null
        ? changeOf(
            { members: row.members, unitsHundredths: comparedNow(row, sameRule) },
            last,
            means.compared,
          )
        : null,
  };
}

/** Totals of each grouping the union keeps; whoever may see its overview may see them. */
export async function viewGroupings(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asOf = ctx.today,
): Promise<{ asOf: string; items: GroupingTotals[] }> {
  const { look, long } = await openLook(ctx, unitId, campaignId, asOf);
  const items = await ctx.recent(`groupings ${campaignId} ${unitId} ${asOf}`, long, () =>
    groupingTotals(ctx, look),
  );
  return { asOf, items };
}

async function groupingTotals({ db }: Ctx, look: Look): Promise<GroupingTotals[]> {
  const found = await listGroupings(db, look);
  if (found.length === 0) return [];
  const groupings = new Map<string, GroupingTotals>(
    found.map(({ was: _was, directIds, ...grouping }) => [
      grouping.id,
      { ...grouping, directIds: [...(directIds ?? [])], totals: { ...NOTHING } },
    ]),
  );
  const branches =
    isSumKept(look.path) &&
    found.every(({ members, directIds, was }) => members === (directIds?.length ?? 0) && !was);
  for (const { groupingId, measure, value } of await (branches ? sumDirectGroupings : sumGroupings)(
    db,
    look,
  )) {
    const grouping = groupings.get(groupingId);
    if (grouping) grouping.totals[FIELD[measure]] = value;
  }
  return [...groupings.values()];
}
