// Reports of a month, a quarter, a half-year, a year or a campaign: which there are to make, opened, read.
import { getCampaignById, getCampaignFor } from "../../campaign/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { differenceOf, isChange } from "../rules/figures.ts";
import { isOpen } from "../rules/life-cycle.ts";
import { CALENDAR_KINDS, type Period, periodDue, periodFrom, periodWith } from "../rules/periods.ts";
import {
  type PeriodEntry,
  PeriodGaps,
  type PeriodKind,
  type PeriodReport,
  type PeriodRow,
} from "../schema/period.ts";
import { RemarkParts, reportProblem } from "../schema.ts";
import { listLines } from "../store/lines.ts";
import { type DrivenPeriods, listChildIds, listDrivenCampaigns, listDrivenPeriods } from "../store/period.ts";
import {
  insertPeriod,
  isPeriod,
  listComments,
  listPeriodReports,
  type PeriodReportRow,
} from "../store/reports.ts";
import { totalOf, unionLines } from "./figures.ts";
import { type FilledPeriod, fillPeriod } from "./period-facts.ts";
import { actionsOn, getReportRow, lateness, nameOf, placesOf } from "./places.ts";

type Named = { readonly id: string; readonly name: string } | null;
type PeriodKey = Period & { readonly kind: PeriodKind; readonly campaign: Named };

/** Of a campaign its leading unit's own signatory approves; else it goes to whoever stands above, if anybody does. */
export async function superiorOf(
  db: Db,
  period: { readonly campaignId: string | null },
  unit: { readonly id: string; readonly parentId: string | null },
  today: string,
): Promise<string | null> {
  if (period.campaignId === null) return unit.parentId;
  const { unitId } = await getCampaignById(db, period.campaignId);
  return (await standingFor(db, unitId, today)) === unit.id ? null : unit.parentId;
}

/** A period is reported once it is over; a campaign also once none of its drives is still to come. */
export function mustBeOver(report: PeriodReportRow, gaps: PeriodGaps, today: string): void {
  const over = today >= report.untilDay;
  if (!over && (report.kind !== "campaign" || gaps.openDrives > 0)) throw reportProblem("period-not-over");
}

const key = (of: { kind: string; from: string; campaign: Named }): string =>
  `${of.kind} ${of.from} ${of.campaign?.id ?? ""}`;

/** Those made, and those of periods with closed drives that are over and not made; the latest period first. */
export async function listPeriods(ctx: Ctx, unitId: string): Promise<{ items: PeriodRow[] }> {
  await ctx.allow({ unit: unitId });
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const ref = { id: unit.id, name: unit.name, shortName: unit.shortName };
  const made = await listPeriodReports(ctx.db, [unitId]);
  const driven = await listDrivenPeriods(ctx.db, unit.path, ctx.today);
  const names = new Map(driven.campaigns.map(({ campaignId, campaignName }) => [campaignId, campaignName]));
  const rows = new Map<string, PeriodRow>();
  for (const report of made) {
    const row = rowOf(report, ref, await namedCampaign(ctx.db, report.campaignId, names), ctx.today);
    rows.set(key(row), row);
  }
  for (const period of toMake(driven, ctx.today)) {
    if (rows.has(key(period))) continue;
    const dueOn = periodDue(period.kind, period.until);
    rows.set(key(period), {
      ...period,
      reportId: null,
      unit: ref,
      dueOn,
      state: null,
      late: lateness({ state: null, dueOn, submittedAt: null }, ctx.today),
    });
  }
  return {
    items: [...rows.values()].sort((a, b) =>
      a.until < b.until ? 1 : a.until > b.until ? -1 : a.from < b.from ? -1 : 1,
    ),
  };
}

const toMake = ({ months, campaigns }: DrivenPeriods, today: string): PeriodKey[] => [
  ...new Map(
    months
      .flatMap((day) => CALENDAR_KINDS.map((kind) => ({ kind, campaign: null, ...periodWith(kind, day) })))
      .filter(({ until }) => until < today)
      .map((period) => [key(period), period]),
  ).values(),
  ...campaigns.map(({ campaignId: id, campaignName: name, from, until }) => ({
    ...{ kind: "campaign" as const, campaign: { id, name }, from, until },
  })),
];

const rowOf = (report: PeriodReportRow, unit: UnitRef, campaign: Named, today: string): PeriodRow => ({
  reportId: report.id,
  unit,
  kind: report.kind,
  from: report.fromDay,
  until: report.untilDay,
  campaign,
  dueOn: report.dueOn,
  state: report.state,
  late: lateness(report, today),
});

async function namedCampaign(
  db: Db,
  campaignId: string | null,
  known?: ReadonlyMap<string, string>,
): Promise<Named> {
  if (campaignId === null) return null;
  return { id: campaignId, name: known?.get(campaignId) ?? (await getCampaignById(db, campaignId)).name };
}

/** @throws no-such-period unless the day is the first of a period of the kind, not-found for a campaign of others */
async function periodOf(ctx: Ctx, unitId: string, entry: Pick<PeriodEntry, "kind" | "from" | "campaignId">) {
  if (entry.kind === "campaign") {
    if (entry.campaignId === undefined) throw reportProblem("no-such-period");
    const { id, name, from, until } = await getCampaignFor(ctx.db, entry.campaignId, unitId, ctx.today);
    return { from, until, campaign: { id, name } };
  }
  const found = entry.from === undefined ? undefined : periodFrom(entry.kind, entry.from);
  if (found === undefined || found.from > ctx.today) throw reportProblem("no-such-period");
  return { ...found, campaign: null };
}

