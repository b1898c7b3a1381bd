// Addresses of reports: owed and made by a unit, those of the units below it for one drive, of periods, adjustments.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

export const reportPages: RouteObject[] = [
  screen("bao-cao", async () => (await import("../../report/web/reports-page.tsx")).ReportsPage),
  screen("bao-cao/dot/:driveId", async () => (await import("../../report/web/below-page.tsx")).BelowPage),
  screen("bao-cao/ky/:reportId", async () => (await import("../../report/web/period-page.tsx")).PeriodPage),
  screen(
    "bao-cao/dieu-chinh/:reportId",
    async () => (await import("../../report/web/adjustment-page.tsx")).AdjustmentPage,
  ),
  screen(
    "bao-cao/tinh-hinh-nop",
    async () => (await import("../../report/web/completeness-page.tsx")).CompletenessPage,
  ),
  screen("bao-cao/:reportId", async () => (await import("../../report/web/report-page.tsx")).ReportPage),
];
