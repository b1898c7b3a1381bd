// Contract ↔ service.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import { listAdjustments as adjustments, getAdjustment, openAdjustment } from "./contract/adjustment.ts";
import * as period from "./contract/period.ts";
import * as contract from "./contract.ts";
import { listAdjustments, openAdjustment as startAdjustment, viewAdjustment } from "./service/adjusting.ts";
import { exportCompleteness, pageCompleteness } from "./service/completeness.ts";
import {
  approveReport,
  openReport,
  reportNil,
  returnReport,
  submitReport,
  writeRemarks,
} from "./service/move.ts";
import { downloadReport } from "./service/paper.ts";
import { listPeriods, listPeriodsBelow, openPeriod, viewPeriod } from "./service/period.ts";
import { quickText, sendQuick } from "./service/quick.ts";
import { pageBelow, pageOwed, viewReport } from "./service/read.ts";

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
    implement(contract.writeRemarks, (ctx, { params, body }) => writeRemarks(ctx, params.reportId, body)),
    implement(contract.reportNil, (ctx, { params, body }) =>
      reportNil(ctx, params.unitId, params.driveId, body.id),
    ),
    implement(contract.submitReport, (ctx, { params }) => submitReport(ctx, params.reportId)),
    implement(contract.returnReport, (ctx, { params, body }) => returnReport(ctx, params.reportId, body)),
    implement(contract.approveReport, (ctx, { params }) => approveReport(ctx, params.reportId)),
    implement(contract.downloadReport, (ctx, { params }) => downloadReport(ctx, params.reportId)),
    implement(contract.sendQuick, (ctx, { params }) => sendQuick(ctx, params.unitId, params.driveId)),
    implement(contract.quickFigure, async (ctx, { params }) => ({
      text: await quickText(ctx, params.unitId, params.driveId),
    })),
    implement(adjustments, (ctx, { params }) => listAdjustments(ctx, params.unitId)),
    implement(openAdjustment, (ctx, { params, body }) => startAdjustment(ctx, params.reportId, body.id)),
    implement(getAdjustment, (ctx, { params }) => viewAdjustment(ctx, params.reportId)),
    implement(period.listPeriods, (ctx, { params }) => listPeriods(ctx, params.unitId)),
    implement(period.listPeriodsBelow, (ctx, { params, query }) =>
      listPeriodsBelow(ctx, params.unitId, query),
    ),
    implement(period.openPeriod, (ctx, { params, body }) => openPeriod(ctx, params.unitId, body)),
    implement(period.getPeriod, (ctx, { params }) => viewPeriod(ctx, params.reportId)),
    implement(period.listCompleteness, (ctx, { params, query }) =>
      pageCompleteness(ctx, params.unitId, query),
    ),
    implement(period.exportCompleteness, (ctx, { params, query }) =>
      exportCompleteness(ctx, params.unitId, query),
    ),
  ],
  constraints: { report_frozen: { code: "report-frozen", status: 409 } },
};
