// The report as a file: a marked draft until approved, the same bytes ever after.
import { writeOfficialDocument } from "../../document/service/writing/write.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import { PaperFacts } from "../schema.ts";
import { paperOf } from "./paper-document.ts";
import { gatherPaper } from "./paper-facts.ts";
import { describe, getReportRow, placesOf } from "./read.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export async function downloadReport(ctx: Ctx, reportId: string): Promise<FileAnswer> {
  const report = await getReportRow(ctx.db, reportId);
  await ctx.allow(await placesOf(ctx.db, report, ctx.today));
  const view = await describe(ctx, report);
  const facts =
    report.paper === null ? await gatherPaper(ctx.db, report, ctx.today) : PaperFacts.parse(report.paper);
  const document = paperOf(view, facts, {
    approvedOn: report.approvedAt === null ? undefined : dayIn(report.approvedAt),
    asOf: view.figuresAsOf ?? ctx.now,
    today: ctx.today,
    demo: ctx.demo,
  });
  const content = await writeOfficialDocument(document, report.approvedAt ?? ctx.now);
  const name = searchKey(view.unit.shortName).replace(/[^a-z0-9]+/gu, "-");
  return { fileName: `bao-cao-${view.driveDay}-${name}.docx`, mediaType: DOCX, content };
}
