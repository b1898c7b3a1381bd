// Places of a slot from what the stations take.
import fc from "fast-check";
import { expect, it } from "vitest";
import { throughputOf } from "./throughput.ts";

const STATIONS = { doctors: 3, examMinutes: 5, beds: 8, bedMinutes: 12 };

it("the slowest station decides: three doctors at five minutes, eight beds at twelve", () => {
  expect(throughputOf(STATIONS, 30)).toEqual({
    exam: 18,
    collection: 16,
    perSlot: 16,
    slowest: "collection",
  });
  expect(throughputOf({ ...STATIONS, doctors: 2 }, 30)).toMatchObject({ perSlot: 12, slowest: "exam" });
  expect(throughputOf({ doctors: 1, examMinutes: 10, beds: 1, bedMinutes: 10 }, 30).slowest).toBeUndefined();
});

it("a bed takes whole donors only, and nobody where a number is missing", () => {
  expect(throughputOf({ ...STATIONS, bedMinutes: 16 }, 30).collection).toBe(8);
  expect(throughputOf({ ...STATIONS, bedMinutes: 31 }, 30).perSlot).toBe(0);
  expect(throughputOf({ ...STATIONS, doctors: 0 }, 30).perSlot).toBe(0);
  expect(throughputOf({ ...STATIONS, examMinutes: Number.NaN }, 30).perSlot).toBe(0);
});

it("one more doctor or bed never takes fewer, a longer examination never more", () => {
  const number = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(number, number, number, number, number, (doctors, examMinutes, beds, bedMinutes, slot) => {
      const here = { doctors, examMinutes, beds, bedMinutes };
      const base = throughputOf(here, slot).perSlot;
      expect(throughputOf({ ...here, doctors: doctors + 1 }, slot).perSlot).toBeGreaterThanOrEqual(base);
      expect(throughputOf({ ...here, beds: beds + 1 }, slot).perSlot).toBeGreaterThanOrEqual(base);
      expect(throughputOf({ ...here, examMinutes: examMinutes + 1 }, slot).perSlot).toBeLessThanOrEqual(base);
    }),
  );
});
