import { describe, expect, test } from "vitest";
import type { ReportState } from "../schema.ts";
import { after, isLate, isOpen, TRANSITIONS } from "./life-cycle.ts";

describe("the life of a report", () => {
  const STATES = Object.keys(TRANSITIONS) as ReportState[];

  test("goes draft → submitted → returned or approved, and returned → submitted", () => {
    const moves = STATES.flatMap((state) =>
      (["submit", "return", "approve"] as const).map((move) => [state, move, after(state, move)]),
    ).filter(([, , to]) => to !== undefined);
    expect(moves).toEqual([
      ["draft", "submit", "submitted"],
      ["submitted", "return", "returned"],
      ["submitted", "approve", "approved"],
      ["returned", "submit", "submitted"],
    ]);
  });

  test("nothing leads out of approved", () => {
    expect(TRANSITIONS.approved).toEqual({});
  });

  test("the unit works on it while it is a draft or has come back", () => {
    expect(STATES.filter(isOpen)).toEqual(["draft", "returned"]);
  });
});

describe("late", () => {
  const DUE = "2021-06-14";
  test.each<[string, ReportState | null, string | null, string | null, string, boolean]>([
    ["not opened on the due day", null, DUE, null, "2021-06-14", false],
    ["not opened the day after", null, DUE, null, "2021-06-15", true],
    ["a draft the day after", "draft", DUE, null, "2021-06-15", true],
    ["sent on the due day, looked at a month later", "submitted", DUE, "2021-06-14", "2021-07-14", false],
    ["sent a day late", "approved", DUE, "2021-06-15", "2021-06-15", true],
    ["sent in time, returned, and the day is over", "returned", DUE, "2021-06-12", "2021-06-15", true],
    ["no rule says when", null, null, null, "2022-01-01", false],
  ])("%s", (_, state, dueOn, submittedOn, today, late) => {
    expect(isLate({ state, dueOn, submittedOn }, today)).toBe(late);
  });
});
