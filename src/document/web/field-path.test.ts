import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Letter } from "../schema.ts";
import { getAt, setAt, spanOf, stretchesOf, withoutItem } from "./field-path.ts";

const letter: Letter = {
  number: "610",
  addressees: [{ text: "A" }, { text: "B" }, { text: "C" }],
  bases: [],
  instructions: [{ ordinal: 1, text: "Tuyên truyền", duties: ["disseminate"] }],
  targets: [],
  recipients: [],
  warnings: [],
  text: "Số: 610 gửi A, B và C: Tuyên truyền",
  spans: {
    number: { start: 4, end: 7 },
    "addressees[0].text": { start: 12, end: 13 },
    "addressees[1].text": { start: 15, end: 16 },
    "addressees[2].text": { start: 20, end: 21 },
    "instructions[0].text": { start: 23, end: 35 },
    "instructions[0].duties[0]": { start: 23, end: 28 },
  },
};

describe("a field of a letter", () => {
  it("is read and corrected by its path, and the letter before stays as it was", () => {
    const corrected = setAt(letter, "instructions[0].text", "Vận động");
    expect(getAt(corrected, "instructions[0].text")).toBe("Vận động");
    expect(getAt(letter, "instructions[0].text")).toBe("Tuyên truyền");
  });

  it("may be made in a part the letter did not have, and taken away", () => {
    const reported = setAt(letter, "reportDuty.days", 3);
    expect(reported.reportDuty).toEqual({ days: 3 });
    expect("number" in setAt(letter, "number", undefined)).toBe(false);
  });

  it("has the words around it as its source where it has none of its own", () => {
    expect(spanOf(letter, "instructions[0]")).toEqual({ start: 23, end: 35 });
    expect(spanOf(letter, "subject")).toBeUndefined();
  });

  it("keeps its own source when an item before it is removed", () => {
    const fewer = withoutItem(letter, "addressees", 1);
    expect(fewer.addressees.map(({ text }) => text)).toEqual(["A", "C"]);
    expect(fewer.spans["addressees[1].text"]).toEqual({ start: 20, end: 21 });
    expect(fewer.spans["addressees[2].text"]).toBeUndefined();
  });
});

describe("the text of a letter in stretches", () => {
  it("names the nearest field first where one source lies inside another", () => {
    const first = stretchesOf(letter).find(({ start }) => start === 23);
    expect(first?.paths).toEqual(["instructions[0].duties[0]", "instructions[0].text"]);
  });

  it("adds up to the text whatever the sources are", () => {
    const span = fc
      .tuple(fc.nat(35), fc.nat(35))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), span), (spans) => {
        const text = stretchesOf({ ...letter, spans })
          .map((stretch) => stretch.text)
          .join("");
        expect(text).toBe(letter.text);
      }),
    );
  });
});
