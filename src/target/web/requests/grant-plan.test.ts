import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grantPlan } from "./grant-plan.ts";

const SHARES = new Map([
  ["a", 100],
  ["b", 5],
]);

describe("granting another number", () => {
  it("takes a rise from the reserve as far as it reaches", () => {
    expect(grantPlan({ now: 60, value: 80, reserve: 50 }, [], SHARES)).toMatchObject({
      change: 20,
      fromReserve: 20,
      needed: 0,
      reserveAfter: 30,
      fits: true,
    });
  });

  it("asks other units for what the reserve lacks, and says when they give too much or too little", () => {
    const rise = { now: 60, value: 90, reserve: 10 };
    expect(grantPlan(rise, [], SHARES)).toMatchObject({ fromReserve: 10, needed: 20, fits: false });
    expect(grantPlan(rise, [{ unitId: "a", typed: "20" }], SHARES).fits).toBe(true);
    expect(grantPlan(rise, [{ unitId: "a", typed: "21" }], SHARES).fits).toBe(false);
  });

  it("lets nobody give up more than it holds", () => {
    const from = [
      { unitId: "a", typed: "14" },
      { unitId: "b", typed: "6" },
    ];
    expect(grantPlan({ now: 60, value: 90, reserve: 10 }, from, SHARES)).toMatchObject({
      wrong: ["b"],
      fits: false,
    });
  });

  it("puts a fall into the reserve", () => {
    expect(grantPlan({ now: 60, value: 45, reserve: 10 }, [], SHARES)).toMatchObject({
      change: -15,
      reserveAfter: 25,
      fits: true,
    });
  });

  it("never makes or loses a unit: shares and reserve keep their sum", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(200), fc.nat(500), (now, value, reserve, share) => {
        const shares = new Map([["a", share]]);
        const { needed } = grantPlan({ now, value, reserve }, [], shares);
        const from = needed > 0 ? [{ unitId: "a", typed: String(needed) }] : [];
        const plan = grantPlan({ now, value, reserve }, from, shares);
        fc.pre(plan.fits);
        expect(value + plan.reserveAfter + (share - plan.given)).toBe(now + reserve + share);
        expect(plan.reserveAfter).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
