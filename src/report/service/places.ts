// A report of any kind: where authority over it is asked, who it goes to, what may be done with it next.
import type { Resource } from "../../platform/contract/authority.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { unitRefs } from "../../unit/service.ts";
import { after, isLate, isOpen } from "../rules/life-cycle.ts";
import type { ReportState } from "../schema.ts";
import { type AnyReport, findAnswering, findReport } from "../store/reports.ts";

export async function getReportRow(db: Db, reportId: string): Promise<AnyReport> {
  const found = await findReport(db, reportId);
  if (found === undefined) throw notFound("report");
  return found;
}

/**
 * The names policy knows a report by: the unit that makes it, the one it goes to, who may approve and return it. Once it
 * is sent, who stands for a unit that has ended answers for it; what such a unit had not sent is nobody's any more, but
 * for an adjustment of what it had.
 */
export async function placesOf(
  db: Db,
  report: Pick<AnyReport, "unitId" | "toUnitId" | "state" | "kind">,
  today: string,
): Promise<Resource> {
  const answering = await findAnswering(db, report, today);
  const stays = isOpen(report.state) && report.kind !== "adjustment";
  const unit = stays ? report.unitId : (answering?.unitId ?? report.unitId);
  if (report.toUnitId === null) return { unit, approver: unit, leading: unit };
  const to = answering?.toUnitId ?? report.toUnitId;
  return { unit, approver: to, to };
}

/** What the asker may do with it next, from the same table the moves obey. */
export async function actionsOn(ctx: Ctx, report: AnyReport): Promise<string[]> {
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

/** A unit under the name it was sent with, else of today; null for nobody. */
export async function nameOf(
  ctx: Ctx,
  id: string | null,
  name: string | null,
  shortName: string | null,
): Promise<UnitRef | null> {
  if (id === null) return null;
  if (name !== null) return { id, name, shortName: shortName ?? "" };
  return (await unitRefs(ctx.db, [id], ctx.today)).get(id) ?? { id, name: "", shortName: "" };
}

export const lateness = (
  report: { state: ReportState | null; dueOn: string | null; submittedAt: string | null },
  today: string,
): boolean =>
  isLate({ ...report, submittedOn: report.submittedAt === null ? null : dayIn(report.submittedAt) }, today);
