// The overview of a campaign at a unit: progress below it, who is late, as of any day. Reads only.
import { unitsHundredths } from "../campaign/rules/blood-units.ts";
import type { CampaignView } from "../campaign/schema.ts";
import type { Ctx } from "../platform/contract/context.ts";
import type { UnitRef } from "../platform/contract/shapes.ts";
import { together as atOnce } from "../platform/db/sql.ts";
import { daysBetween } from "../platform/pure/calendar.ts";
import { type Outstanding, outstandingBelow } from "../report/service/outstanding.ts";
import { isRoot } from "../unit/rules/path.ts";
import { type Overview, type OverviewRow, type OverviewTotals, SPARK_POINTS } from "./schema.ts";
import { curveOf, NO_SUMS, NOTHING, sparkOf, sumsByBranch, together } from "./service/branch-sums.ts";
import { behindOf, courseOf, forecastView, levelOf, paceView } from "./service/campaign-course.ts";
import { type Opened, openLook } from "./service/look.ts";
import { type Drives, sumDrives } from "./store/drives.ts";
import { sumCounters, sumEvents } from "./store/sums.ts";
import {
  countBelow,
  type LateReceiptRow,
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
/** Below a root every drive is its own: of so many the reports owed are not worked out for one look. */
const MOST_DRIVES_AT_A_ROOT = 300;

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
  const overview = await ctx.recent(`${campaignId} ${unitId} ${asOf} ${opened.leads}`, opened.long, () =>
    overviewOf(ctx, opened),
  );
  return { ...overview, heir: opened.heir };
}

async function overviewOf(ctx: Ctx, opened: Opened): Promise<Omit<Overview, "heir">> {
  const { unit, campaign, look } = opened;
  const { db } = ctx;
  const { unitId, day: asOf } = look;
  const children = await listBelow(db, unitId, asOf, CHILDREN_SHOWN + 1);
  const shown = children.slice(0, CHILDREN_SHOWN);
  const spark = sparkDays(campaign, asOf);
  // Two lanes: what is owed takes about as long as all the rest, and more would leave bookings without a connection.
  const [{ drives, outstanding }, { found, targets, receipts, path, event, unread }] = await atOnce(
    owingOf(ctx, look),
    countedOf(ctx, opened, [unitId, ...shown.map(({ id }) => id)], spark),
  );
  const branches = sumsByBranch(found);
  const all = together(branches.values());
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
    path,
    assigned: targets.get(unitId)?.assigned ?? null,
    own: targets.get(unitId)?.own ?? null,
    totals: all.totals,
    event,
    curve: curveOf(found),
    pace: paceView(course, targetOf(unitId), all.totals.unitsHundredths),
    forecast: forecastView(course, all),
    children: shown.map((child) => rowOf(child, String(child.no), child.hasChildren)),
    moreChildren:
      children.length > CHILDREN_SHOWN
        ? ((await countBelow(db, unitId, asOf))?.units ?? 0) - CHILDREN_SHOWN
        : 0,
    ownRow: branches.has("") ? rowOf(unit, "", false, children.length === 0) : null,
    ...lateOf(unread, outstanding),
  };
}

/** The campaign's drives, and what is owed of them here; null where all of too many would have to be gone through. */
async function owingOf(
  { db }: Ctx,
  look: Look,
): Promise<{ drives: Drives; outstanding: Outstanding | null }> {
  const drives = await sumDrives(db, look);
  const held = drives.days.reduce((sum, day) => sum + (day.held ? day.drives : 0), 0);
  const whole = isRoot(look.path) && held > MOST_DRIVES_AT_A_ROOT;
  return { drives, outstanding: whole ? null : await outstandingBelow(db, look, LATE_SHOWN) };
}

/** What is counted, set and confirmed below, and the unit's way up. */
async function countedOf(
  ctx: Ctx,
  { unit, campaign, leads, look }: Opened,
  unitIds: readonly string[],
  spark: { days: number; steps: number },
) {
  const { db } = ctx;
  const found = await sumCounters(db, look, { from: campaign.from, ...spark });
  const targets = await listTargets(db, look, [...unitIds, campaign.unitId]);
  const receipts = await listReceipts(db, look, unitIds);
  const unread = await listLateReceipts(db, look, { sinceThen: look.day < ctx.today, limit: LATE_SHOWN });
  return {
    found,
    targets: new Map(targets.map((target) => [target.unitId, target])),
    receipts: new Map(receipts.map((receipt) => [receipt.unitId, receipt])),
    unread,
    path: await listAbove(db, unit.path, look.day),
    event: leads ? await eventOf(ctx, look, campaign) : null,
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
function lateOf(
  receipts: readonly LateReceiptRow[],
  outstanding: Outstanding | null,
): Pick<Overview, "late" | "lateCount"> {
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
