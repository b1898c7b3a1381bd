// When a wave goes, waits, or the round is over.
import { expect, it } from "vitest";
import { nextStep, type RoundStanding } from "./rounds.ts";

const round = (more: Partial<RoundStanding> = {}): RoundStanding => ({
  now: "2021-05-20T03:00:00.000Z",
  today: "2021-05-20",
  quietUntil: undefined,
  drive: { state: "open", day: "2021-06-09" },
  wanted: 50,
  perWave: 20,
  sent: 0,
  lastWave: undefined,
  waitDays: 3,
  free: 40,
  room: 40,
  ...more,
});
const asked = (at: string, open: number) => ({ at, open });

it("the first wave goes at once, by day", () => {
  expect(nextStep(round())).toEqual({ step: "send", people: 20 });
  expect(nextStep(round({ quietUntil: "2021-05-20T00:00:00.000Z" }))).toEqual({ step: "wait" });
});

it("the next wave waits three days, or until everybody asked has a place", () => {
  const at = "2021-05-17T03:00:00.001Z";
  expect(nextStep(round({ sent: 20, lastWave: asked(at, 1) }))).toEqual({ step: "wait" });
  expect(nextStep(round({ sent: 20, lastWave: asked(at, 0) }))).toEqual({ step: "send", people: 20 });
  const before = "2021-05-17T03:00:00.000Z";
  expect(nextStep(round({ sent: 20, lastWave: asked(before, 9) }))).toEqual({ step: "send", people: 20 });
});

it("never more are asked than wanted, nor than there are places", () => {
  expect(nextStep(round({ wanted: 50, sent: 45 }))).toEqual({ step: "send", people: 5 });
  expect(nextStep(round({ room: 3 }))).toEqual({ step: "send", people: 3 });
  expect(nextStep(round({ room: 0 }))).toEqual({ step: "wait" });
});

it("a round ends when it has asked enough, when the day is full, and with the drive", () => {
  expect(nextStep(round({ sent: 50 }))).toEqual({ step: "end", reason: "reached" });
  expect(nextStep(round({ free: 0, room: 0 }))).toEqual({ step: "end", reason: "full" });
  for (const state of ["closed", "cancelled", "approved"]) {
    expect(nextStep(round({ drive: { state, day: "2021-06-09" } }))).toEqual({
      step: "end",
      reason: "drive-over",
    });
  }
  expect(nextStep(round({ today: "2021-06-09" }))).toEqual({ step: "end", reason: "drive-over" });
  expect(nextStep(round({ today: "2021-06-08" }))).toEqual({ step: "send", people: 20 });
});
