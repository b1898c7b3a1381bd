// The overview of a campaign at a unit: progress below it, who is late, as of any day. Reads only.
import { unitsHundredths } from "../campaign/rules/blood-units.ts";
import type { CampaignView } from "../campaign/schema.ts";
import { getCampaignById } from "../campaign/service.ts";
import type { Ctx } from "../platform/contract/context.ts";
import { notFound } from "../platform/contract/problem.ts";
import type { UnitRef } from "../platform/contract/shapes.ts";
import { addDays } from "../platform/pure/calendar.ts";
import { countOutstandingBelow, listLateBelow } from "../report/service/outstanding.ts";
import { getUnitNode } from "../unit/service.ts";
import type { Overview, OverviewRow, OverviewTotals } from "./schema.ts";
import {
  countBelow,
  type Look,
  listAbove,
  listBelow,
  listLateReceipts,
  listReceipts,
  listTargets,
  type ReceiptRow,
  type SumRow,
  sumCounters,
  sumEvents,
} from "./store.ts";

const LATE_SHOWN = 50;
/** A federation has tens of units directly below; a list beyond this is for search, not for looking at. */
const CHILDREN_SHOWN = 500;

const NOTHING: OverviewTotals = { registered: 0, donated: 0, bags: 0, ml: 0, unitsHundredths: 0 };

/**
 * @param asOf the day whose tree and facts are shown, today when absent. Targets are those in force now.
 * @throws not-found where the unit did not stand that day, or the campaign is led elsewhere in the tree
 */
export async function viewOverview(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asOf = ctx.today,
): Promise<Overview> {
  await ctx.allow({ unit: unitId });
  const { db } = ctx;
  const unit = await getUnitNode(db, unitId, asOf);
  const campaign = await getCampaignById(db, campaignId);
  const leading = await getUnitNode(db, campaign.unitId, asOf);
  // A campaign is shown on its own line of the tree: at the unit leading it, below it, and above it.
  if (!unit.path.startsWith(leading.path) && !leading.path.startsWith(unit.path)) throw notFound("campaign");

  const look: Look = { campaignId, unitId, path: unit.path, day: asOf, end: endOf(asOf) };
  const children = await listBelow(db, unitId, asOf, CHILDREN_SHOWN + 1);
  const shown = children.slice(0, CHILDREN_SHOWN);
  const ids = [unitId, ...shown.map(({ id }) => id)];
  const sums = await sumCounters(db, look);
  const byBranch = totalsByBranch(sums);
  const targets = new Map((await listTargets(db, campaignId, ids)).map((found) => [found.unitId, found]));
  const receipts = new Map((await listReceipts(db, look, ids)).map((found) => [found.unitId, found]));
  const reports = new Map(
    (await countOutstandingBelow(db, look)).map(({ branch, ...counts }) => [branch, counts]),
  );
  const rowOf = (unitShown: UnitRef, branch: string, hasChildren: boolean): OverviewRow => ({
    unit: { id: unitShown.id, name: unitShown.name, shortName: unitShown.shortName },
    hasChildren,
    assigned: targets.get(unitShown.id)?.assigned ?? null,
    own: targets.get(unitShown.id)?.own ?? null,
    totals: byBranch.get(branch) ?? NOTHING,
    receipt: receiptOf(receipts.get(unitShown.id)),
    reportsOwed: reports.get(branch)?.owed ?? 0,
    reportsLate: reports.get(branch)?.late ?? 0,
  });
  return {
    campaign,
    asOf,
    computedAt: ctx.now,
    unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
    path: await listAbove(db, unit.path, asOf),
    assigned: targets.get(unitId)?.assigned ?? null,
    own: targets.get(unitId)?.own ?? null,
    totals: [...byBranch.values()].reduce(plus, NOTHING),
    event: unitId === campaign.unitId ? await eventOf(ctx, look, campaign) : null,
    curve: curveOf(sums),
    children: shown.map((child) => rowOf(child, String(child.no), child.hasChildren)),
    moreChildren:
      children.length > CHILDREN_SHOWN
        ? ((await countBelow(db, unitId, asOf))?.units ?? 0) - CHILDREN_SHOWN
        : 0,
    // A unit without others below it is all its own row; its target is then its own too, else it is for them all.
    ownRow: byBranch.has("")
      ? { ...rowOf(unit, "", false), ...(children.length > 0 && { assigned: null, own: null }) }
      : null,
    ...(await lateBelow(ctx, look)),
  };
}

