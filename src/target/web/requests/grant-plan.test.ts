import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grantPlan } from "./grant-plan.ts";

const SHARES = [
  { unitId: "asks", value: 60 },
  { unitId: "a", value: 100 },
  { unitId: "b", value: 5 },
];
const to = (value: number) => ({ unitId: "asks", value });

describe("granting another number", () => {
  it("takes a rise from the reserve as far as it reaches, and asks nobody else then", () => {
    const plan = grantPlan({ shares: SHARES, reserve: 50 }, to(80), [{ unitId: "a", typed: "7" }]);
    expect(plan).toMatchObject({ change: 20, fromReserve: 20, needed: 0, from: [], reserveAfter: 30 });
  });

  it("asks other units for what the reserve lacks; what they give too much stays in reserve", () => {
    const split = { shares: SHARES, reserve: 10 };
    const giving = (typed: string) => grantPlan(split, to(90), [{ unitId: "a", typed }]);
    expect(grantPlan(split, to(90), [])).toMatchObject({ fromReserve: 10, needed: 20 });
    expect(giving("19").reserveAfter).toBeUndefined();
    expect(giving("20").reserveAfter).toBe(0);
    expect(giving("23").reserveAfter).toBe(3);
  });

  it("lets nobody give up more than it holds, nor words for a number", () => {
    const giving = [
      { unitId: "a", typed: "mười" },
      { unitId: "b", typed: "6" },
    ];
    const plan = grantPlan({ shares: SHARES, reserve: 10 }, to(90), giving);
    expect(plan.wrong).toEqual(["a", "b"]);
    expect(plan.reserveAfter).toBeUndefined();
  });

  it("puts a fall into the reserve", () => {
    const plan = grantPlan({ shares: SHARES, reserve: 10 }, to(45), []);
    expect(plan).toMatchObject({ change: -15, reserveAfter: 25 });
  });

  it("never makes or loses a unit: shares and reserve keep their sum", () => {
    const number = fc.nat(500);
    fc.assert(
      fc.property(number, number, fc.nat(200), number, number, (now, value, reserve, share, less) => {
        const shares = [
          { unitId: "asks", value: now },
          { unitId: "a", value: share },
        ];
        const plan = grantPlan({ shares, reserve }, to(value), [{ unitId: "a", typed: String(less) }]);
        if (plan.reserveAfter === undefined) return;
        expect(value + plan.reserveAfter + (share - plan.given)).toBe(now + reserve + share);
        expect(plan.reserveAfter).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
