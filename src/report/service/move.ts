// A report of any kind on its way: opened, worded, submitted, returned, approved. Each move holds the report's row, asks
// the table of moves, and writes its audit row in the same transaction.
import { whoAmI } from "../../account/service.ts";
import { settleDuty } from "../../directive/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { after, isOpen } from "../rules/life-cycle.ts";
import type { PeriodGaps } from "../schema/period.ts";
import { type RemarkParts, reportProblem } from "../schema.ts";
import { type DriveRow, findDebt } from "../store/facts.ts";
import { insertLines, type LineRow } from "../store/lines.ts";
import { listGiven } from "../store/quick.ts";
import {
  type AnyReport,
  findAnswering,
  findComment,
  findReportOf,
  insertComment,
  insertCovered,
  insertReport,
  isPeriod,
  lockReport,
  setApproved,
  setNil,
  setRemarks,
  setReturned,
  setSubmitted,
} from "../store/reports.ts";
import { adjustAfterApproval, adjustedLines, getAdjusted } from "./adjusting.ts";
import { fillReport, getDrive } from "./figures.ts";
import { gatherPaper } from "./paper-facts.ts";
import { mustBeOver, superiorOf } from "./period.ts";
import { fillPeriod } from "./period-facts.ts";
import { getReportRow, placesOf } from "./places.ts";

/** Opens the unit's report of a closed drive; the unit's report that exists already answers instead. */
export async function openReport(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  id: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDrive(ctx.tx, driveId, ctx.today);
  if (drive.state !== "closed") throw reportProblem("drive-not-closed");
  const existing = await findReportOf(ctx.tx, driveId, unitId);
  if (existing !== undefined) {
    ctx.unchanged();
    return { id: existing.id };
  }
  const opened = await open(ctx, drive, unitId, id);
  if (!opened.made) ctx.unchanged();
  return { id: opened.id };
}

async function open(
  ctx: WriteCtx,
  drive: DriveRow,
  unitId: string,
  id: string,
): Promise<{ id: string; made: boolean }> {
  const { driveId } = drive;
  const unit = await getUnitNode(ctx.tx, unitId, ctx.today);
  const debt = await findDebt(ctx.tx, driveId, unit, ctx.today);
  if (debt === undefined) {
    // Whoever has sent theirs owes none any more: it may have been sent since it was looked for.
    const sent = await findReportOf(ctx.tx, driveId, unitId);
    if (sent === undefined) throw reportProblem("owes-no-report");
    return { id: sent.id, made: false };
  }
  const written = await insertReport(ctx.tx, {
    id,
    campaignId: drive.campaignId,
    driveId,
    unitId,
    toUnitId: debt.leading ? null : debt.parentId,
    dueOn: debt.dueOn,
    now: ctx.now,
  });
  if (written === 0) {
    // Somebody else of the unit opened it in this very moment, or the id stands for another report.
    const other = await findReportOf(ctx.tx, driveId, unitId);
    if (other === undefined) throw new Problem("key-reused", 409);
    return { id: other.id, made: false };
  }
  await ctx.audit({ subject: { kind: "report", id }, unitId, detail: { drive: driveId } });
  return { id, made: true };
}

/** Opens and sends the unit's report in one act where the facts say that nobody of it gave. */
export async function reportNil(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  id: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDrive(ctx.tx, driveId, ctx.today);
  if (drive.state !== "closed") throw reportProblem("drive-not-closed");
  const unit = await getUnitNode(ctx.tx, unitId, ctx.today);
  let report = await findReportOf(ctx.tx, driveId, unitId);
  if (report === undefined) {
    await open(ctx, drive, unitId, id);
    report = await findReportOf(ctx.tx, driveId, unitId);
  }
  if (report === undefined) throw new Problem("key-reused", 409);
  await lockReport(ctx.tx, report.id);
  const held = await getReportRow(ctx.tx, report.id);
  if (held.nil && !isOpen(held.state)) {
    ctx.unchanged();
    return { id: held.id };
  }
  if (after(held.state, "submit") === undefined || held.kind !== "drive")
    throw reportProblem("report-not-open");
  const gave = await listGiven(ctx.tx, [driveId], unit.path, ctx.today);
  const filled = await fillReport(ctx.tx, drive, unit, ctx.today);
  // Units below answer for themselves first: their nothing is theirs to report.
  if (gave.has(driveId) || filled.lines.some(({ figures }) => figures === null))
    throw reportProblem("not-nil");
  await setNil(ctx.tx, held.id);
  await freeze(ctx, held, accountId(ctx));
  return { id: held.id };
}

/** The row as it stands once nobody else is moving it. */
async function hold(ctx: WriteCtx, reportId: string): Promise<AnyReport> {
  await lockReport(ctx.tx, reportId);
  const report = await getReportRow(ctx.tx, reportId);
  await ctx.allow(await placesOf(ctx.tx, report, ctx.today));
  return report;
}

export async function writeRemarks(
  ctx: WriteCtx,
  reportId: string,
  { remarks, parts }: { remarks: string; parts?: RemarkParts | undefined },
): Promise<{ id: string }> {
  const report = await hold(ctx, reportId);
  if (!isOpen(report.state)) throw reportProblem("report-not-open");
  if ((await setRemarks(ctx.tx, reportId, remarks, parts)) === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "report", id: reportId }, unitId: report.unitId });
  return { id: reportId };
}

