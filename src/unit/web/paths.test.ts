// Which other day's tree the page one is on shows, so that links from it lead to the same day.
import { expect, it } from "vitest";
import { dayIn, dayShownAt, groupingPath, groupingsPath, unitPath } from "./paths.ts";

const today = "2025-08-09";
const dayAt = (address: string) => {
  const { pathname, search } = new URL(address, "http://localhost");
  return dayShownAt("p", { pathname, search }, today);
};

it("finds the day on every page that shows a tree or a grouping of another day", () => {
  for (const address of [
    unitPath("p", "p", "2025-06-30"),
    unitPath("p", "x", "2025-06-30"),
    groupingsPath("p", "2025-06-30"),
    groupingPath("p", "g", "2025-06-30"),
  ])
    expect([address, dayAt(address)]).toEqual([address, "2025-06-30"]);
});

it("finds none where today's tree is shown, nor on pages that are about something else", () => {
  for (const address of [
    unitPath("p", "x"),
    unitPath("p", "x", today),
    "/u/p/cong-doan?asOf=2025-02-30",
    "/u/p/cong-doan/quyet-dinh/d?asOf=2025-06-30",
    "/u/p/cong-doan/x/can-bo?asOf=2025-06-30",
    "/u/p/cong-doan-khac?asOf=2025-06-30",
    "/u/p/chien-dich/c/chi-tieu?asOf=2025-06-30",
    unitPath("q", "x", "2025-06-30"),
  ])
    expect([address, dayAt(address)]).toEqual([address, undefined]);
});

it("takes what is no day for today", () => {
  expect(dayIn(new URLSearchParams("asOf=hôm qua"), today)).toBeUndefined();
  expect(dayIn(new URLSearchParams(""), today)).toBeUndefined();
});
