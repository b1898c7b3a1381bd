// Three hundred names are typed back in ten minutes: at most four keys each, whatever their order.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Volume } from "../schema.ts";
import { meant, press, SIGNS, startTyping } from "./typing.ts";

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const SIGN: Readonly<Record<Volume, string>> = { 250: "/", 350: "+", 450: "*", 0: "-" };

/** Types these rows as a person would: digits only where the next number is another. */
function type(rows: readonly (readonly [number, Volume])[], numbers: readonly number[]) {
  let state = startTyping(numbers);
  let keys = 0;
  const entries: (readonly [number, Volume])[] = [];
  const hit = (key: string): void => {
    const pressed = press(state, key, numbers);
    state = pressed.state;
    keys++;
    if (pressed.entry) entries.push([pressed.entry.number, pressed.entry.volume]);
  };
  for (const [number, volume] of rows) {
    if (meant(state) !== number) for (const digit of String(number)) hit(digit);
    hit(SIGN[volume]);
  }
  return { entries, keys };
}

const volume = fc.constantFrom<Volume>(0, 250, 350, 450);

describe("typing a list back", () => {
  it("takes one key a person down the paper", () => {
    const rows = upTo(300).map((number) => [number, 350] as const);
    expect(type(rows, upTo(300))).toEqual({ entries: rows, keys: 300 });
  });

  it("takes at most four keys a person in any order, and enters exactly what was typed", () => {
    const shuffled = fc.shuffledSubarray(upTo(300), { minLength: 300 });
    fc.assert(
      fc.property(shuffled, fc.array(volume, { minLength: 300, maxLength: 300 }), (numbers, volumes) => {
        const rows = numbers.map((number, index) => [number, volumes[index] ?? 0] as const);
        const { entries, keys } = type(rows, upTo(300));
        expect(entries).toEqual(rows);
        expect(keys).toBeLessThanOrEqual(4 * 300);
      }),
      { numRuns: 30 },
    );
  });

  it("never enters a number that is not on the paper, whatever is pressed", () => {
    const key = fc.constantFrom(
      ...Object.keys(SIGNS),
      ..."0123456789",
      "Enter",
      "Backspace",
      "Escape",
      "a",
      "Tab",
    );
    const numbers = [1, 2, 5, 12, 120];
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        let state = startTyping(numbers);
        for (const pressed of keys) {
          const result = press(state, pressed, numbers);
          if (result.entry) expect(numbers).toContain(result.entry.number);
          if (result.unknown !== undefined) expect(numbers).not.toContain(result.unknown);
          state = result.state;
        }
      }),
    );
  });

  it("asks by Enter and takes the digits of the buttons; a slip is taken back", () => {
    const numbers = upTo(20);
    const pressing = (keys: readonly string[]) =>
      keys.reduce((result, key) => press(result.state, key, numbers), {
        state: startTyping(numbers),
        taken: true,
      } as ReturnType<typeof press>);
    expect(pressing(["1", "2", "Enter", "2"]).entry).toEqual({ number: 12, volume: 350 });
    expect(pressing(["Enter", "0"]).entry).toEqual({ number: 1, volume: 0 });
    expect(pressing(["1", "3", "Backspace", "2", "-"]).entry).toEqual({ number: 12, volume: 0 });
    expect(pressing(["1", "3", "Escape", "+"]).entry).toEqual({ number: 1, volume: 350 });
    expect(pressing(["9", "9", "+"])).toMatchObject({ unknown: 99, state: { typed: "", expected: 1 } });
    // After the last there is nobody left to mean.
    expect(pressing(["2", "0", "+", "+"]).entry).toBeUndefined();
    expect(pressing(["Tab"]).taken).toBe(false);
  });
});
