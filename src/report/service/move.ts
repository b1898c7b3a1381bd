// A report on its way: opened, worded, submitted, returned, approved. Each move holds the report's row, asks the table
// of moves, and writes its audit row in the same transaction.
import { whoAmI } from "../../account/service.ts";
import { settleDuty } from "../../directive/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { after, dueDay, isOpen } from "../rules/life-cycle.ts";
import { reportProblem } from "../schema.ts";
import { findDebt } from "../store/facts.ts";
import {
  findComment,
  findReportOf,
  insertComment,
  insertCovered,
  insertLines,
  insertReport,
  lockReport,
  type ReportRow,
  setApproved,
  setRemarks,
  setReturned,
  setSubmitted,
} from "../store/reports.ts";
import { fillReport, getDrive } from "./figures.ts";
import { gatherPaper } from "./paper-facts.ts";
import { getReportRow, placesOf } from "./read.ts";

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
  const debt = await findDebt(ctx.tx, driveId, unitId, ctx.today);
  if (debt === undefined) throw reportProblem("owes-no-report");
  const written = await insertReport(ctx.tx, {
    id,
    campaignId: drive.campaignId,
    driveId,
    unitId,
    toUnitId: debt.leading ? null : debt.parentId,
    dueOn: dueDay(drive.day, debt.reportDays),
    now: ctx.now,
  });
  if (written === 0) {
    // Somebody else of the unit opened it in this very moment, or the id stands for another report.
    const other = await findReportOf(ctx.tx, driveId, unitId);
    if (other === undefined) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: other.id };
  }
  await ctx.audit({ subject: { kind: "report", id }, unitId, detail: { drive: driveId } });
  return { id };
}

/** The row as it stands once nobody else is moving it. */
async function hold(ctx: WriteCtx, reportId: string): Promise<ReportRow> {
  await lockReport(ctx.tx, reportId);
  const report = await getReportRow(ctx.tx, reportId);
  await ctx.allow(await placesOf(ctx.tx, report, ctx.today));
  return report;
}

export async function writeRemarks(
  ctx: WriteCtx,
  reportId: string,
  remarks: string,
): Promise<{ id: string }> {
  const report = await hold(ctx, reportId);
  if (!isOpen(report.state)) throw reportProblem("report-not-open");
  if ((await setRemarks(ctx.tx, reportId, remarks)) === 0) ctx.unchanged();
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
  const unit = await getUnitNode(ctx.tx, report.unitId, ctx.today);
  const drive = await getDrive(ctx.tx, report.driveId, ctx.today);
  const filled = await fillReport(ctx.tx, drive, unit, ctx.today);
  // It goes to whoever stands above today, also where the tree has moved since it was opened.
  const toUnitId = unit.id === drive.leadingUnitId ? null : unit.parentId;
  const to = toUnitId === null ? undefined : (await unitRefs(ctx.tx, [toUnitId], ctx.today)).get(toUnitId);
  const version = report.version + 1;
  await insertLines(ctx.tx, reportId, version, filled.lines);
  await insertCovered(ctx.tx, reportId, version, filled.covered);
  await setSubmitted(ctx.tx, {
    id: reportId,
    version,
    toUnitId,
    unit,
    to: to ?? null,
    assigned: filled.assigned,
    own: filled.own,
    by,
    now: ctx.now,
  });
  await settleDuty(ctx, {
    campaignId: report.campaignId,
    unitId: report.unitId,
    duty: "report-after-drive",
    note: "",
  });
  await ctx.audit({ subject: { kind: "report", id: reportId }, unitId: report.unitId, detail: { version } });
  return { id: reportId };
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
  return { id: reportId };
}
