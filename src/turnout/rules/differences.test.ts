// A drive closes only when what was entered and what was counted agree.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { SheetEntry } from "../schema.ts";
import { differences, type Entered } from "./differences.ts";

const none = { ml250: 0, ml350: 0, ml450: 0 };
const entered: Entered = { registered: 10, recorded: 10, donated: { ml250: 5, ml350: 3, ml450: 0 } };
const sheet: SheetEntry = {
  outside: { ml250: 2, ml350: 0, ml450: 1 },
  bags: { ml250: 7, ml350: 3, ml450: 1 },
};

it("nothing differs when outcomes are complete and bags agree", () => {
  expect(differences(entered, sheet)).toEqual([]);
});

it.each([
  [
    "an outcome is missing",
    { ...entered, recorded: 9 },
    sheet,
    [{ code: "outcomes-missing", volume: null, unitId: null, entered: 9, counted: 10 }],
  ],
  [
    "a bag of 350 ml is missing",
    entered,
    { ...sheet, bags: { ...sheet.bags, ml350: 4 } },
    [{ code: "bags-differ", volume: 350, unitId: null, entered: 3, counted: 4 }],
  ],
  [
    "a bag was counted under another volume",
    entered,
    { ...sheet, bags: { ...sheet.bags, ml250: 6, ml450: 2 } },
    [
      { code: "bags-differ", volume: 250, unitId: null, entered: 7, counted: 6 },
      { code: "bags-differ", volume: 450, unitId: null, entered: 1, counted: 2 },
    ],
  ],
] as const)("it says so when %s", (_what, given, counted, expected) => {
  expect(differences(given, counted)).toEqual(expected);
});

it("an empty drive where nobody came can be closed", () => {
  const empty = { registered: 0, recorded: 0, donated: none };
  expect(differences(empty, { outside: none, bags: none })).toEqual([]);
});

it("adding the same donors outside and as bags never makes or mends a difference of bags", () => {
  const some = fc.nat({ max: 500 });
  const volumes = fc.record({ ml250: some, ml350: some, ml450: some });
  fc.assert(
    fc.property(volumes, volumes, volumes, volumes, (donated, outside, bags, more) => {
      const add = (to: typeof more) => ({
        ml250: to.ml250 + more.ml250,
        ml350: to.ml350 + more.ml350,
        ml450: to.ml450 + more.ml450,
      });
      const codes = (sheetOf: SheetEntry) =>
        differences({ registered: 5, recorded: 5, donated }, sheetOf)
          .filter((difference) => difference.code === "bags-differ")
          .map((difference) => [difference.volume, difference.entered - difference.counted]);
      const before = codes({ outside, bags });
      expect(codes({ outside: add(outside), bags: add(bags) })).toEqual(before);
    }),
  );
});
