// Every sample letter is read exactly, and still is after what copying and pasting does to a text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Letter } from "../../schema.ts";
import {
  fieldsOf,
  leavesOf,
  read,
  sampleFields,
  sampleNames,
  sampleText,
  wordsAt,
} from "./letter.testing.ts";

const QUOTED =
  /^(?:number|place|subject|issuer\.(?:name|superior)|addressees.*text|bases.*(?:number|issuer|title)|instructions.*text|reportDuty\.(?:to|through)|targets.*unit|recipients.*text|signature.*(?:onBehalfOf|title|name))$/;
// Read from two places: completed from the body, or around the other column of the page.
const TWO_PLACES = new Set(["issuer.name", "issuer.superior", "subject"]);

test("there are enough sample letters, and a plan and a lower union's letter among them", () => {
  expect(sampleNames().length).toBeGreaterThanOrEqual(40);
  expect(sampleNames()).toEqual(expect.arrayContaining(["ke-hoach-ban-chi-dao", "cong-van-lien-doan-huyen"]));
});

describe.each(sampleNames())("the letter %s", (name) => {
  const text = sampleText(name);

  test("yields every field it holds and no other", () => {
    const letter = read(text);
    expect(fieldsOf(letter)).toEqual(sampleFields(name));
    expect(Letter.parse(letter)).toEqual(letter);
  });

  test("says where each field came from", () => {
    const letter = read(text);
    for (const { path, value } of leavesOf({ ...fieldsOf(letter), warnings: [] })) {
      const span = letter.spans[path];
      if (!span) {
        expect(path, "only an ordinal that is not printed has no place").toMatch(/\.ordinal$/);
        continue;
      }
      expect(span.end, path).toBeGreaterThan(span.start);
      expect(span.end, path).toBeLessThanOrEqual(letter.text.length);
      if (!QUOTED.test(path)) continue;
      const quoted = String(value).replace(/\s+/g, " ");
      if (wordsAt(letter, span) !== quoted) {
        expect(TWO_PLACES, `${path}: ${wordsAt(letter, span)}`).toContain(path);
      }
    }
  });
});

test("any part of a letter blanked or torn off never makes the reader fail or invent a field", () => {
  const names = sampleNames();
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(), (name, a, b) => {
      const text = sampleText(name);
      const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y);
      const torn = text.slice(0, from) + text.slice(to);
      let letter: ReturnType<typeof read>;
      try {
        letter = read(torn);
      } catch (error) {
        expect(String(error)).toContain("not-a-letter");
        return;
      }
      expect(Letter.safeParse(letter).success).toBe(true);
      const words = wordsAt(letter, { start: 0, end: letter.text.length });
      for (const { path, value } of leavesOf({ ...fieldsOf(letter), warnings: [] })) {
        if (!QUOTED.test(path)) continue;
        if (TWO_PLACES.has(path)) {
          for (const word of String(value).split(" ")) expect(words, path).toContain(word);
          continue;
        }
        // Rows of a list keep their lines; each line must stand in the letter.
        for (const line of String(value).split("\n")) expect(words, path).toContain(line);
      }
    }),
    { numRuns: 150 },
  );
});
