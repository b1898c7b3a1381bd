import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../platform/pure/calendar.ts";
import type { HandoverState } from "../schema/handover.ts";
import { delegationRefusal, within } from "./delegation.ts";
import { after, inheritedUntil, moveRefusal, startRefusal, TRANSITIONS } from "./handover.ts";
import { standingOn, termRefusal } from "./terms.ts";

const today = "2021-06-02";
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));

describe("a term", () => {
  test.each([
    ["2021-06-02", undefined],
    [null, undefined],
    ["2021-06-01", "term-in-past"],
  ] as const)("that runs may end on %s: %s", (until, refusal) => {
    expect(termRefusal({ from: "2020-01-01", until: null }, until, today)).toBe(refusal);
  });
  test("that is over stays over, and one to come does not end before it begins", () => {
    expect(termRefusal({ from: "2020-01-01", until: "2021-06-01" }, null, today)).toBe("term-ended");
    expect(termRefusal({ from: "2021-07-01", until: null }, "2021-06-30", today)).toBe("term-in-past");
  });
  test("holds its first and its last day", () => {
    const term = { from: "2021-06-01", until: "2021-06-03" };
    expect(
      ["2021-05-31", "2021-06-01", "2021-06-03", "2021-06-04"].map((on) => standingOn(term, on)),
    ).toEqual(["coming", "running", "running", "past"]);
  });
});

test("a delegation lies within the delegator's own term, whatever the days", () => {
  fc.assert(
    fc.property(day, day, day, fc.option(day), (from, until, ownFrom, ownUntil) => {
      const own = { from: ownFrom, until: ownUntil };
      const offices = [{ from: "2018-01-01", until: null }];
      if (delegationRefusal({ term: { from, until }, today, own: [own], offices }) !== undefined) return;
      expect(today <= from && from <= until && ownFrom <= from).toBe(true);
      expect(ownUntil === null || until <= ownUntil).toBe(true);
    }),
  );
  expect(within({ from: "2021-01-01", until: null }, { from: "2020-01-01", until: "2022-01-01" })).toBe(
    false,
  );
});

describe("a handover", () => {
  test("goes planned → received, cancelled or lapsed, and no further", () => {
    const states = Object.keys(TRANSITIONS) as HandoverState[];
    const moves = states.flatMap((state) =>
      (["receive", "cancel", "lapse"] as const).flatMap((move) => after(state, move) ?? []),
    );
    expect(moves).toEqual(["received", "cancelled", "lapsed"]);
  });
  test("is cancelled before its day and received from it on, never both", () => {
    fc.assert(
      fc.property(day, (effectiveOn) => {
        const planned = { state: "planned" as const, effectiveOn };
        const may = (move: "receive" | "cancel") => moveRefusal(planned, move, today) === undefined;
        expect(may("cancel")).toBe(effectiveOn > today);
        expect(may("receive")).toBe(effectiveOn <= today);
      }),
    );
  });
  test("begins only where the predecessor holds the office on the eve", () => {
    const start = (from: string, until: string | null) =>
      startRefusal({ effectiveOn: "2021-06-10", until: null, today, held: { from, until } });
    expect(start("2018-01-01", null)).toBeUndefined();
    expect(start("2018-01-01", "2021-06-09")).toBeUndefined();
    expect(start("2018-01-01", "2021-06-08")).toBe("holder-not-there");
    expect(start("2021-06-10", null)).toBe("holder-not-there");
  });
  test("leaves the successor the predecessor's last day, unless that is over by then", () => {
    expect(inheritedUntil("2023-12-31", "2021-06-10")).toBe("2023-12-31");
    expect(inheritedUntil("2021-06-09", "2021-06-10")).toBeNull();
    expect(inheritedUntil(null, "2021-06-10")).toBeNull();
  });
});
