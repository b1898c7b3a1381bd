// The overview of a campaign at a unit: progress below it, who is late, as of any day. Reads only.
import { unitsHundredths } from "../campaign/rules/blood-units.ts";
import type { CampaignView } from "../campaign/schema.ts";
import type { Ctx } from "../platform/contract/context.ts";
import type { UnitRef } from "../platform/contract/shapes.ts";
import { daysBetween } from "../platform/pure/calendar.ts";
import { type Outstanding, outstandingBelow } from "../report/service/outstanding.ts";
import { type Overview, type OverviewRow, type OverviewTotals, SPARK_POINTS } from "./schema.ts";
import { curveOf, NO_SUMS, NOTHING, sparkOf, sumsByBranch, together } from "./service/branch-sums.ts";
import { behindOf, courseOf, forecastView, levelOf, paceView } from "./service/campaign-course.ts";
import { type Opened, openLook } from "./service/look.ts";
import { sumDrives } from "./store/drives.ts";
import { isLongSum, sumCounters, sumEvents } from "./store/sums.ts";
import {
  countBelow,
  type Look,
  listAbove,
  listBelow,
  listLateReceipts,
  listReceipts,
  listTargets,
  type ReceiptRow,
} from "./store.ts";

const LATE_SHOWN = 50;
/** A federation has tens of units directly below; a list beyond this is for search, not for looking at. */
const CHILDREN_SHOWN = 500;

/**
 * @param asOf the day whose tree and facts are shown, today when absent; who may see it follows today's tree, at the
 * unit itself or, when it no longer stands, at the one its results count for
 * @throws not-found where the unit did not stand that day, or the campaign is led elsewhere in the tree
 */
export async function viewOverview(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asOf = ctx.today,
): Promise<Overview> {
  const opened = await openLook(ctx, unitId, campaignId, asOf);
  const { db } = ctx;
  const overview = await ctx.recent(
    `${campaignId} ${unitId} ${asOf} ${opened.leads}`,
    () => isLongSum(db, opened.look),
    () => overviewOf(ctx, opened),
  );
  return { ...overview, heir: opened.heir };
}

async function overviewOf(
  ctx: Ctx,
  { unit, campaign, leads, look }: Opened,
): Promise<Omit<Overview, "heir">> {
  const { db } = ctx;
  const { unitId, day: asOf } = look;
  // Which reports are owed is worked out from every drive's people: of a nation's campaign that takes minutes.
  const long = await isLongSum(db, look);
  const children = await listBelow(db, unitId, asOf, CHILDREN_SHOWN + 1);
  const shown = children.slice(0, CHILDREN_SHOWN);
  const ids = [unitId, ...shown.map(({ id }) => id)];
  const drives = await sumDrives(db, look);
  const spark = sparkDays(campaign, asOf);
  const found = await sumCounters(db, look, { from: campaign.from, ...spark });
  const branches = sumsByBranch(found);
  const all = together(branches.values());
  const targets = new Map(
    (await listTargets(db, look, [...ids, campaign.unitId])).map((target) => [target.unitId, target]),
  );
  const receipts = new Map((await listReceipts(db, look, ids)).map((receipt) => [receipt.unitId, receipt]));
  const outstanding = long ? null : await outstandingBelow(db, look, LATE_SHOWN);
  const reports = outstanding?.byBranch ?? null;
  const targetOf = (id: string): number | null => targets.get(id)?.assigned ?? targets.get(id)?.own ?? null;
  const course = courseOf(campaign, asOf, drives, targetOf(campaign.unitId));
  const level = levelOf(all);
  const rowOf = (unitShown: UnitRef, branch: string, hasChildren: boolean, own = true) => {
    const sums = branches.get(branch) ?? NO_SUMS;
    const row = {
      unit: { id: unitShown.id, name: unitShown.name, shortName: unitShown.shortName },
      hasChildren,
      // A unit without others below it is all its own row; its target is then its own too, else it is for them all.
      assigned: own ? (targets.get(unitShown.id)?.assigned ?? null) : null,
      own: own ? (targets.get(unitShown.id)?.own ?? null) : null,
      totals: sums.totals,
      receipt: receiptOf(receipts.get(unitShown.id)),
      reportsOwed: reports && (reports.get(branch)?.owed ?? 0),
      reportsLate: reports && (reports.get(branch)?.late ?? 0),
      spark: sparkOf(sums, spark.steps),
    };
    return { ...row, ...behindOf(course, row, branch, sums, level) };
  };
  return {
    campaign,
    asOf,
    computedAt: ctx.now,
    unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
    path: await listAbove(db, unit.path, asOf),
    assigned: targets.get(unitId)?.assigned ?? null,
    own: targets.get(unitId)?.own ?? null,
    totals: all.totals,
    event: leads ? await eventOf(ctx, look, campaign) : null,
    curve: curveOf(found),
    pace: paceView(course, targetOf(unitId), all.totals.unitsHundredths),
    forecast: forecastView(course, all),
    children: shown.map((child) => rowOf(child, String(child.no), child.hasChildren)),
    moreChildren:
      children.length > CHILDREN_SHOWN
        ? ((await countBelow(db, unitId, asOf))?.units ?? 0) - CHILDREN_SHOWN
        : 0,
    ownRow: branches.has("") ? rowOf(unit, "", false, children.length === 0) : null,
    ...(await lateBelow(ctx, look, outstanding)),
  };
}

/** The small curves run from the campaign's first day to the day shown, or its last where that has gone by. */
function sparkDays({ from, until }: CampaignView, asOf: string): { days: number; steps: number } {
  const days = Math.max(1, daysBetween(from, asOf < until ? asOf : until) + 1);
  return { days, steps: Math.min(SPARK_POINTS, days) };
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
async function lateBelow(
  ctx: Ctx,
  look: Look,
  outstanding: Outstanding | null,
): Promise<Pick<Overview, "late" | "lateCount">> {
  const receipts = await listLateReceipts(ctx.db, look, {
    sinceThen: look.day < ctx.today,
    limit: LATE_SHOWN,
  });
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
    ...(outstanding?.late ?? []).map((found) => ({
      unit: unitOf(found),
      what: "report" as const,
      dueOn: found.dueOn,
      subject: found.driveName,
      subjectId: found.driveId,
    })),
  ];
  late.sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : (a.dueOn ?? "") > (b.dueOn ?? "") ? 1 : 0));
  return {
    late: late.slice(0, LATE_SHOWN),
    lateCount: (receipts[0]?.total ?? 0) + (outstanding?.lateCount ?? 0),
  };
}
