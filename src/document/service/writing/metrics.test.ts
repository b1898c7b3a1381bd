// Widths of words and the breaking of long names.
import { describe, expect, test } from "vitest";
import { NATIONAL_MOTTO, NATIONAL_NAME } from "./legal-form.ts";
import { balancedLines, textWidth } from "./metrics.ts";

const toMm = (width: number): number => (width / 1440) * 25.4;

describe("width of text in Times New Roman", () => {
  // Measured once with the advance widths of Liberation Serif Bold, which has the metrics of Times New Roman.
  test.each([
    [NATIONAL_NAME, 12, 88.3],
    [NATIONAL_NAME, 13, 95.7],
    [NATIONAL_MOTTO, 14, 60.5],
  ])("%s at %i points is %f mm", (text, size, width) => {
    expect(toMm(textWidth(text, { size, bold: true }))).toBeCloseTo(width, 1);
  });

  test("decomposed and composed letters are equally wide", () => {
    const face = { size: 14 };
    expect(textWidth("Hưởng ứng".normalize("NFD"), face)).toBe(textWidth("Hưởng ứng".normalize("NFC"), face));
  });
});

describe("breaking a long name", () => {
  const face = { size: 12, bold: true };
  const width = (72 / 25.4) * 1440;

  test("a name that fits stays whole", () => {
    expect(balancedLines("CÔNG ĐOÀN NGÀNH Y TẾ", face, width)).toEqual(["CÔNG ĐOÀN NGÀNH Y TẾ"]);
  });

  test.each([
    ["LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH LAI CHÂU"]],
    ["LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ LAI CHÂU", ["LIÊN ĐOÀN LAO ĐỘNG", "THÀNH PHỐ LAI CHÂU"]],
    ["CÔNG ĐOÀN CƠ SỞ TRƯỜNG THPT BẢN MẪU", ["CÔNG ĐOÀN CƠ SỞ", "TRƯỜNG THPT BẢN MẪU"]],
  ])("%s breaks before the kind of place or body", (name, lines) => {
    expect(balancedLines(name, face, width)).toEqual(lines);
  });

  test("a word wider than the line stands alone and nothing is lost", () => {
    const lines = balancedLines(`A ${"X".repeat(80)} B`, face, width);
    expect(lines.join(" ")).toBe(`A ${"X".repeat(80)} B`);
  });
});
