// A crowd's question is answered once; nobody is given what is older than two seconds or than what they wrote.
import fc from "fast-check";
import { expect, it } from "vitest";
import { RECENT_MS, RecentAnswers } from "./recent.ts";

const yes = async () => true;

it("makes an answer once for a crowd that asks while it is being made", async () => {
  const answers = new RecentAnswers(() => 1_000);
  let made = 0;
  const make = async () => {
    made += 1;
    await new Promise((done) => setTimeout(done, 5));
    return made;
  };
  const asked = Array.from({ length: 50 }, () =>
    answers.get("a", { notBefore: 0, asOf: 1_000, worth: yes }, make),
  );
  expect((await Promise.all(asked)).map(({ value }) => value)).toEqual(Array(50).fill(1));
  expect(made).toBe(1);
});

it("makes what is quick anew for each who asks", async () => {
  const answers = new RecentAnswers(() => 1_000);
  let made = 0;
  const ask = () =>
    answers.get("a", { notBefore: 0, asOf: 1_000, worth: async () => false }, async () => {
      made += 1;
    });
  await ask();
  await ask();
  expect(made).toBe(2);
});

it("gives a failure to who waits, and tries anew for who comes after", async () => {
  const answers = new RecentAnswers(() => 1_000);
  const wanted = { notBefore: 0, asOf: 1_000, worth: yes };
  const failing = answers.get("a", wanted, () => Promise.reject(new Error("away")));
  const waiting = answers.get("a", wanted, async () => "never asked");
  await expect(failing).rejects.toThrow("away");
  await expect(waiting).rejects.toThrow("away");
  expect((await answers.get("a", wanted, async () => "there")).value).toBe("there");
});

it("is never older than two seconds, nor than what the asker wrote or saw, whatever the order of things", async () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 1_500 }),
    key: fc.constantFrom("a", "b"),
    wrote: fc.boolean(),
    /** How far behind what would be read now is. */
    behind: fc.constantFrom(0, 0, 700),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let now = 1_000_000;
      const answers = new RecentAnswers(() => now);
      for (const { wait, key, wrote, behind } of steps) {
        now += wait;
        const notBefore = wrote ? now - behind : 0;
        const asOf = now - behind;
        const made = now;
        const { value, asOf: shows } = await answers.get(
          key,
          { notBefore, asOf, worth: yes },
          async () => made,
        );
        expect(now - value).toBeLessThan(RECENT_MS);
        expect(value).toBeGreaterThanOrEqual(notBefore);
        expect(shows).toBeGreaterThanOrEqual(notBefore);
        expect(shows).toBeLessThanOrEqual(now);
      }
    }),
  );
});
