// Reports that adjust an approved one: made where its facts were corrected or a report below came in after it, sent up
// the same chain, and told at once to every level above.
import { reachableOfficers } from "../../account/service.ts";
import { type Outgoing, queueEmail } from "../../message/service.ts";
import type { AuditEntry, Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { differenceOf, isChange, NO_FIGURES, sumFigures } from "../rules/figures.ts";
import { isOpen } from "../rules/life-cycle.ts";
import type { Adjustment, AdjustmentRow as ListedAdjustment } from "../schema/adjustment.ts";
import { type Difference, RemarkParts, reportProblem } from "../schema.ts";
import {
  findApproved,
  insertNotices,
  listAdjustmentsAt,
  listApprovedBelow,
  listCoveredWithin,
  listOfficialLines,
  listUpwards,
} from "../store/adjustments.ts";
import { approvedFigures, countedFigures } from "../store/facts.ts";
import { type LineRow, listLines } from "../store/lines.ts";
import {
  type AdjustmentRow,
  findAnswering,
  findReport,
  insertAdjustment,
  listAdjustmentsOf,
  listComments,
  listCovered,
  type ReportRow,
} from "../store/reports.ts";
import { totalOf } from "./figures.ts";
import { actionsOn, getReportRow, nameOf, placesOf } from "./places.ts";

/** What opening an adjustment takes of a use case, or of a job that has no request. */
export interface Adjusting extends Outgoing {
  readonly publicUrl: string;
  audit(entry: AuditEntry): Promise<void>;
}

const LISTED = 200;

/**
 * Lines of an approved report that the facts of now contradict, each as it is said and as it would be said: its own
 * people by the counts, a unit below by its approved report with the adjustments approved of it.
 */
export async function adjustedLines(
  db: Db,
  of: Pick<ReportRow, "id" | "driveId" | "unitId" | "version" | "unitName" | "unitShortName">,
): Promise<LineRow[]> {
  const official = await listOfficialLines(db, of.id);
  const children = official.filter(({ source }) => source === "child");
  const below = await listApprovedBelow(db, {
    driveId: of.driveId,
    unitId: of.unitId,
    childIds: children.map(({ unitId }) => unitId),
  });
  const now = await approvedFigures(
    db,
    below.map(({ id }) => id),
  );
  const counted = await countedFigures(db, of.driveId, await listCovered(db, of.id, of.version));
  const self = { unitId: of.unitId, unitName: of.unitName ?? "", unitShortName: of.unitShortName ?? "" };
  const candidates = [
    ...below.map((unit) => ({
      unitId: unit.unitId,
      unitName: unit.unitName,
      unitShortName: unit.unitShortName,
      source: "child" as const,
      after: now.get(unit.unitId) ?? NO_FIGURES,
    })),
    { ...self, source: "own" as const, after: counted },
  ];
  return candidates.flatMap(({ after, source, ...unit }): LineRow[] => {
    const said = official.find((line) => line.source === source && line.unitId === unit.unitId);
    // A report without own people has no line for them.
    const before = said === undefined ? (source === "own" ? NO_FIGURES : null) : said.reported ? said : null;
    if (before !== null && !isChange(differenceOf(before, after))) return [];
    const line = { ...unit, parentId: null, assigned: null, ownTarget: null };
    return [
      { ...line, source: source === "own" ? "own-before" : "child-before", figures: before },
      { ...line, source, figures: after },
    ];
  });
}

/** What the facts have become since, less what the approved report says; null where they are the same. */
export async function changedSince(db: Db, report: ReportRow): Promise<Difference | null> {
  const lines = await listLines(db, report.id, report.version);
  const now = await countedFigures(db, report.driveId, await listCoveredWithin(db, report.id));
  const difference = differenceOf(totalOf(lines), now);
  return isChange(difference) ? difference : null;
}

/**
 * Makes the adjustment an approved report asks for, unless one is under way, and tells the unit and every level above.
 * @returns its id; undefined where the report says what the facts say
 */
export async function ensureAdjustment(
  ctx: Adjusting,
  reportId: string,
  id = ctx.newId(),
): Promise<{ id: string; made: boolean } | undefined> {
  const of = await findReport(ctx.tx, reportId);
  if (of?.kind !== "drive" || of.state !== "approved") return undefined;
  const running = (await listAdjustmentsOf(ctx.tx, reportId)).find(({ state }) => state !== "approved");
  if (running === undefined && (await adjustedLines(ctx.tx, of)).length === 0) return undefined;
  if (running !== undefined && running.state !== "draft" && running.state !== "returned") {
    return { id: running.id, made: false };
  }
  const adjustmentId = running?.id ?? id;
  if (running === undefined) {
    const today = dayIn(ctx.now);
    const toUnitId = (await findAnswering(ctx.tx, of, today))?.toUnitId ?? of.toUnitId;
    if ((await insertAdjustment(ctx.tx, { id, of, toUnitId, now: ctx.now })) === 0) {
      const other = (await listAdjustmentsOf(ctx.tx, reportId)).find(({ state }) => state !== "approved");
      if (other === undefined) throw new Problem("key-reused", 409);
      return { id: other.id, made: false };
    }
    await ctx.audit({
      subject: { kind: "report", id },
      unitId: of.unitId,
      detail: { adjusts: reportId },
    });
  }
  await tell(ctx, of, adjustmentId, running === undefined);
  return { id: adjustmentId, made: running === undefined };
}

/** Every level the report went up to, and the unit itself: a line in their reports, and e-mail where they gave an address. */
async function tell(ctx: Adjusting, of: ReportRow, adjustmentId: string, first: boolean): Promise<void> {
  const units = [...new Set((await listUpwards(ctx.tx, of.id)).map(({ unitId }) => unitId))];
  await insertNotices(
    ctx.tx,
    { reportId: of.id, adjustmentId, at: ctx.now },
    units.map((unitId) => ({ id: ctx.newId(), unitId })),
  );
  if (!first) return;
  for (const { unitId, accountId } of await reachableOfficers(ctx.tx, units, dayIn(ctx.now))) {
    await queueEmail(ctx, {
      accountId,
      template: "report-adjusted",
      params: {
        unit: of.unitName ?? "",
        drive: of.driveName,
        day: formatDay(of.driveDay),
        ours: unitId === of.unitId ? "yes" : "no",
        link: `${ctx.publicUrl}/u/${unitId}/bao-cao`,
      },
    });
  }
}

/**
 * After a report or an adjustment was approved: the report of the level above, if it is approved already, no longer says
 * what is known; nor does this one, where its facts changed while it was on its way.
 */
export async function adjustAfterApproval(ctx: Adjusting, of: ReportRow): Promise<void> {
  await ensureAdjustment(ctx, of.id);
  if (of.toUnitId === null) return;
  const above = await findApproved(ctx.tx, of.driveId, of.toUnitId);
  if (above !== undefined) await ensureAdjustment(ctx, above.id);
}

export async function openAdjustment(ctx: WriteCtx, reportId: string, id: string): Promise<{ id: string }> {
  const report = await getReportRow(ctx.tx, reportId);
  await ctx.allow(await placesOf(ctx.tx, report, ctx.today));
  const found = await ensureAdjustment(ctx, reportId, id);
  if (found === undefined) throw reportProblem("nothing-to-adjust");
  if (!found.made) ctx.unchanged();
  return { id: found.id };
}

export async function getAdjusted(db: Db, adjustment: AdjustmentRow): Promise<ReportRow> {
  const of = await findReport(db, adjustment.ofId);
  if (of?.kind !== "drive") throw notFound("report");
  return of;
}

export async function viewAdjustment(ctx: Ctx, reportId: string): Promise<Adjustment> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
  if (report.kind !== "adjustment") throw notFound("report");
  return describeAdjustment(ctx, report);
}

