import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedShares, deskOf, put, putShare, redo, type Sheet, toggleLock, undo } from "./split-sheet.ts";

const EMPTY: Sheet = {
  total: "1.000",
  source: "",
  shares: {},
  locked: {},
  reserve: "",
  minimum: "",
  reason: "",
};

describe("the desk of a split", () => {
  it("takes back a number with all its digits at once, and the number of another unit apart", () => {
    let desk = deskOf(EMPTY);
    for (const typed of ["1", "12", "120"]) desk = putShare(desk, "a", typed);
    desk = putShare(desk, "b", "7");
    desk = undo(desk);
    expect(desk.sheet.shares).toEqual({ a: "120" });
    desk = undo(desk);
    expect(desk.sheet).toEqual(EMPTY);
    expect(undo(desk)).toBe(desk);
    expect(redo(redo(desk)).sheet.shares).toEqual({ a: "120", b: "7" });
  });

  it("forgets what was taken back as soon as something else is typed", () => {
    const desk = putShare(undo(putShare(deskOf(EMPTY), "a", "5")), "b", "6");
    expect(redo(desk)).toBe(desk);
  });

  it("locks and frees a share", () => {
    const desk = toggleLock(deskOf(EMPTY), "a");
    expect(desk.sheet.locked).toEqual({ a: true });
    expect(toggleLock(desk, "a").sheet.locked).toEqual({});
  });

  it("comes back to where it began, whatever was done", () => {
    const step = fc.record({ unit: fc.constantFrom("a", "b", "c"), typed: fc.constantFrom("", "1", "20") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let desk = steps.reduce((at, { unit, typed }) => putShare(at, unit, typed), deskOf(EMPTY));
        const end = desk.sheet;
        while (desk.before.length > 0) desk = undo(desk);
        expect(desk.sheet).toEqual(EMPTY);
        while (desk.after.length > 0) desk = redo(desk);
        expect(desk.sheet).toEqual(end);
      }),
    );
  });

  it("keeps no more than a hundred steps", () => {
    let desk = deskOf(EMPTY);
    for (let i = 0; i < 300; i++) desk = put(desk, { reserve: String(i) });
    expect(desk.before).toHaveLength(100);
  });
});

describe("which shares a new split changes", () => {
  const child = (id: string, value: number | null) =>
    ({ unit: { id, name: id, shortName: id }, value }) as Parameters<typeof changedShares>[0][number];

  it("names those whose number differs, and those given one for the first time", () => {
    const children = [child("same", 1200), child("less", 50), child("new", null), child("none", null)];
    const shares = { same: "1.200", less: "40", new: "10", none: "" };
    expect([...changedShares(children, shares)]).toEqual(["less", "new"]);
  });
});
