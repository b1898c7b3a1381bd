// Addresses of an officer's first screens: duties, letters, campaigns, targets, unions.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

const units = async () => (await import("./units.tsx")).Units;

export const officerPages: RouteObject[] = [
  screen("viec", async () => (await import("./home.tsx")).Home),
  screen("van-ban", async () => (await import("../../directive/web/letters-page.tsx")).LettersPage),
  screen(
    "van-ban/doc",
    async () => (await import("../../directive/web/read-letter-page.tsx")).ReadLetterPage,
  ),
  screen(
    "van-ban/:directiveId",
    async () => (await import("../../directive/web/letter-page.tsx")).LetterPage,
  ),
  screen("chien-dich", async () => (await import("./campaigns.tsx")).Campaigns),
  screen(
    "chien-dich/:campaignId/chi-tieu",
    async () => (await import("../../target/web/targets-page.tsx")).TargetsPage,
  ),
  screen("doan-vien", async () => (await import("../../person/web/people-page.tsx")).PeoplePage),
  screen("cong-doan", units),
  screen("cong-doan/:shownId", units),
];
