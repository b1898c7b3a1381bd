// The days on which the tree changed, and stepping from tree to tree.
import { expect, it } from "vitest";
import { dayBack, dayOn, stopInForce, stopsOf, wayToStop } from "./stops.ts";

const asMarked = [
  { day: "2025-07-01", title: "Kết thúc LĐLĐ huyện" },
  { day: "2025-06-01", title: "Công đoàn Viên chức" },
  { day: "2025-07-01", title: "Thành lập công đoàn xã" },
  { day: "2025-07-01", title: "Thành lập công đoàn xã" },
];
const stops = stopsOf(asMarked);

it("puts what took effect on one day together, earliest day first", () => {
  expect(stops).toEqual([
    { day: "2025-06-01", titles: ["Công đoàn Viên chức"] },
    { day: "2025-07-01", titles: ["Kết thúc LĐLĐ huyện", "Thành lập công đoàn xã"] },
  ]);
});

it("shows the tree of a change from its day on, and not the day before", () => {
  expect(stopInForce(stops, "2025-07-01")?.day).toBe("2025-07-01");
  expect(stopInForce(stops, "2025-06-30")?.day).toBe("2025-06-01");
  expect(stopInForce(stops, "2025-05-31")).toBeUndefined();
});

it("steps back to the last day of the tree before and on to the first day of the next", () => {
  expect(dayBack(stops, "2025-08-09")).toBe("2025-06-30");
  expect(dayBack(stops, "2025-06-30")).toBe("2025-05-31");
  expect(dayBack(stops, "2025-05-31")).toBeUndefined();
  expect(dayOn(stops, "2025-05-31")).toBe("2025-06-01");
  expect(dayOn(stops, "2025-06-01")).toBe("2025-07-01");
  expect(dayOn(stops, "2025-07-01")).toBeUndefined();
});

it("goes along the line from one stop to another, and stays where the tree is the same", () => {
  expect(wayToStop({ stops, asOf: "2025-07-01" }, { stops, asOf: "2025-06-30" })).toBe("along");
  expect(wayToStop({ stops, asOf: "2025-06-01" }, { stops, asOf: "2025-05-31" })).toBe("along");
  expect(wayToStop({ stops, asOf: "2025-08-09" }, { stops: stopsOf(asMarked), asOf: "2025-07-01" })).toBe(
    undefined,
  );
});

it("goes at once to the stop in force of a new line, and again when an earlier stop becomes known", () => {
  const known = stops.slice(1);
  const asOf = "2025-08-09";
  expect(wayToStop(undefined, { stops: known, asOf })).toBe("at-once");
  expect(wayToStop({ stops: known, asOf }, { stops, asOf })).toBe("at-once");
});
