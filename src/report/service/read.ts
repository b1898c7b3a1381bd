// Reading reports of drives: one with its figures, those a unit owes, those of the units below.
import type { Ctx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { endOf } from "../../platform/pure/calendar.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { isOpen } from "../rules/life-cycle.ts";
import { type OwedRow, RemarkParts, type ReportView } from "../schema.ts";
import { listOwingChildren } from "../store/facts.ts";
import { listLines } from "../store/lines.ts";
import { listDebts } from "../store/lists.ts";
import { listGiven } from "../store/quick.ts";
import { listAdjustmentsOf, listComments, listCovered, type ReportRow } from "../store/reports.ts";
import { changedSince } from "./adjusting.ts";
import { type Filled, fillReport, getDrive, missingFrom, totalOf, unionLines } from "./figures.ts";
import { actionsOn, getReportRow, lateness, placesOf } from "./places.ts";
import { quickStates } from "./quick.ts";

export async function viewReport(ctx: Ctx, reportId: string): Promise<ReportView> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
  if (report.kind !== "drive") throw notFound("report");
  return describe(ctx, report);
}

/** Live while the unit still works on it, frozen rows after. */
export async function describe(ctx: Ctx, report: ReportRow): Promise<ReportView> {
  const open = isOpen(report.state);
  const { lines, covered, assigned, own } = open ? await live(ctx, report) : await frozen(ctx.db, report);
  const refs = open
    ? await unitRefs(
        ctx.db,
        [report.unitId, ...(report.toUnitId === null ? [] : [report.toUnitId])],
        ctx.today,
      )
    : new Map<string, UnitRef>();
  const named = (id: string, name: string | null, shortName: string | null): UnitRef =>
    refs.get(id) ?? { id, name: name ?? "", shortName: shortName ?? "" };
  return {
    id: report.id,
    campaignId: report.campaignId,
    driveId: report.driveId,
    driveName: report.driveName,
    driveDay: report.driveDay,
    unit: named(report.unitId, report.unitName, report.unitShortName),
    to: report.toUnitId === null ? null : named(report.toUnitId, report.toUnitName, report.toUnitShortName),
    state: report.state,
    dueOn: report.dueOn,
    late: lateness(report, ctx.today),
    version: report.version,
    figuresAsOf: open ? null : report.figuresAsOf,
    remarks: report.remarks,
    parts: RemarkParts.parse(report.parts),
    nil: report.nil,
    lines: unionLines(lines).map((line) => ({
      unit: { id: line.unitId, name: line.unitName, shortName: line.unitShortName },
      source: line.source,
      figures: line.figures,
      assigned: line.assigned,
      own: line.ownTarget,
    })),
    total: totalOf(lines),
    assigned,
    own,
    missing: (await missingFrom(ctx.db, report.driveId, { lines, covered })).map((unit) => ({
      id: unit.unitId,
      name: unit.unitName,
      shortName: unit.unitShortName,
    })),
    event: lines.find(({ source }) => source === "event")?.figures ?? null,
    changed: report.state === "approved" ? await changedSince(ctx.db, report) : null,
    adjustments:
      report.state === "approved"
        ? (await listAdjustmentsOf(ctx.db, report.id)).map((one) => ({
            id: one.id,
            number: one.adjustmentNo,
            state: one.state,
          }))
        : [],
    comments: await listComments(ctx.db, report.id),
    allowedActions: await actionsOn(ctx, report),
  };
}

async function live(ctx: Ctx, report: ReportRow) {
  const unit = await getUnitNode(ctx.db, report.unitId, ctx.today);
  return fillReport(ctx.db, await getDrive(ctx.db, report.driveId, ctx.today), unit, ctx.today);
}

async function frozen(db: Db, report: ReportRow): Promise<Filled> {
  const lines = await listLines(db, report.id, report.version);
  const covered = await listCovered(db, report.id, report.version);
  return { lines, covered, assigned: report.assigned, own: report.ownTarget };
}

export async function pageOwed(
  ctx: Ctx,
  unitId: string,
  { after: key, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: OwedRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const found = await listDebts(ctx.db, unit, ctx.today, splitKey(key), limit + 1);
  const last = found[limit - 1];
  const debts = found.slice(0, limit);
  const quick = await quickStates(
    ctx,
    debts.map((debt) => ({ ...debt, unitId })),
  );
  const given = await listGiven(
    ctx.db,
    debts.map(({ driveId }) => driveId),
    unit.path,
    ctx.today,
  );
  return {
    items: debts.map(({ submittedAt, ...debt }, index) => ({
      ...debt,
      unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
      late: lateness({ ...debt, submittedAt }, ctx.today),
      nil: (debt.state === null || isOpen(debt.state)) && !given.has(debt.driveId),
      quick: quick(index),
    })),
    next: found.length > limit && last ? `${last.driveDay}|${last.driveId}` : null,
  };
}

/** "2021-06-09|<drive id>"; anything else begins at the first page. */
function splitKey(key: string | undefined): readonly [string, string] | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f-]{36})$/iu.exec(key ?? "");
  return found?.[1] === undefined || found[2] === undefined ? undefined : [found[1], found[2]];
}

/**
 * @param asOf the day whose tree and reports are shown; absent, or a day that has not come: today. Who may see a unit
 * that has ended since follows today's tree: whoever may see the one that stands for it.
 * @throws not-found for a drive nobody knows, and where the unit did not stand that day
 */
export async function pageBelow(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  { after: key, limit, asOf }: { after?: string | undefined; limit: number; asOf?: string | undefined },
): Promise<{ items: OwedRow[]; next: string | null }> {
  const past = asOf !== undefined && asOf < ctx.today;
  const day = past ? asOf : ctx.today;
  await ctx.allow({ unit: past ? await standingFor(ctx.db, unitId, ctx.today) : unitId });
  const unit = await getUnitNode(ctx.db, unitId, day);
  const drive = await getDrive(ctx.db, driveId, day);
  const from = /^[0-9a-f-]{36}$/iu.test(key ?? "") ? key : undefined;
  const asked = { day, ...(past && { end: endOf(day) }) };
  const found = await listOwingChildren(ctx.db, driveId, unit, asked, { after: from, limit: limit + 1 });
  const children = found.slice(0, limit);
  const quick = await quickStates(
    ctx,
    children.map((child) => ({ driveId, driveDay: drive.day, unitId: child.unitId })),
    asked.end,
  );
  return {
    items: children.map((child, index) => ({
      // A report begun and not sent by then is no report of that day.
      reportId: past && child.state === null ? null : child.reportId,
      unit: { id: child.unitId, name: child.name, shortName: child.shortName },
      driveId,
      driveName: drive.name,
      driveDay: drive.day,
      dueOn: child.dueOn,
      state: child.state,
      late: lateness(child, day),
      nil: false,
      quick: quick(index),
    })),
    next: found.length > limit ? (found[limit - 1]?.unitId ?? null) : null,
  };
}
