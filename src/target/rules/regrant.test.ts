// Another number for one unit: where it comes from, where it goes, and that nothing is made or lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { regrant } from "./regrant.ts";

const split = {
  shares: [
    { unitId: "a", value: 60 },
    { unitId: "b", value: 30 },
  ],
  reserve: 10,
};

test("a rise comes from the reserve, a fall goes into it", () => {
  expect(regrant(split, { unitId: "a", value: 68, from: [] })).toMatchObject({
    ok: true,
    reserve: 2,
    shares: [
      { unitId: "a", value: 68 },
      { unitId: "b", value: 30 },
    ],
  });
  expect(regrant(split, { unitId: "b", value: 0, from: [] })).toMatchObject({ ok: true, reserve: 40 });
  expect(regrant(split, { unitId: "new", value: 5, from: [] })).toMatchObject({ ok: true, reserve: 5 });
});

test("a rise beyond the reserve needs somebody who gives some up", () => {
  expect(regrant(split, { unitId: "a", value: 75, from: [] })).toEqual({
    ok: false,
    code: "reserve-too-small",
    reserve: 10,
    needed: 5,
  });
  const from = [{ unitId: "b", value: 8 }];
  expect(regrant(split, { unitId: "a", value: 75, from })).toMatchObject({
    ok: true,
    reserve: 3,
    shares: [
      { unitId: "a", value: 75 },
      { unitId: "b", value: 22 },
    ],
  });
});

test("nobody gives up what they have not, twice, or to themselves", () => {
  const asked = (from: { unitId: string; value: number }[]) =>
    regrant(split, { unitId: "a", value: 61, from });
  expect(asked([{ unitId: "b", value: 31 }])).toEqual({ ok: false, code: "above-share" });
  expect(asked([{ unitId: "x", value: 0 }])).toEqual({ ok: false, code: "above-share" });
  expect(asked([{ unitId: "a", value: 1 }])).toEqual({ ok: false, code: "itself" });
  expect(
    asked([
      { unitId: "b", value: 1 },
      { unitId: "b", value: 1 },
    ]),
  ).toEqual({ ok: false, code: "twice" });
});

test("shares and reserve add up to what they did, whatever is granted", () => {
  const value = fc.nat(200);
  fc.assert(
    fc.property(value, value, value, value, value, (a, b, reserve, wanted, given) => {
      const before = {
        shares: [
          { unitId: "a", value: a },
          { unitId: "b", value: b },
        ],
        reserve,
      };
      const done = regrant(before, { unitId: "a", value: wanted, from: [{ unitId: "b", value: given }] });
      if (!done.ok) return;
      expect(done.shares.reduce((sum, share) => sum + share.value, done.reserve)).toBe(a + b + reserve);
      expect(Math.min(done.reserve, ...done.shares.map((share) => share.value))).toBeGreaterThanOrEqual(0);
    }),
  );
});