export async function describeAdjustment(ctx: Ctx, report: AdjustmentRow): Promise<Adjustment> {
  const of = await getAdjusted(ctx.db, report);
  const lines = isOpen(report.state)
    ? await adjustedLines(ctx.db, of)
    : await listLines(ctx.db, report.id, report.version);
  const earlier = (await listOfficialBefore(ctx.db, of, report)).filter((line) => line.figures !== null);
  const before = sumFigures(earlier.map(({ figures }) => figures));
  const pairs = lines.flatMap((line) => {
    if (line.source !== "own" && line.source !== "child") return [];
    const said = lines.find(
      (other) => other.unitId === line.unitId && other.source === `${line.source}-before`,
    );
    return {
      unit: { id: line.unitId, name: line.unitName, shortName: line.unitShortName },
      source: line.source,
      before: said?.figures ?? null,
      after: line.figures ?? NO_FIGURES,
    };
  });
  const difference = differenceOf(
    sumFigures(pairs.map((pair) => pair.before)),
    sumFigures(pairs.map((pair) => pair.after)),
  );
  return {
    id: report.id,
    ofId: of.id,
    number: report.adjustmentNo,
    campaignId: of.campaignId,
    driveId: of.driveId,
    driveName: of.driveName,
    driveDay: of.driveDay,
    unit: { id: of.unitId, name: of.unitName ?? "", shortName: of.unitShortName ?? "" },
    to: await nameOf(ctx, report.toUnitId, report.toUnitName, report.toUnitShortName),
    state: report.state,
    version: report.version,
    figuresAsOf: isOpen(report.state) ? null : report.figuresAsOf,
    remarks: report.remarks,
    parts: RemarkParts.parse(report.parts),
    lines: pairs,
    before,
    after: sumFigures([before, difference]),
    difference,
    comments: await listComments(ctx.db, report.id),
    allowedActions: await actionsOn(ctx, report),
  };
}

/** What the report said before this adjustment: its own lines, changed by the approved adjustments before it. */
async function listOfficialBefore(db: Db, of: ReportRow, report: AdjustmentRow): Promise<LineRow[]> {
  const said = new Map<string, LineRow>();
  const earlier = (await listAdjustmentsOf(db, of.id)).filter(
    ({ adjustmentNo, state }) => state === "approved" && adjustmentNo < report.adjustmentNo,
  );
  for (const one of [of, ...earlier]) {
    for (const line of await listLines(db, one.id, one.version)) {
      if (line.source === "own" || line.source === "child") said.set(`${line.source} ${line.unitId}`, line);
    }
  }
  return [...said.values()];
}

export async function listAdjustments(ctx: Ctx, unitId: string): Promise<{ items: ListedAdjustment[] }> {
  await ctx.allow({ unit: unitId });
  const found = await listAdjustmentsAt(ctx.db, unitId, LISTED);
  return {
    items: found.map((row) => ({
      id: row.id,
      ofId: row.ofId,
      unit: { id: row.unitId, name: row.unitName, shortName: row.unitShortName },
      driveName: row.driveName,
      driveDay: row.driveDay,
      number: row.number,
      state: row.state,
      at: row.at,
      stands:
        row.state === "approved"
          ? "done"
          : row.unitId === unitId && isOpen(row.state)
            ? "to-make"
            : row.toUnitId === unitId && row.state === "submitted"
              ? "to-decide"
              : "told",
    })),
  };
}