const endOf = (day: string): string => `${addDays(day, 1)}T00:00:00+07:00`;

const FIELD = {
  registered: "registered",
  donated: "donated",
  bags: "bags",
  ml: "ml",
  units: "unitsHundredths",
} as const satisfies Record<SumRow["measure"], keyof OverviewTotals>;

const plus = (a: OverviewTotals, b: OverviewTotals): OverviewTotals => ({
  registered: a.registered + b.registered,
  donated: a.donated + b.donated,
  bags: a.bags + b.bags,
  ml: a.ml + b.ml,
  unitsHundredths: a.unitsHundredths + b.unitsHundredths,
});

function totalsByBranch(sums: readonly SumRow[]): Map<string, OverviewTotals> {
  const totals = new Map<string, OverviewTotals>();
  for (const { branch, measure, value } of sums) {
    if (branch === null) continue;
    totals.set(branch, { ...(totals.get(branch) ?? NOTHING), [FIELD[measure]]: value });
  }
  return totals;
}

/** Cumulative, a point for each day on which something was counted. */
function curveOf(sums: readonly SumRow[]): Overview["curve"] {
  const days = new Map<string, { unitsHundredths: number; registered: number }>();
  for (const { day, measure, value } of sums) {
    if (day === null || (measure !== "units" && measure !== "registered")) continue;
    const found = days.get(day) ?? { unitsHundredths: 0, registered: 0 };
    found[measure === "units" ? "unitsHundredths" : "registered"] += value;
    days.set(day, found);
  }
  let unitsSoFar = 0;
  let registeredSoFar = 0;
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { unitsHundredths: units, registered }]) => {
      unitsSoFar += units;
      registeredSoFar += registered;
      return { day, unitsHundredths: unitsSoFar, registered: registeredSoFar };
    });
}

const receiptOf = (found: ReceiptRow | undefined): OverviewRow["receipt"] =>
  found === undefined
    ? null
    : found.disseminated
      ? "disseminated"
      : found.received
        ? "received"
        : "not-received";

/** Of donors outside the system only those who gave are known: each counts once as registered. */
async function eventOf(ctx: Ctx, look: Look, campaign: CampaignView): Promise<OverviewTotals> {
  const found = await sumEvents(ctx.db, look);
  if (found === undefined) return NOTHING;
  const outside = { ml250: found.outside250, ml350: found.outside350, ml450: found.outside450 };
  const people = outside.ml250 + outside.ml350 + outside.ml450;
  return {
    registered: found.registered + people,
    donated: found.donated + people,
    bags: found.bags + people,
    ml: found.ml + outside.ml250 * 250 + outside.ml350 * 350 + outside.ml450 * 450,
    unitsHundredths: found.units + unitsHundredths(campaign.unitRule, outside),
  };
}

/** Letters not confirmed and reports past due, the longest due first; `lateCount` counts beyond those shown. */
async function lateBelow(ctx: Ctx, look: Look): Promise<Pick<Overview, "late" | "lateCount">> {
  const receipts = await listLateReceipts(ctx.db, look, LATE_SHOWN);
  const reports = await listLateBelow(ctx.db, look, LATE_SHOWN);
  const unitOf = (found: { unitId: string; name: string; shortName: string }): UnitRef => ({
    id: found.unitId,
    name: found.name,
    shortName: found.shortName,
  });
  const late: Overview["late"] = [
    ...receipts.map((found) => ({
      unit: unitOf(found),
      what: "receipt" as const,
      dueOn: found.dueOn,
      subject: found.title,
      subjectId: found.directiveId,
    })),
    ...reports.items.map((found) => ({
      unit: unitOf(found),
      what: "report" as const,
      dueOn: found.dueOn,
      subject: found.driveName,
      subjectId: found.driveId,
    })),
  ];
  late.sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : (a.dueOn ?? "") > (b.dueOn ?? "") ? 1 : 0));
  return { late: late.slice(0, LATE_SHOWN), lateCount: (receipts[0]?.total ?? 0) + reports.total };
}
