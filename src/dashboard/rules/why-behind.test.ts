import { expect, test } from "vitest";
import { type BehindFacts, whyBehind } from "./why-behind.ts";

const facts = (some: Partial<BehindFacts> = {}): BehindFacts => ({
  target: 100,
  doneHundredths: 3000,
  due: 0.5,
  dueSoon: 0.5,
  registered: 80,
  registeredHeld: 45,
  donated: 30,
  notReceived: false,
  driveNear: true,
  comingNear: true,
  level: { yielded: 0.7, perDonorHundredths: 100 },
  ...some,
});
const codes = (some: Partial<BehindFacts>) => whyBehind(facts(some)).why.map(({ code }) => code);

test("who has what the plan asks is not behind, and who has no target is behind nothing", () => {
  expect(whyBehind(facts({ doneHundredths: 5000 }))).toEqual({ behind: false, why: [] });
  expect(whyBehind(facts({ target: null }))).toEqual({ behind: false, why: [] });
  expect(whyBehind(facts({ target: 0 }))).toEqual({ behind: false, why: [] });
});

test("too few registered for what is due within a week is told before the drive, in people", () => {
  const few = whyBehind(
    facts({ due: 0, dueSoon: 1, doneHundredths: 0, registered: 40, registeredHeld: 0, donated: 0 }),
  );
  // 100 units at 7 in 10 giving one each: 143 people.
  expect(few).toEqual({ behind: true, why: [{ code: "registrations", have: 40, need: 143 }] });
});

test("a unit that reached what is due needs nobody more, however few were registered", () => {
  expect(
    whyBehind(facts({ doneHundredths: 5000, registered: 50, registeredHeld: 50, donated: 50 })).behind,
  ).toBe(false);
});

test("a yield is to blame only when it is low beyond chance, and of enough people", () => {
  expect(codes({ registered: 100, registeredHeld: 100, donated: 30 })).toContain("yield");
  expect(codes({ registered: 100, registeredHeld: 19, donated: 2 })).not.toContain("yield");
  expect(codes({ registered: 100, registeredHeld: 40, donated: 26 })).not.toContain("yield");
});

test("letters, drives and the want of any reason are told", () => {
  expect(codes({ notReceived: true })).toEqual(["receipt"]);
  expect(
    codes({
      driveNear: false,
      comingNear: false,
      registered: 0,
      registeredHeld: 0,
      donated: 0,
      doneHundredths: 0,
    }),
  ).toEqual(["no-drive", "registrations"]);
  expect(codes({ comingNear: false })).toEqual(["no-drive-left"]);
  expect(codes({})).toEqual(["unexplained"]);
});
