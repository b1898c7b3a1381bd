// Places on paper into lines: columns, paragraphs, tables, page numbers.
import { describe, expect, it } from "vitest";
import { linesOf, type Piece } from "./lines.ts";
import { textOf } from "./pages.ts";

const SIZE = 13;
const LETTER = 6;
/** A piece at `x`, `line` lines of 18 points below the top. */
const at = (x: number, line: number, text: string): Piece => ({
  text,
  x,
  y: 60 + line * 18,
  width: text.length * LETTER,
  size: SIZE,
});
const page = (...pieces: Piece[]) => ({ width: 595, height: 842, lines: linesOf(pieces) });
const full = "chữ".repeat(20);

describe("a page of a PDF", () => {
  it("keeps two columns apart and joins what stands close", () => {
    const text = textOf([
      page(at(60, 0, "LIÊN ĐOÀN"), at(120, 0, "LAO ĐỘNG"), at(350, 0, "CỘNG HÒA"), at(90, 1, "Số: 5/LĐLĐ")),
    ]);
    expect(text.split("\n")[0]).toMatch(/^LIÊN ĐOÀN LAO ĐỘNG {4,}CỘNG HÒA$/);
    expect(text).toContain("Số: 5/LĐLĐ");
  });

  it("takes signs on one baseline for one line, composed, and a word printed twice for one", () => {
    const raised = { ...at(60, 0, "Công"), y: 57 };
    const again = { ...at(60.3, 0, "Công") };
    expect(textOf([page(raised, again, at(87, 0, "đo\u0061\u0300n \ufb01"))])).toBe("Công đoàn fi");
  });

  it("begins a paragraph at an indent or a wide step, and not under the words of an item", () => {
    const text = textOf([
      page(
        at(60, 0, full),
        at(88, 1, "Hai đề nghị"),
        at(60, 2, full),
        at(60, 4, "Ba"),
        at(60, 5.9, "- Bốn"),
        at(78, 6.9, "Năm"),
      ),
    ]);
    expect(text.split("\n\n").map((part) => part.trim().replace(/\n\s*/g, " "))).toEqual([
      full,
      `Hai đề nghị ${full}`,
      "Ba",
      "- Bốn Năm",
    ]);
  });

  it("drops its own number at its edge, no other figure", () => {
    const pages = [1, 2].map((number) =>
      page(at(60, 0, `Trang thứ ${number} ${full}.`), at(300, 20, "2"), at(290, 41, `- ${number} -`)),
    );
    expect(textOf(pages).match(/^\s*2$/gm)).toHaveLength(2);
    expect(textOf(pages)).not.toMatch(/- \d -/);
  });

  it("goes on in mid-sentence on the next page, else parts the pages by an empty line", () => {
    expect(textOf([page(at(60, 0, full)), page(at(60, 0, full))])).toBe(`${full}\n${full}`);
    expect(textOf([page(at(60, 0, `${full}.`)), page(at(60, 0, full))])).toBe(`${full}.\n\n${full}`);
  });

  it("writes tables of figures as rows, heads over several lines joined, empty cells kept", () => {
    const rows = [
      ["1", "Xã A", "320"],
      ["2", "Xã B", "1.040"],
    ].map(([a = "", b = "", c = ""], i) => [at(60, i + 3, a), at(120, i + 3, b), at(330, i + 3, c)]);
    const text = textOf([
      page(
        at(60, 1, "TT"),
        at(115, 1, "Đơn vị"),
        at(310, 1, "Chỉ tiêu"),
        at(320, 2, "(đơn vị)"),
        ...rows.flat(),
        at(115, 5, "Tổng cộng"),
        at(330, 5, "1.360"),
      ),
    ]);
    expect(text.trim().split(/\n\s*/)).toEqual([
      "| TT | Đơn vị | Chỉ tiêu (đơn vị) |",
      "| 1 | Xã A | 320 |",
      "| 2 | Xã B | 1.040 |",
      "|  | Tổng cộng | 1.360 |",
    ]);
  });
});
