// When a message may go out, in local hours (UTC+7).
import { describe, expect, it, test } from "vitest";
import { mayLeaveAt, quietUntil } from "./quiet.ts";

describe("quiet hours", () => {
  test.each([
    ["20:59 is day", "2021-01-18T13:59:59.999Z", undefined],
    ["21:00 is night, until seven", "2021-01-18T14:00:00.000Z", "2021-01-19T00:00:00.000Z"],
    ["midnight is night", "2021-01-18T17:00:00.000Z", "2021-01-19T00:00:00.000Z"],
    ["06:59 is night", "2021-01-18T23:59:59.999Z", "2021-01-19T00:00:00.000Z"],
    ["07:00 is day", "2021-01-19T00:00:00.000Z", undefined],
    ["the last night of a year ends in the next", "2020-12-31T15:00:00.000Z", "2021-01-01T00:00:00.000Z"],
  ])("%s", (_what, instant, until) => {
    expect(quietUntil(instant)).toBe(until);
  });

  it("holds back what the program sends of its own accord, not what somebody waits for", () => {
    const night = "2021-01-18T15:00:00.000Z";
    expect(mayLeaveAt("reminder", night)).toBe("2021-01-19T00:00:00.000Z");
    expect(mayLeaveAt("booking-link", night)).toBe(night);
  });
});
