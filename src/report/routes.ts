// Contract ↔ service.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as contract from "./contract.ts";
import { approveReport, openReport, returnReport, submitReport, writeRemarks } from "./service/move.ts";
import { downloadReport } from "./service/paper.ts";
import { pageBelow, pageOwed, quickText, viewReport } from "./service/read.ts";

export const report: CapabilityRoutes = {
  routes: [
    implement(contract.listOwed, (ctx, { params, query }) => pageOwed(ctx, params.unitId, query)),
    implement(contract.listBelow, (ctx, { params, query }) =>
      pageBelow(ctx, params.unitId, params.driveId, query),
    ),
    implement(contract.openReport, (ctx, { params, body }) =>
      openReport(ctx, params.unitId, params.driveId, body.id),
    ),
    implement(contract.getReport, (ctx, { params }) => viewReport(ctx, params.reportId)),
    implement(contract.writeRemarks, (ctx, { params, body }) =>
      writeRemarks(ctx, params.reportId, body.remarks),
    ),
    implement(contract.submitReport, (ctx, { params }) => submitReport(ctx, params.reportId)),
    implement(contract.returnReport, (ctx, { params, body }) => returnReport(ctx, params.reportId, body)),
    implement(contract.approveReport, (ctx, { params }) => approveReport(ctx, params.reportId)),
    implement(contract.downloadReport, (ctx, { params }) => downloadReport(ctx, params.reportId)),
    implement(contract.quickFigure, async (ctx, { params }) => ({
      text: await quickText(ctx, params.unitId, params.driveId),
    })),
  ],
  constraints: { report_frozen: { code: "report-frozen", status: 409 } },
};