/** The same period's reports of the units directly below today. */
export async function listPeriodsBelow(
  ctx: Ctx,
  unitId: string,
  of: { kind: PeriodKind; from: string; campaignId?: string | undefined },
): Promise<{ items: PeriodRow[] }> {
  await ctx.allow({ unit: unitId });
  const period = await periodOf(ctx, unitId, of);
  const ids = await listChildIds(ctx.db, unitId, ctx.today);
  const refs = await unitRefs(ctx.db, ids, ctx.today);
  const made = await listPeriodReports(ctx.db, ids, {
    kind: of.kind,
    from: period.from,
    campaignId: period.campaign?.id ?? null,
  });
  const dueOn = periodDue(of.kind, period.until);
  return {
    items: ids.flatMap((id) => {
      const unit = refs.get(id);
      const report = made.find((one) => one.unitId === id);
      if (unit === undefined) return [];
      if (report !== undefined) return rowOf(report, unit, period.campaign, ctx.today);
      const late = lateness({ state: null, dueOn, submittedAt: null }, ctx.today);
      return { reportId: null, unit, kind: of.kind, ...period, dueOn, state: null, late };
    }),
  };
}

/** The unit's report of the period that exists already answers instead. */
export async function openPeriod(ctx: WriteCtx, unitId: string, entry: PeriodEntry): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const period = await periodOf(ctx, unitId, entry);
  const campaignId = period.campaign?.id ?? null;
  const find = async () =>
    (await listPeriodReports(ctx.tx, [unitId], { kind: entry.kind, from: period.from, campaignId }))[0];
  const existing = await find();
  if (existing !== undefined) {
    ctx.unchanged();
    return { id: existing.id };
  }
  const unit = await getUnitNode(ctx.tx, unitId, ctx.today);
  const held = await listDrivenCampaigns(ctx.tx, {
    ...{ path: unit.path, today: ctx.today, campaignId },
    ...(campaignId === null && { from: period.from, until: period.until }),
  });
  if (held.length === 0) throw reportProblem("nothing-to-report");
  const written = await insertPeriod(ctx.tx, {
    id: entry.id,
    kind: entry.kind,
    campaignId,
    unitId,
    toUnitId: await superiorOf(ctx.tx, { campaignId }, unit, ctx.today),
    from: period.from,
    until: period.until,
    dueOn: periodDue(entry.kind, period.until),
    now: ctx.now,
  });
  if (written === 0) {
    const other = await find();
    if (other === undefined) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: other.id };
  }
  await ctx.audit({ subject: { kind: "report", id: entry.id }, unitId, detail: { kind: entry.kind } });
  return { id: entry.id };
}

export async function viewPeriod(ctx: Ctx, reportId: string): Promise<PeriodReport> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
  if (!isPeriod(report)) throw notFound("report");
  return describePeriod(ctx, report);
}

/** Live while the unit works on it, frozen rows after; of a frozen one also what the facts have become since. */
export async function describePeriod(ctx: Ctx, report: PeriodReportRow): Promise<PeriodReport> {
  const open = isOpen(report.state);
  const { lines, gaps, assigned, own } = open
    ? await fillPeriod(ctx.db, report, ctx.today)
    : await frozen(ctx.db, report);
  const total = totalOf(lines);
  const drives = lines.filter(({ source }) => source === "drive");
  return {
    id: report.id,
    kind: report.kind,
    from: report.fromDay,
    until: report.untilDay,
    campaign: await namedCampaign(ctx.db, report.campaignId),
    unit: (await nameOf(ctx, report.unitId, open ? null : report.unitName, report.unitShortName)) ?? {
      id: report.unitId,
      name: "",
      shortName: "",
    },
    to: await nameOf(ctx, report.toUnitId, open ? null : report.toUnitName, report.toUnitShortName),
    state: report.state,
    dueOn: report.dueOn,
    late: lateness(report, ctx.today),
    version: report.version,
    figuresAsOf: open ? null : report.figuresAsOf,
    remarks: report.remarks,
    parts: RemarkParts.parse(report.parts),
    drives: drives.flatMap((line) =>
      line.driveId
        ? {
            driveId: line.driveId,
            name: line.unitName,
            day: line.driveDay ?? report.fromDay,
            figures: line.figures,
            lacking: line.lacking ?? 0,
          }
        : [],
    ),
    lines: unionLines(lines).map((line) => ({
      unit: { id: line.unitId, name: line.unitName, shortName: line.unitShortName },
      source: line.source,
      figures: line.figures,
      lacking: line.lacking ?? 0,
    })),
    total,
    assigned,
    own,
    event: lines.find(({ source }) => source === "event")?.figures ?? null,
    changed: open ? null : await changedPeriod(ctx, report, lines),
    comments: await listComments(ctx.db, report.id),
    allowedActions: await actionsOn(ctx, report),
    ...gaps,
  };
}

async function frozen(db: Db, report: PeriodReportRow): Promise<FilledPeriod> {
  return {
    lines: await listLines(db, report.id, report.version),
    gaps: PeriodGaps.parse(report.gaps),
    assigned: report.assigned,
    own: report.ownTarget,
  };
}

async function changedPeriod(ctx: Ctx, report: PeriodReportRow, lines: FilledPeriod["lines"]) {
  const now = await fillPeriod(ctx.db, report, ctx.today);
  const difference = differenceOf(totalOf(lines), totalOf(now.lines));
  return isChange(difference) ? difference : null;
}
