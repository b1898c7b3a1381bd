// The hours of reminders.
import { expect, it } from "vitest";
import { quietUntil } from "../../message/rules/quiet.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { remindersDue } from "./reminding.ts";

const due = (now: string) => remindersDue(now, dayIn(now)).map(({ kind, day }) => `${kind} ${day}`);

it("two days before, from eight in the morning until noon of the eve", () => {
  expect(due("2021-06-07T00:59:59.999Z")).not.toContain("two-days 2021-06-09");
  expect(due("2021-06-07T01:00:00.000Z")).toContain("two-days 2021-06-09");
  expect(due("2021-06-08T04:59:59.999Z")).toContain("two-days 2021-06-09");
  expect(due("2021-06-08T05:00:00.000Z")).not.toContain("two-days 2021-06-09");
});

it("on the eve from six to nine in the evening", () => {
  expect(due("2021-06-08T10:59:59.999Z")).not.toContain("eve 2021-06-09");
  expect(due("2021-06-08T11:00:00.000Z")).toContain("eve 2021-06-09");
  expect(due("2021-06-08T14:00:00.000Z")).not.toContain("eve 2021-06-09");
});

it("nobody is reminded of a day that has come", () => {
  expect(due("2021-06-09T02:00:00.000Z").filter((word) => word.endsWith("06-09"))).toEqual([]);
});

it("an eve's reminder is never due at night", () => {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const now = new Date(Date.parse("2021-06-08T00:00:00.000Z") + minute * 60_000).toISOString();
    if (due(now).some((word) => word.startsWith("eve"))) expect(quietUntil(now)).toBeUndefined();
  }
});
