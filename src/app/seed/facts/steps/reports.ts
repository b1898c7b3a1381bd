// Rows of the reports of one drive: report, lines and covered units of each version sent, and the words it came back with.
// vi-data: what somebody writes under a report is Vietnamese in every interface language.
import { idOf } from "../../chance.ts";
import { unitId } from "../../country.ts";
import { json, type Put, type Table, table } from "../../step.ts";
import type { Drive, Held } from "../drive.ts";
import { actorOf, type Named, nameOf } from "../ground.ts";
import { paperOf } from "../papers.ts";
import type { Plan } from "../plan.ts";
import { FACT } from "../purposes.ts";
import { type Line, type Report, reportsOf } from "../reports.ts";
import { dayOf, iso, isoOrNull } from "../seasons.ts";

export const REPORT = table(
  "report.report",
  "id kind campaign_id drive_id unit_id to_unit_id state due_on version figures_as_of submitted_at submitted_by approved_at approved_by unit_name unit_short_name to_unit_name to_unit_short_name assigned own_target paper from_day until_day gaps created_at",
);
export const LINE = table(
  "report.line",
  "report_id version ordinal unit_id parent_id unit_name unit_short_name source reported assigned own_target registered donated bags_250 bags_350 bags_450 ml units_hundredths drive_id lacking",
);
const COVERED = table("report.covered", "report_id version credited_unit_id");
const COMMENT = table("report.comment", "id report_id version figure text author at");

export const REPORT_TABLES: readonly Table[] = [REPORT, LINE, COVERED, COMMENT];

const WORDS = "Đề nghị rà soát lại số liệu và gửi lại.";

/** Answers what was put. */
export function putReports(put: Put, plan: Plan, held: Held): readonly Report[] {
  const reports = reportsOf(plan, held);
  reports.forEach((report, nth) => {
    putReport(put, plan, held.drive, report);
    for (let version = 1; version <= report.version; version++) {
      report.lines.forEach((line, ordinal) => {
        putLine(put, plan, { id: report.id, version, ordinal, line });
      });
      for (const unit of report.covered) put(COVERED, report.id, version, unitId(plan.country, unit));
    }
    if (report.returnedMs === null) return;
    const id = idOf(plan.country.seed, FACT.comment, held.drive.ordinal * 4096 + nth, report.returnedMs);
    put(COMMENT, id, report.id, 1, "", WORDS, actorOf(plan.country, report.to), iso(report.returnedMs));
  });
  return reports;
}

function putReport(put: Put, plan: Plan, drive: Drive, report: Report): void {
  const { country } = plan;
  const sent = report.version > 0;
  const name: Named | null = sent ? nameOf(country, report.unit) : null;
  const to: Named | null = sent && report.to >= 0 ? nameOf(country, report.to) : null;
  const approver = report.to >= 0 ? actorOf(country, report.to) : actorOf(country, report.unit, "signatory");
  put(
    REPORT,
    report.id,
    "drive",
    drive.campaignId,
    drive.id,
    unitId(country, report.unit),
    report.to < 0 ? null : unitId(country, report.to),
    report.state,
    report.dueOn === null ? null : dayOf(report.dueOn),
    report.version,
    isoOrNull(report.submittedMs),
    isoOrNull(report.submittedMs),
    sent ? actorOf(country, report.unit) : null,
    isoOrNull(report.approvedMs),
    report.approvedMs === null ? null : approver,
    name?.name ?? null,
    name?.shortName ?? null,
    to?.name ?? null,
    to?.shortName ?? null,
    sent ? report.assigned : null,
    sent ? report.ownTarget : null,
    report.approvedMs === null ? null : json(paperOf(plan, drive, report)),
    null,
    null,
    null,
    iso(report.createdMs),
  );
}

function putLine(
  put: Put,
  { country }: Plan,
  { id, version, ordinal, line }: { id: string; version: number; ordinal: number; line: Line },
): void {
  const { figures } = line;
  put(
    LINE,
    id,
    version,
    ordinal,
    unitId(country, line.unit),
    line.parent < 0 ? null : unitId(country, line.parent),
    line.name.name,
    line.name.shortName,
    line.source,
    figures !== null,
    line.assigned,
    line.ownTarget,
    figures?.registered ?? null,
    figures?.donated ?? null,
    figures?.bags250 ?? null,
    figures?.bags350 ?? null,
    figures?.bags450 ?? null,
    figures?.ml ?? null,
    figures?.unitsHundredths ?? null,
    null,
    0,
  );
}
