// Columns: exact sums, whole words, room given where words need it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnNeed, fitColumns, layOutColumns } from "./columns.ts";
import { longestWord, textWidth } from "./metrics.ts";
import { PROVINCE_REPORT } from "./samples.ts";

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

describe("fitting columns", () => {
  const need = fc.record({
    least: fc.integer({ min: 1, max: 2000 }),
    enough: fc.integer({ min: 1, max: 9000 }),
    wanted: fc.integer({ min: 0, max: 50 }),
  });

  test("the widths are whole and add up exactly, and no column is below its least when all least fit", () => {
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 500, max: 15000 }),
        (needs, width) => {
          const widths = fitColumns(needs, width);
          expect(total(widths)).toBe(width);
          expect(widths.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
          if (needs.reduce((sum, one) => sum + one.least, 0) <= width) {
            needs.forEach((one, i) => {
              expect(widths[i]).toBeGreaterThanOrEqual(one.least - 1);
            });
          }
        },
      ),
    );
  });

  test("room that a column of figures does not need goes to the column of names", () => {
    const needs: ColumnNeed[] = [
      { least: 500, enough: 6000, wanted: 1 },
      { least: 400, enough: 600, wanted: 1 },
    ];
    expect(fitColumns(needs, 5000)).toEqual([4400, 600]);
  });
});

test("no word and no figure of a wide table is wider than its column", () => {
  for (const table of PROVINCE_REPORT.blocks) {
    if (table.type !== "table") continue;
    const { size, widths } = layOutColumns(table, 9354);
    expect([11, 12]).toContain(size);
    table.columns.forEach((column, i) => {
      expect(widths[i], column.title).toBeGreaterThan(longestWord(column.title, { size, bold: true }));
    });
    for (const row of table.rows) {
      if (row.cells.some((cell) => typeof cell !== "string")) continue;
      row.cells.forEach((cell, i) => {
        const figure = typeof cell === "string" && /^[\d.,%]+$/.test(cell) ? cell : "";
        expect(widths[i]).toBeGreaterThan(textWidth(figure, { size, bold: row.emphasis !== undefined }));
      });
    }
  }
});
