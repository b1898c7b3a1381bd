// Numbers through re-organisations as they happen: districts that end or merge, and numbers given past the tree.
import { describe, expect, test } from "vitest";
import { facts, faults, writtenOver } from "./redistribute.testing.ts";
import { type Book, type BookSplit, type Redistributed, redistribute, sameSplit } from "./redistribute.ts";
import type { Change } from "./redistribute-givers.ts";

describe("a district that ends in the middle of a campaign", () => {
  const book: Book = {
    rootId: "tinh",
    total: 1000,
    splits: [
      {
        unitId: "tinh",
        total: 1000,
        reserve: 100,
        shares: [
          { unitId: "huyen", value: 600 },
          { unitId: "nganh", value: 300 },
        ],
      },
      {
        unitId: "huyen",
        total: 600,
        reserve: 50,
        shares: [
          { unitId: "coso1", value: 350 },
          { unitId: "coso2", value: 200 },
        ],
      },
    ],
  };
  const splitOf = (done: Redistributed, unitId: string): BookSplit | undefined =>
    done.splits.find((split) => split.unitId === unitId);

  test("its unions take their numbers to the communes they move to; its reserve goes to the level above", () => {
    const parents = new Map([
      ["nganh", "tinh"],
      ["xa1", "tinh"],
      ["xa2", "tinh"],
      ["coso1", "xa1"],
      ["coso2", "xa2"],
    ]);
    const done = redistribute(book, {
      closed: [{ unitId: "huyen", heirId: "tinh" }],
      moved: [
        { unitId: "coso1", fromId: "huyen", toId: "xa1" },
        { unitId: "coso2", fromId: "huyen", toId: "xa2" },
      ],
      parentOf: (id) => parents.get(id),
    });
    const tinh = splitOf(done, "tinh");
    expect(
      tinh !== undefined &&
        sameSplit(tinh, {
          unitId: "tinh",
          total: 1000,
          reserve: 150,
          shares: [
            { unitId: "nganh", value: 300 },
            { unitId: "xa1", value: 350 },
            { unitId: "xa2", value: 200 },
          ],
        }),
    ).toBe(true);
    expect(splitOf(done, "xa1")).toEqual({
      unitId: "xa1",
      total: 350,
      reserve: 0,
      shares: [{ unitId: "coso1", value: 350 }],
    });
    expect(splitOf(done, "huyen")).toEqual({ unitId: "huyen", total: 0, reserve: 0, shares: [] });
  });

  test("merged into its neighbour, both numbers are the neighbour's and no union below notices", () => {
    const parents = new Map([
      ["nganh", "tinh"],
      ["coso1", "nganh"],
      ["coso2", "nganh"],
    ]);
    const done = redistribute(book, {
      closed: [{ unitId: "huyen", heirId: "nganh" }],
      moved: [
        { unitId: "coso1", fromId: "huyen", toId: "nganh" },
        { unitId: "coso2", fromId: "huyen", toId: "nganh" },
      ],
      parentOf: (id) => parents.get(id),
    });
    expect(splitOf(done, "nganh")).toMatchObject({ total: 900, reserve: 350 });
    expect(splitOf(done, "tinh")).toMatchObject({ reserve: 100, shares: [{ unitId: "nganh", value: 900 }] });
    expect(done.numbers).toEqual(
      expect.arrayContaining([
        { unitId: "huyen", was: 600, becomes: null },
        { unitId: "nganh", was: 300, becomes: 900 },
      ]),
    );
    expect(done.numbers.map(({ unitId }) => unitId)).not.toContain("coso1");
  });
});

describe("numbers given past the tree", () => {
  const bookOf = (total: number, ...splits: BookSplit[]): Book => ({ rootId: "0", total, splits });
  const one = (unitId: string, total: number, reserve: number, childId: string): BookSplit => ({
    unitId,
    total,
    reserve,
    shares: [{ unitId: childId, value: total - reserve }],
  });
  const reorganised = (book: Book, parents: Readonly<Record<string, string>>, change: Partial<Change>) => {
    const done = redistribute(book, { closed: [], moved: [], parentOf: (id) => parents[id], ...change });
    const next = writtenOver(book, done.splits);
    expect(faults(next)).toEqual([]);
    return { facts: facts(next), splits: done.splits };
  };

  test("whoever inherits from its own giver is given its number by the level above", () => {
    const book = bookOf(10, one("0", 10, 0, "a"), one("a", 10, 4, "x"));
    const { facts: now } = reorganised(book, { x: "0" }, { closed: [{ unitId: "a", heirId: "x" }] });
    expect(now).toEqual({ "0": "10, keeps 0", x: "10 of 0, keeps 10" });
  });

  test("a unit that comes to stand under the one it gave a number to is given its own from there", () => {
    const book = bookOf(10, one("0", 10, 1, "p"), one("p", 9, 2, "c"), one("c", 7, 3, "d"));
    const moved = [{ unitId: "c", fromId: "p", toId: "d" }];
    const { facts: now } = reorganised(book, { p: "0", d: "0", c: "d" }, { moved });
    expect(now).toEqual({
      "0": "10, keeps 1",
      p: "2 of 0, keeps 2",
      d: "7 of 0, keeps 4",
      c: "3 of d, keeps 3",
    });
  });

  test("a share of nothing, of a unit left out before, ends where its holder is given a number elsewhere", () => {
    const idle: BookSplit = { unitId: "a", total: 0, reserve: 0, shares: [{ unitId: "x", value: 0 }] };
    const book = bookOf(10, one("0", 10, 1, "b"), idle);
    const { splits } = reorganised(book, { a: "0", x: "a" }, { closed: [{ unitId: "b", heirId: "x" }] });
    expect(splits.find(({ unitId }) => unitId === "a")?.shares).toEqual([{ unitId: "x", value: 9 }]);
    // The holder is given past the unit left out: its share of nothing there is no second number.
    const past = reorganised(book, { a: "0", x: "0" }, { closed: [{ unitId: "b", heirId: "x" }] });
    expect(past.facts.x).toBe("9 of 0, keeps 9");
    expect(past.splits.find(({ unitId }) => unitId === "a")?.shares).toEqual([]);
  });
});
