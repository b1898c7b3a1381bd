// Whether a unit stood on a day.
import { expect, it } from "vitest";
import { absenceOn } from "./standing.ts";

const stretch = (from: string, until: string | null) => ({
  from,
  until,
  name: "LĐLĐ huyện",
  shortName: "LĐLĐ huyện",
  superiorName: null,
  notation: "LĐLĐ",
  placeName: "Mẫu",
  kind: "district-federation" as const,
  parent: null,
  decision: null,
  endedBy: null,
});
const entries = [stretch("2004-01-01", "2021-02-28"), stretch("2021-03-01", "2025-06-30")];

it("says that a unit had not been opened before its first day", () => {
  expect(absenceOn(entries, "2003-12-31")).toEqual({ why: "not-yet", day: "2004-01-01" });
  expect(absenceOn(entries, "2004-01-01")).toBeUndefined();
});

it("says that a unit has ended from the day after its last", () => {
  expect(absenceOn(entries, "2025-06-30")).toBeUndefined();
  expect(absenceOn(entries, "2025-07-01")).toEqual({ why: "ended", day: "2025-07-01", last: "2025-06-30" });
});

it("knows of no absence of a unit that goes on, or of one nothing is known of", () => {
  expect(absenceOn([stretch("2025-07-01", null)], "2030-01-01")).toBeUndefined();
  expect(absenceOn([], "2025-07-01")).toBeUndefined();
});
