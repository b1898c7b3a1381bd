// Moments in the address, ticking units to remind, and how long something took.
import { describe, expect, it } from "vitest";
import { remindUnits } from "../../contract/chasing.ts";
import { MOST_REMINDED, pageTicked, tick, unitsOf } from "./choice.ts";
import { axisOf, DAY_MS, instantOf, momentOf, parseTypedTime, spanOf } from "./moment.ts";

const row = (id: string) => ({ unit: { id } });

describe("the moment of a list", () => {
  it("is the local time of Việt Nam", () => {
    expect(instantOf("2021-06-05", "15:30")).toBe("2021-06-05T15:30:00+07:00");
    expect(momentOf("2021-06-05T15:30")).toEqual({ day: "2021-06-05", time: "15:30" });
  });

  it("is now where the address names none, or none that exists", () => {
    for (const said of [null, "", "2021-06-05", "2021-02-30T10:00", "2021-06-05T25:00", "2021-06-05T9:00"])
      expect(momentOf(said)).toBeUndefined();
  });
});

it("reads a time as people write it", () => {
  expect(["15:30", "15h30", "15 g 30", "1530", "9h", "9"].map(parseTypedTime)).toEqual([
    "15:30",
    "15:30",
    "15:30",
    "15:30",
    "09:00",
    "09:00",
  ]);
  expect(["", "24:00", "9:7", "9:75", "sáng"].map(parseTypedTime)).toEqual(Array(5).fill(undefined));
});

describe("ticking units to remind", () => {
  const rows = [row("a"), row("b"), row("a")];

  it("counts a unit late with two things once", () => {
    expect(unitsOf(rows)).toEqual(["a", "b"]);
    expect(pageTicked(new Set(["a", "b"]), rows)).toBe("all");
  });

  it("says whether none, some or all of the page are ticked", () => {
    expect(pageTicked(new Set(), rows)).toBe("none");
    expect(pageTicked(new Set(["b", "z"]), rows)).toBe("some");
  });

  it("keeps what other pages have ticked", () => {
    expect([...tick(new Set(["z"]), ["a", "b"], true)]).toEqual(["z", "a", "b"]);
    expect([...tick(new Set(["z", "a"]), ["a", "b"], false)]).toEqual(["z"]);
  });

  it("never asks for more units than one reminder takes", () => {
    const many = Array.from(
      { length: MOST_REMINDED + 9 },
      (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
    );
    const chosen = tick(new Set(), many, true);
    expect(chosen.size).toBe(MOST_REMINDED);
    const body = { id: many[0], unitIds: [...chosen] };
    expect(remindUnits.body?.safeParse(body).success).toBe(true);
    expect(remindUnits.body?.safeParse({ ...body, unitIds: many }).success).toBe(false);
  });
});

it("tells how long something took in hours up to two days, then in days", () => {
  expect(spanOf(0.2)).toEqual({ days: 0, hours: 0 });
  expect(spanOf(47.4)).toEqual({ days: 0, hours: 47 });
  expect(spanOf(53)).toEqual({ days: 2, hours: 5 });
  expect(spanOf(48)).toEqual({ days: 2, hours: 0 });
});

describe("the axis of a curve", () => {
  const issued = Date.parse("2021-05-26T16:00:00+07:00");

  it("steps by midnights of Việt Nam over a week", () => {
    const { min, interval } = axisOf(issued, issued + 7 * DAY_MS, 9);
    expect(interval).toBe(DAY_MS);
    expect(new Date(min).toISOString()).toBe("2021-05-25T17:00:00.000Z");
  });

  it("steps by round hours over an afternoon, by weeks over months, never closer than asked", () => {
    expect(axisOf(issued, issued + DAY_MS / 4, 4).interval).toBe(DAY_MS / 8);
    for (const days of [0, 1, 3, 20, 100, 900]) {
      const { min, max, interval } = axisOf(issued, issued + days * DAY_MS, 9);
      expect((max - min) / interval).toBeLessThanOrEqual(12);
      expect(min).toBeLessThanOrEqual(issued);
      expect(max).toBeGreaterThan(min);
    }
  });
});
