// The report as a file: a marked draft until approved, the same bytes ever after.
import { writeOfficialDocument } from "../../document/service/writing/write.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import { periodName } from "../rules/periods.ts";
import { PaperFacts } from "../schema.ts";
import { type AnyReport, isPeriod } from "../store/reports.ts";
import { describeAdjustment } from "./adjusting.ts";
import { paperOfAdjustment } from "./paper-adjustment.ts";
import { paperOf } from "./paper-document.ts";
import { gatherPaper } from "./paper-facts.ts";
import type { PaperDays } from "./paper-frame.ts";
import { paperOfPeriod } from "./paper-period.ts";
import { describePeriod } from "./period.ts";
import { getReportRow, placesOf } from "./places.ts";
import { describe } from "./read.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export async function downloadReport(ctx: Ctx, reportId: string): Promise<FileAnswer> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
  const facts =
    report.paper === null ? await gatherPaper(ctx.db, report, ctx.today) : PaperFacts.parse(report.paper);
  const days: PaperDays = {
    approvedOn: report.approvedAt === null ? undefined : dayIn(report.approvedAt),
    asOf: ctx.now,
    today: ctx.today,
    demo: ctx.demo,
  };
  const { document, name } = await written(ctx, report, facts, days);
  const content = await writeOfficialDocument(document, report.approvedAt ?? ctx.now);
  const inName = (text: string): string => searchKey(text).replace(/[^a-z0-9]+/gu, "-");
  return { fileName: `bao-cao-${name.map(inName).join("-")}.docx`, mediaType: DOCX, content };
}

/** The paper by kind of report, and what its file is called after. */
async function written(ctx: Ctx, report: AnyReport, facts: PaperFacts, days: PaperDays) {
  if (isPeriod(report)) {
    const view = await describePeriod(ctx, report);
    const span = report.kind === "campaign" ? "chien-dich" : periodName(report.kind, view);
    return {
      document: paperOfPeriod(view, facts, { ...days, asOf: view.figuresAsOf ?? ctx.now }),
      name: [span, view.unit.shortName],
    };
  }
  if (report.kind === "adjustment") {
    const view = await describeAdjustment(ctx, report);
    return {
      document: paperOfAdjustment(view, facts, { ...days, asOf: view.figuresAsOf ?? ctx.now }),
      name: ["dieu-chinh", view.driveDay, view.unit.shortName],
    };
  }
  const view = await describe(ctx, report);
  return {
    document: paperOf(view, facts, { ...days, asOf: view.figuresAsOf ?? ctx.now }),
    name: [view.driveDay, view.unit.shortName],
  };
}
