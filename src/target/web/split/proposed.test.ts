import { describe, expect, it } from "vitest";
import { proposedShares } from "./proposed.ts";
import { type Child, foundByName, greatest, pasteDown } from "./shown-rows.ts";
import type { Sheet } from "./split-sheet.ts";

const child = (id: string, members: number, last: number | null = null, name = id): Child => ({
  unit: { id, name, shortName: id },
  value: null,
  own: null,
  members,
  lastResultHundredths: last,
  heldElsewhere: false,
  asked: null,
});
const sheet = (change: Partial<Sheet>): Sheet => ({
  total: "",
  source: "",
  shares: {},
  locked: {},
  reserve: "",
  minimum: "",
  reason: "",
  ...change,
});
const CHILDREN = [child("a", 10), child("b", 30), child("c", 60)];

describe("a proposal put into the boxes", () => {
  it("keeps locked boxes and the reserve, and shares out the rest", () => {
    const typed = sheet({ shares: { a: "1.000" }, locked: { a: true }, reserve: "100" });
    expect(proposedShares(CHILDREN, typed, 2000, "members")).toEqual({
      ok: true,
      shares: { b: "300", c: "600" },
      tooLittle: false,
    });
  });

  it("gives everyone the least that was asked", () => {
    const proposal = proposedShares(CHILDREN, sheet({ minimum: "20" }), 100, "members");
    expect(proposal).toMatchObject({ ok: true, tooLittle: false });
    const values = Object.values(proposal.ok ? proposal.shares : {}).map(Number);
    expect(Math.min(...values)).toBe(20);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(100);
  });

  it("says when the least asked does not reach for all", () => {
    expect(proposedShares(CHILDREN, sheet({ minimum: "50" }), 90, "members")).toMatchObject({
      shares: { a: "30", b: "30", c: "30" },
      tooLittle: true,
    });
  });

  it("says by how much reserve and locked boxes are too much", () => {
    const typed = sheet({ shares: { a: "90" }, locked: { a: true }, reserve: "20" });
    expect(proposedShares(CHILDREN, typed, 100, "equal")).toEqual({ ok: false, over: 10 });
  });
});

describe("the rows of a long split", () => {
  it("are found without accents, by full or short name", () => {
    const children = [child("LĐLĐ TĐ", 1, null, "Liên đoàn Lao động huyện Tam Đường"), child("CĐ YT", 1)];
    expect(foundByName(children, "tam duong")).toEqual([children[0]]);
    expect(foundByName(children, "cd yt")).toEqual([children[1]]);
    expect(foundByName(children, "  ")).toHaveLength(2);
  });

  it("take a column copied from a spreadsheet, from the box it is pasted into downwards", () => {
    expect(pasteDown(["a", "b", "c"], "b", "Phong Thổ\t120\r\nTân Uyên\t85\r\nthừa\t9\r\n")).toEqual({
      b: "120",
      c: "85",
    });
    expect(pasteDown(["a", "b"], "a", "120\n")).toEqual({});
  });

  it("share one scale for numbers asked and results reached", () => {
    expect(greatest([child("a", 1, 15_000), child("b", 1)], { b: "90" })).toBe(150);
    expect(greatest([], {})).toBe(1);
  });
});
