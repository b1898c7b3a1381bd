// Drives beside each other, and the days they fall on.
import { describe, expect, it } from "vitest";
import { clashesOf, type PlannedDrive } from "./clashes.ts";
import { occasionsBetween } from "./occasions.ts";

const drive = (id: string, more: Partial<PlannedDrive> = {}): PlannedDrive => ({
  id,
  day: "2021-06-09",
  place: "Nhà văn hóa tỉnh",
  facilityId: "hospital",
  hostPath: "p.a.",
  ...more,
});
const around = (drives: PlannedDrive[]) => ({
  drives,
  facilityDays: [],
  capacities: [],
  intervalDays: 84,
});
const STATED = { facilityId: "hospital", from: "2021-06-01", until: "2021-06-30", mostDonors: 100, teams: 1 };

describe("a drive", () => {
  it("stands in nobody's way alone", () => {
    expect(clashesOf(drive("x"), around([drive("x")]))).toEqual([]);
  });

  it("clashes where its facility has fewer teams than drives, or takes fewer donors than there are places", () => {
    const facts = (drives: number, places: number) => ({
      ...around([drive("x")]),
      capacities: [STATED],
      facilityDays: [{ facilityId: "hospital", day: "2021-06-09", drives, places }],
    });
    expect(clashesOf(drive("x"), facts(1, 100))).toEqual([]);
    expect(clashesOf(drive("x"), facts(2, 100))).toEqual([{ kind: "facility-teams", drives: 2, teams: 1 }]);
    expect(clashesOf(drive("x"), facts(1, 101))).toEqual([
      { kind: "facility-donors", places: 101, most: 100 },
    ]);
    // Outside the days it spoke of, a facility has said nothing.
    const later = drive("x", { day: "2021-07-01" });
    expect(clashesOf(later, { ...facts(9, 999), drives: [later] })).toEqual([]);
  });

  it("clashes with another in the same hall on the same day, however the name is typed", () => {
    const other = drive("y", { place: "NHÀ VĂN HOÁ  tỉnh", facilityId: "other", hostPath: "p.b." });
    expect(clashesOf(drive("x"), around([drive("x"), other]))).toEqual([
      { kind: "same-place", otherId: "y" },
    ]);
    expect(clashesOf(drive("x"), around([{ ...other, day: "2021-06-10" }]))).toEqual([]);
  });

  it("comes too soon after the last one for the same people, by less than 84 days", () => {
    const before = (day: string, hostPath: string) => drive("y", { day, hostPath, place: "Nơi khác" });
    const found = (day: string, hostPath: string) =>
      clashesOf(drive("x"), around([before(day, hostPath)])).map(({ kind }) => kind);
    expect(found("2021-03-18", "p.a.")).toEqual(["interval"]); // 83 days
    expect(found("2021-03-17", "p.a.")).toEqual([]); // 84
    expect(found("2021-05-01", "p.")).toEqual(["interval"]); // held by the union above
    expect(found("2021-05-01", "p.a.a1.")).toEqual(["interval"]); // by one below
    expect(found("2021-05-01", "p.b.")).toEqual([]); // by another
    expect(found("2021-07-01", "p.a.")).toEqual([]); // the later one is told, not this
  });

  it("is told of feasts and examinations, not of days that call for it", () => {
    const on = (day: string) => clashesOf(drive("x", { day }), around([]));
    expect(on("2021-02-12")).toEqual([{ kind: "occasion", occasion: "tet" }]);
    expect(on("2021-04-21")).toEqual([{ kind: "occasion", occasion: "hung-kings" }]);
    expect(on("2021-07-07")).toEqual([{ kind: "occasion", occasion: "school-exam" }]);
    expect(on("2021-06-14")).toEqual([]);
  });
});

it("occasions are those that touch the days asked for, the earliest first, over the turn of a year", () => {
  expect(occasionsBetween("2020-12-31", "2021-02-09").map(({ occasion }) => occasion)).toEqual([
    "new-year",
    "tet",
  ]);
  expect(occasionsBetween("2021-04-01", "2021-04-30").map(({ occasion }) => occasion)).toEqual([
    "blood-donation-day",
    "hung-kings",
    "reunification",
  ]);
});