/** Freezes the figures as of now under a new version, with the tree's names of today, and sends them up. */
export async function submitReport(ctx: WriteCtx, reportId: string): Promise<{ id: string }> {
  const report = await hold(ctx, reportId);
  const by = accountId(ctx);
  if (report.state === "submitted" && report.submittedBy === by) {
    ctx.unchanged();
    return { id: reportId };
  }
  if (after(report.state, "submit") === undefined) throw reportProblem("report-not-open");
  await freeze(ctx, report, by);
  return { id: reportId };
}

async function freeze(ctx: WriteCtx, report: AnyReport, by: string): Promise<void> {
  const sending = await sendingOf(ctx, report);
  const { toUnitId, unit } = sending;
  const to = toUnitId === null ? undefined : (await unitRefs(ctx.tx, [toUnitId], ctx.today)).get(toUnitId);
  const version = report.version + 1;
  await insertLines(ctx.tx, report.id, version, sending.lines);
  if (sending.covered !== undefined) await insertCovered(ctx.tx, report.id, version, sending.covered);
  await setSubmitted(ctx.tx, {
    id: report.id,
    version,
    toUnitId,
    unit,
    to: to ?? null,
    assigned: sending.assigned,
    own: sending.own,
    ...(sending.gaps !== undefined && { gaps: sending.gaps }),
    by,
    now: ctx.now,
  });
  if (report.kind === "drive") {
    await settleDuty(ctx, {
      campaignId: report.campaignId,
      unitId: report.unitId,
      duty: "report-after-drive",
      note: "",
    });
  }
  await ctx.audit({ subject: { kind: "report", id: report.id }, unitId: report.unitId, detail: { version } });
}

interface Sending {
  readonly unit: { readonly name: string; readonly shortName: string };
  /** Whoever stands above today, also where the tree has moved since it was opened. */
  readonly toUnitId: string | null;
  readonly lines: readonly LineRow[];
  /** Of the report of a drive: whose people its own line is made of. */
  readonly covered?: readonly string[];
  readonly assigned: number | null;
  readonly own: number | null;
  readonly gaps?: PeriodGaps;
}

/** What is sent, by kind of report. */
async function sendingOf(ctx: WriteCtx, report: AnyReport): Promise<Sending> {
  if (report.kind === "adjustment") {
    const of = await getAdjusted(ctx.tx, report);
    const lines = await adjustedLines(ctx.tx, of);
    if (lines.length === 0) throw reportProblem("nothing-to-adjust");
    const toUnitId = (await findAnswering(ctx.tx, of, ctx.today))?.toUnitId ?? of.toUnitId;
    const unit = { name: of.unitName ?? "", shortName: of.unitShortName ?? "" };
    return { unit, toUnitId, lines, assigned: null, own: null };
  }
  const unit = await getUnitNode(ctx.tx, report.unitId, ctx.today);
  if (isPeriod(report)) {
    const filled = await fillPeriod(ctx.tx, report, ctx.today);
    mustBeOver(report, filled.gaps, ctx.today);
    return { unit, toUnitId: await superiorOf(ctx.tx, report, unit, ctx.today), ...filled };
  }
  const drive = await getDrive(ctx.tx, report.driveId, ctx.today);
  const filled = await fillReport(ctx.tx, drive, unit, ctx.today);
  return { unit, toUnitId: unit.id === drive.leadingUnitId ? null : unit.parentId, ...filled };
}

export async function returnReport(
  ctx: WriteCtx,
  reportId: string,
  entry: { id: string; figure: string; text: string },
): Promise<{ id: string }> {
  const report = await hold(ctx, reportId);
  const known = await findComment(ctx.tx, entry.id);
  if (known?.reportId === reportId) {
    ctx.unchanged();
    return { id: reportId };
  }
  if (known !== undefined) throw new Problem("key-reused", 409);
  if (after(report.state, "return") === undefined) throw reportProblem("report-not-submitted");
  await insertComment(ctx.tx, {
    ...entry,
    reportId,
    version: report.version,
    by: accountId(ctx),
    at: ctx.now,
  });
  await setReturned(ctx.tx, reportId);
  await ctx.audit({
    subject: { kind: "report", id: reportId },
    unitId: report.unitId,
    detail: { version: report.version },
  });
  return { id: reportId };
}

/** Freezes the report for good, with what its paper says beside the figures. */
export async function approveReport(ctx: WriteCtx, reportId: string): Promise<{ id: string }> {
  const report = await hold(ctx, reportId);
  const by = accountId(ctx);
  if (report.state === "approved" && report.approvedBy === by) {
    ctx.unchanged();
    return { id: reportId };
  }
  if (after(report.state, "approve") === undefined) throw reportProblem("report-not-submitted");
  // The leading unit's report is approved by its own signatory, who thereby signs it. Any other is approved by the
  // level above, whose name does not belong under the unit's paper: room is left for the unit's own hand.
  const signer = report.toUnitId === null ? (await whoAmI(ctx)).displayName : null;
  const paper = { ...(await gatherPaper(ctx.tx, report, ctx.today)), signer };
  await setApproved(ctx.tx, reportId, { by, now: ctx.now, paper });
  await ctx.audit({
    subject: { kind: "report", id: reportId },
    unitId: report.unitId,
    detail: { version: report.version },
  });
  if (report.kind === "drive") await adjustAfterApproval(ctx, report);
  if (report.kind === "adjustment") await adjustAfterApproval(ctx, await getAdjusted(ctx.tx, report));
  return { id: reportId };
}
