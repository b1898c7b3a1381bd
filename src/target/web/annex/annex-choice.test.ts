import { describe, expect, it } from "vitest";
import type { AnnexRow, AnnexView } from "../../schema/annex.ts";
import { boxesFilled, filledBy } from "./annex-choice.ts";

const row = (
  text: string,
  value: number,
  fate: AnnexRow["fate"],
  unitId: string | null = null,
): AnnexRow => ({
  text,
  value,
  measure: null,
  fate,
  unitId,
  candidates: [],
});
const VIEW: AnnexView = {
  measure: "units",
  source: null,
  rows: [
    row("Tam Đường", 100, "matched", "td"),
    row("Phong Thổ", 60, "ambiguous"),
    row("Tam Đường (đợt 2)", 15, "twice", "td"),
    row("Ban Chỉ đạo", 5, "unknown"),
  ],
  otherMeasure: 0,
  stated: 180,
  sum: 180,
  matchedSum: 100,
  totalOk: true,
  missing: [],
};

describe("an annex put into a split", () => {
  it("takes what is certain and says how many rows wait for a decision", () => {
    const filled = filledBy(VIEW, {});
    expect([...filled.shares]).toEqual([["td", 100]]);
    expect(filled.undecided).toBe(3);
  });

  it("adds rows for the same unit only when somebody said so", () => {
    const filled = filledBy(VIEW, { 1: "pt", 2: "td", 3: "" });
    expect([...filled.shares]).toEqual([
      ["td", 115],
      ["pt", 60],
    ]);
    expect([...filled.added]).toEqual(["td"]);
    expect(filled).toMatchObject({ sum: 175, undecided: 0 });
  });

  it("leaves out a row that was matched when somebody said so", () => {
    expect(filledBy(VIEW, { 0: "" }).sum).toBe(0);
  });

  it("keeps the boxes of units it does not name, or empties them", () => {
    const filled = filledBy(VIEW, {});
    expect(boxesFilled({ td: "90", yt: "40" }, filled, false)).toEqual({ td: "100", yt: "40" });
    expect(boxesFilled({ td: "90", yt: "40" }, filled, true)).toEqual({ td: "100", yt: "" });
  });
});
