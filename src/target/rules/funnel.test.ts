// How many to invite: the distribution against closed forms, the plan against counting it out.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaBelow, betaQuantile, logGamma } from "./beta.ts";
import { ASSUMPTION, donationsFor, seekFor, yieldOf } from "./funnel.ts";

describe("the Beta distribution", () => {
  test("is that of textbooks", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
    expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    expect(betaBelow(0.3, 2, 1)).toBeCloseTo(0.09, 12);
    expect(betaBelow(0.3, 1, 3)).toBeCloseTo(1 - 0.7 ** 3, 12);
    // Three of four tosses at 1/2 at least: 5/16.
    expect(betaBelow(0.5, 3, 2)).toBeCloseTo(5 / 16, 12);
  });

  test("has the value back that a chance was told for", () => {
    const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (chance, a, b) => {
        expect(betaBelow(betaQuantile(chance, a, b), a, b)).toBeCloseTo(chance, 5);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the yield of a drive to come", () => {
  test("is the planning rule where nothing is known: between 55 % and 85 %, four times in five", () => {
    const rule = yieldOf([]);
    expect(rule).toMatchObject({ of: null, came: null });
    expect(rule.alpha).toBeCloseTo(ASSUMPTION.alpha, 9);
    expect(rule.likely).toBeCloseTo(0.71, 2);
    expect(rule.low).toBeCloseTo(ASSUMPTION.low, 2);
    expect(rule.high).toBeCloseTo(ASSUMPTION.high, 2);
  });

  test("comes to the record of past drives as there are more of them, and keeps the doubt of one drive to the next", () => {
    const one = yieldOf([{ of: 400, came: 200 }]);
    const many = yieldOf(Array.from({ length: 30 }, () => ({ of: 400, came: 200 })));
    expect(one.likely).toBeGreaterThan(0.55);
    expect(many.likely).toBeGreaterThan(0.5);
    expect(many.likely).toBeLessThan(0.51);
    expect(many.high - many.low).toBeLessThan(one.high - one.low);
    // A drive of its own still differs: far wider than 12,000 people would tell of the mean alone.
    expect(many.high - many.low).toBeGreaterThan(0.2);
    expect(many).toMatchObject({ of: 12_000, came: 6000 });
  });

  test("counts a big drive for little more than a middling one, so that one day does not decide", () => {
    const small = yieldOf([{ of: 50, came: 20 }]);
    const big = yieldOf([{ of: 5000, came: 2000 }]);
    expect(small.likely - big.likely).toBeLessThan(0.04);
  });

  test("tells no counts that would single a few people out", () => {
    expect(yieldOf([{ of: 9, came: 4 }])).toMatchObject({ of: null, came: null });
    expect(yieldOf([{ of: 40, came: 37 }])).toMatchObject({ of: null, came: null });
    expect(yieldOf([{ of: 40, came: 35 }])).toMatchObject({ of: 40, came: 35 });
    expect(yieldOf([{ of: 40, came: 40 }])).toMatchObject({ of: 40, came: 40 });
  });
});

/** The chance that at least `need` of `people` give: beta-binomial, summed term by term. */
function chanceOf(need: number, people: number, alpha: number, beta: number): number {
  let chance = 0;
  for (let k = need; k <= people; k++) {
    const ways = logGamma(people + 1) - logGamma(k + 1) - logGamma(people - k + 1);
    const of = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
    chance += Math.exp(ways + of(k + alpha, people - k + beta) - of(alpha, beta));
  }
  return chance;
}

describe("registrations to seek", () => {
  test("for 120 units where nothing is known: some 170, between 142 and 218, and 197 to be sure four times in five", () => {
    expect(seekFor(donationsFor(120, 100), yieldOf([]), 0.8)).toEqual({
      likely: 170,
      low: 142,
      high: 218,
      safe: 197,
    });
    expect(donationsFor(120, 140)).toBe(86);
    expect(seekFor(0, yieldOf([]), 0.8)).toEqual({ likely: 0, low: 0, high: 0, safe: 0 });
  });

  test("more confidence asks for more people, never fewer than the mean asks for from one half up", () => {
    const rule = yieldOf([]);
    const asked = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99].map(
      (confidence) => seekFor(200, rule, confidence).safe,
    );
    expect(asked).toEqual([...asked].sort((a, b) => a - b));
    expect(new Set(asked).size).toBe(asked.length);
  });

  test.each([1, 5, 20, 150])(
    "is the least number that holds what it promises, counted out, for %i donations",
    (need) => {
      for (const steps of [[], [{ of: 300, came: 210 }]]) {
        const { alpha, beta, ...rate } = yieldOf(steps);
        for (const confidence of [0.5, 0.8, 0.9]) {
          const { safe } = seekFor(need, { alpha, beta, ...rate }, confidence);
          expect(chanceOf(need, safe, alpha, beta)).toBeGreaterThanOrEqual(confidence - 1e-9);
          if (safe > need) expect(chanceOf(need, safe - 1, alpha, beta)).toBeLessThan(confidence);
        }
      }
    },
  );

  test("goes on smoothly where chances are no longer counted out", () => {
    const rule = yieldOf([]);
    const [counted, beyond] = [seekFor(3000, rule, 0.9).safe / 3000, seekFor(3001, rule, 0.9).safe / 3001];
    expect(Math.abs(counted / beyond - 1)).toBeLessThan(0.002);
  });
});
