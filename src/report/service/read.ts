// Reading reports: one with its figures, those a unit owes, those of the units below, and the day's quick figure.
import type { Resource } from "../../platform/contract/authority.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, endOf, formatDay } from "../../platform/pure/calendar.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { mayTellRegistered } from "../rules/figures.ts";
import { after, isLate, isOpen } from "../rules/life-cycle.ts";
import type { OwedRow, ReportState, ReportView } from "../schema.ts";
import { countedFigures, type DriveRow, listCreditedWithin, listOwingChildren } from "../store/facts.ts";
import { listDebts } from "../store/lists.ts";
import {
  findAnswering,
  findReport,
  listComments,
  listCovered,
  listLines,
  type ReportRow,
} from "../store/reports.ts";
import {
  eventFigures,
  type Filled,
  fillReport,
  getDrive,
  missingFrom,
  totalOf,
  unionLines,
} from "./figures.ts";

export async function getReportRow(db: Db, reportId: string): Promise<ReportRow> {
  const found = await findReport(db, reportId);
  if (found === undefined) throw notFound("report");
  return found;
}

/**
 * The names policy knows a report by: the unit that makes it, the one it goes to, who may approve and return it. Once it
 * is sent, who stands for a unit that has ended answers for it; what such a unit had not sent is nobody's any more.
 */
export async function placesOf(
  db: Db,
  report: Pick<ReportRow, "unitId" | "toUnitId" | "state">,
  today: string,
): Promise<Resource> {
  const answering = await findAnswering(db, report, today);
  const unit = isOpen(report.state) ? report.unitId : (answering?.unitId ?? report.unitId);
  if (report.toUnitId === null) return { unit, approver: unit, leading: unit };
  const to = answering?.toUnitId ?? report.toUnitId;
  return { unit, approver: to, to };
}

export async function viewReport(ctx: Ctx, reportId: string): Promise<ReportView> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
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
    lines: unionLines(lines).map((line) => ({
      unit: { id: line.unitId, name: line.unitName, shortName: line.unitShortName },
      source: line.source === "own" ? "own" : "child",
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

const lateness = (
  report: { state: ReportState | null; dueOn: string | null; submittedAt: string | null },
  today: string,
): boolean =>
  isLate({ ...report, submittedOn: report.submittedAt === null ? null : dayIn(report.submittedAt) }, today);

/** What the asker may do with it next, from the same table the moves obey. */
async function actionsOn(ctx: Ctx, report: ReportRow): Promise<string[]> {
  const places = await placesOf(ctx.db, report, ctx.today);
  const candidates = [
    ...(isOpen(report.state) ? ["report.remarks", "report.submit"] : []),
    ...(after(report.state, "return") ? ["report.return"] : []),
    ...(after(report.state, "approve") ? ["report.approve"] : []),
    "report.docx",
  ];
  const allowed: string[] = [];
  for (const operation of candidates) if (await ctx.may(operation, places)) allowed.push(operation);
  return allowed;
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
  return {
    items: found.slice(0, limit).map(({ submittedAt, ...debt }) => ({
      ...debt,
      unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
      late: lateness({ ...debt, submittedAt }, ctx.today),
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
  if (past) await getUnitNode(ctx.db, unitId, day);
  const drive = await getDrive(ctx.db, driveId, day);
  const from = /^[0-9a-f-]{36}$/iu.test(key ?? "") ? key : undefined;
  const asked = { day, ...(past && { end: endOf(day) }) };
  const found = await listOwingChildren(ctx.db, driveId, unitId, asked, { after: from, limit: limit + 1 });
  return {
    items: found.slice(0, limit).map((child) => ({
      // A report begun and not sent by then is no report of that day.
      reportId: past && child.state === null ? null : child.reportId,
      unit: { id: child.unitId, name: child.name, shortName: child.shortName },
      driveId,
      driveName: drive.name,
      driveDay: drive.day,
      dueOn: child.dueOn,
      state: child.state,
      late: lateness(child, day),
    })),
    next: found.length > limit ? (found[limit - 1]?.unitId ?? null) : null,
  };
}

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

/**
 * The day's figure to paste into a group: counts only, marked as not official. It leaves the house, so beside donors
 * it tells the registered only where the difference is no small group.
 */
export async function quickText(ctx: Ctx, unitId: string, driveId: string): Promise<string> {
  await ctx.allow({ unit: unitId });
  const t = words[ctx.locale];
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const drive = await getDrive(ctx.db, driveId, ctx.today);
  const head = { day: formatDay(drive.day), drive: drive.name, unit: unit.name };
  if (drive.state === "cancelled") return t("report.quick.cancelled", head);
  if (drive.state !== "closed") return t("report.quick.not-closed", head);
  const credited = await listCreditedWithin(ctx.db, driveId, unit.path, ctx.today);
  const figures = await countedFigures(ctx.db, driveId, credited);
  const lines = [
    t("report.quick.title", head),
    ...(mayTellRegistered(figures) ? [t("report.quick.registered", { people: figures.registered })] : []),
    t("report.quick.donated", {
      people: figures.donated,
      units: figures.unitsHundredths / 100,
      ml: figures.ml,
    }),
    ...(unitId === drive.leadingUnitId ? [await eventLine(ctx.db, drive, t)] : []),
    t("report.quick.not-official"),
  ];
  return lines.join("\n");
}

async function eventLine(db: Db, drive: DriveRow, t: (typeof words)["vi"]): Promise<string> {
  const event = await eventFigures(db, drive);
  return t("report.quick.event", {
    people: event.donated,
    units: event.unitsHundredths / 100,
    ml: event.ml,
  });
}
