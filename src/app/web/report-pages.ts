// Addresses of reports: owed and made by a unit, and those of the units below it for one drive.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

export const reportPages: RouteObject[] = [
  screen("bao-cao", async () => (await import("../../report/web/reports-page.tsx")).ReportsPage),
  screen("bao-cao/dot/:driveId", async () => (await import("../../report/web/below-page.tsx")).BelowPage),
  screen("bao-cao/:reportId", async () => (await import("../../report/web/report-page.tsx")).ReportPage),
];
