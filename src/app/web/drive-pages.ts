// Addresses of donation days: planned and booked by unions, entered by facilities and by a drive's desk.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

export const drivePages: RouteObject[] = [
  screen("dot", async () => (await import("../../drive/web/drives-page.tsx")).DrivesPage),
  screen("dot/moi", async () => (await import("../../drive/web/plan-page.tsx")).PlanDrivePage),
  screen("dot/lich", async () => (await import("../../drive/web/calendar/calendar-page.tsx")).CalendarPage),
  screen(
    "dot/:driveId/sua",
    async () => (await import("../../drive/web/change-plan-page.tsx")).ChangePlanPage,
  ),
  screen("dot/:driveId", async () => (await import("../../turnout/web/drive-page.tsx")).DrivePage),
  screen("dot/:driveId/moi-lai", async () => (await import("../../recall/web/recall-page.tsx")).RecallPage),
  screen("dot/:driveId/cam-on", async () => (await import("../../recall/web/thanks-page.tsx")).ThanksPage),
  screen("dot/:driveId/giu-cho", async () => (await import("../../booking/web/hold-page.tsx")).HoldPage),
  screen(
    "dot/:driveId/xep-cho",
    async () => (await import("../../booking/web/board/board-page.tsx")).BoardPage,
  ),
  screen(
    "dot/:driveId/doi-lich",
    async () => (await import("../../booking/web/changes/change-page.tsx")).ChangePage,
  ),
  screen(
    "dot/:driveId/ky-ten",
    async () => (await import("../../booking/web/lists/signed-page.tsx")).SignedPage,
  ),
  screen(
    "dot/:driveId/goi-dien",
    async () => (await import("../../booking/web/lists/calls-page.tsx")).CallsPage,
  ),
  screen(
    "tiep-nhan",
    async () => (await import("../../drive/web/facility-drives-page.tsx")).FacilityDrivesPage,
  ),
  screen(
    "tiep-nhan/:driveId/danh-sach",
    async () => (await import("../../turnout/web/list-page.tsx")).ListPage,
  ),
  screen(
    "tiep-nhan/kha-nang",
    async () => (await import("../../drive/web/calendar/capacity-page.tsx")).CapacityPage,
  ),
  screen("tiep-nhan/:driveId", async () => (await import("../../turnout/web/turnout-page.tsx")).TurnoutPage),
];

/** What the desk of a drive opens: the same entry of outcomes, without the sheet and the closing. */
export const deskDrivePages: RouteObject[] = [
  screen("", async () => (await import("../../turnout/web/turnout-page.tsx")).TurnoutPage),
];
