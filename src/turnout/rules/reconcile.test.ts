// Closing reconciles people, and what they were handed; each difference names what stands and what it is held against.
import { expect, it } from "vitest";
import type { ClosingEntry } from "../schema/closing.ts";
import type { Entered } from "./differences.ts";
import { type Known, reconcile } from "./reconcile.ts";

const entered: Entered = { registered: 20, recorded: 20, donated: { ml250: 4, ml350: 8, ml450: 0 } };
const outside = { ml250: 2, ml350: 1, ml450: 0 };
const known: Known = {
  units: [
    { unitId: "a", registered: 12, donated: 8 },
    { unitId: "b", registered: 8, donated: 4 },
  ],
  certificates: null,
  travelAtMost: 50_000,
};
const right: ClosingEntry = {
  salt: "",
  list: { stayed: 5, absent: 3 },
  units: [
    { unitId: "a", stayed: 3 },
    { unitId: "b", stayed: 2 },
  ],
  outside: 4,
  handed: { certificates: 15, gifts: { ml250: 6, ml350: 9, ml450: 0 }, travel: 10, travelDong: 500_000 },
  explanations: [],
};
const handed = (change: Partial<ClosingEntry["handed"]>): ClosingEntry => ({
  ...right,
  handed: { ...right.handed, ...change },
});
const found = (closing: ClosingEntry, of: Partial<Known> = {}) =>
  reconcile(entered, outside, closing, { ...known, ...of }).map(
    ({ code, volume, unitId, entered: stands, counted }) => [code, volume ?? unitId, stands, counted],
  );

it("nothing differs where people and things add up, nor where things are not counted at all", () => {
  expect(found(right)).toEqual([]);
  expect(found(handed({ certificates: null, gifts: null, travel: null, travelDong: null }))).toEqual([]);
  expect(found({ ...right, units: null, outside: null })).toEqual([]);
});

it.each<[string, ClosingEntry, (string | number | null)[][]]>([
  [
    "somebody on the list is not accounted for",
    { ...right, list: { stayed: 5, absent: 2 } },
    [["list-differs", null, 19, 20]],
  ],
  [
    "a union has more who came than names",
    { ...right, units: [{ unitId: "a", stayed: 5 }] },
    [["unit-differs", "a", 5, 4]],
  ],
  [
    "a union that has nobody there is said to have people",
    { ...right, units: [...(right.units ?? []), { unitId: "c", stayed: 1 }] },
    [
      ["unit-differs", "c", 1, 0],
      ["units-differ", null, 6, 5],
    ],
  ],
  ["fewer came outside than gave", { ...right, outside: 2 }, [["outside-too-few", null, 3, 2]]],
  ["a certificate is missing", handed({ certificates: 14 }), [["certificates-differ", null, 14, 15]]],
  [
    "gifts went by another volume",
    handed({ gifts: { ml250: 5, ml350: 10, ml450: 0 } }),
    [
      ["gifts-differ", 250, 5, 6],
      ["gifts-differ", 350, 10, 9],
    ],
  ],
  ["more ways were paid than people gave", handed({ travel: 16 }), [["travel-too-many", null, 16, 15]]],
  [
    "more was paid for them than the tariff allows",
    handed({ travelDong: 500_001 }),
    [["travel-over-tariff", null, 500_001, 500_000]],
  ],
  ["money was paid for nobody's way", handed({ travel: null }), [["travel-over-tariff", null, 500_000, 0]]],
])("it says so when %s", (_what, closing, expected) => {
  expect(found(closing)).toEqual(expected);
});

it("what was handed out may differ where it is explained; people and money may not", () => {
  const explained: ClosingEntry = {
    ...handed({ certificates: 17, gifts: { ml250: 0, ml350: 0, ml450: 0 }, travel: 16, travelDong: 900_000 }),
    list: { stayed: 5, absent: 2 },
    explanations: [
      { line: "certificates", reason: "spoiled" },
      { line: "gifts", reason: "from-host" },
      { line: "travel", reason: "lost" },
    ],
  };
  expect(found(explained).map(([code]) => code)).toEqual([
    "list-differs",
    "travel-too-many",
    "travel-over-tariff",
  ]);
});

it("the host's record of certificates counts before what is typed", () => {
  expect(found(handed({ certificates: 15 }), { certificates: 16 })).toEqual([
    ["certificates-differ", null, 16, 15],
  ]);
  expect(found(handed({ certificates: 3 }), { certificates: 15 })).toEqual([]);
});
