// Addresses of the overview: a campaign at the unit one acts for, and at any unit below it.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

const overview = async () => (await import("../../dashboard/web/overview-page.tsx")).OverviewPage;

export const overviewPages: RouteObject[] = [
  screen("chien-dich/:campaignId/toan-canh", overview),
  screen("chien-dich/:campaignId/toan-canh/:shownId", overview),
];
