import { expect, test } from "vitest";
import { type BehindFacts, whyBehind } from "./why-behind.ts";

const facts = (some: Partial<BehindFacts> = {}): BehindFacts => ({
  target: 100,
  doneHundredths: 3000,
  due: 0.5,
  dueSoon: 0.5,
  registeredHeld: 70,
  registeredComing: 10,
  donated: 46,
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

test("too few registered for what the next week asks is told before the drive, in people", () => {
  const before = { due: 0, dueSoon: 1, doneHundredths: 0, registeredHeld: 0, donated: 0 };
  // 100 units at 7 in 10 giving one each: 143 people, of whom 129 will do.
  expect(whyBehind(facts({ ...before, registeredComing: 128 }))).toEqual({
    behind: true,
    why: [{ code: "registrations", have: 128, need: 143 }],
  });
  expect(whyBehind(facts({ ...before, registeredComing: 129 })).behind).toBe(false);
});

test("who has given more than was due needs that many fewer for the days to come", () => {
  expect(whyBehind(facts({ doneHundredths: 9000, dueSoon: 0.9, registeredComing: 0 })).behind).toBe(false);
  expect(whyBehind(facts({ doneHundredths: 9000, dueSoon: 1, registeredComing: 0 })).why).toEqual([
    { code: "registrations", have: 0, need: 15 },
  ]);
});

test("few registered at the drives held explains what is missing", () => {
  // 50 units due: 72 people.
  expect(whyBehind(facts({ registeredHeld: 40, donated: 28 })).why).toEqual([
    { code: "registrations-held", have: 40, need: 72 },
  ]);
});

test("a yield is to blame only when it is low beyond chance, and of enough people", () => {
  expect(codes({ registeredHeld: 100, donated: 30 })).toEqual(["yield"]);
  expect(codes({ registeredHeld: 19, donated: 2 })).not.toContain("yield");
  expect(codes({ registeredHeld: 70, donated: 46 })).not.toContain("yield");
});

test("letters, drives and the want of any reason are told", () => {
  expect(codes({ notReceived: true })).toEqual(["receipt"]);
  expect(
    codes({ driveNear: false, comingNear: false, registeredHeld: 0, donated: 0, doneHundredths: 0 }),
  ).toEqual(["no-drive", "registrations-held"]);
  expect(codes({ comingNear: false })).toEqual(["no-drive-left"]);
  expect(codes({})).toEqual(["unexplained"]);
});
