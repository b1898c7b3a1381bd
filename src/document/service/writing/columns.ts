// How wide the columns of a table become and in which size it is written: no column narrower than its longest word,
// no figure broken, and room that figures do not need goes to the columns of words.
import { cleanLines } from "./clean.ts";
import { POINT, SIZE } from "./legal-form.ts";
import { type Face, longestWord, textWidth } from "./metrics.ts";
import type { Table, TableCell, TableRow } from "./official.ts";

/** Space beside the text of a cell, each side (DXA). */
export const CELL_SIDE = 55;
/** A column that would need more than this share of the table for one word breaks the word. */
const WORD_SHARE = 0.4;
/** 12 points are kept while the longest words fill no more than this share of the table; then 11. */
const AIR = 0.8;

export const textOf = (cell: TableCell): string => (typeof cell === "string" ? cell : cell.text);
export const spanOf = (cell: TableCell): number => (typeof cell === "string" ? 1 : cell.span);

/** A figure is one word however it is written: "1.803", "116,4%", "279 / 200". */
const isFigure = (text: string): boolean => /^[-+−±\d.,%/\s]*\d[-+−\d.,%/\s]*$/u.test(text);

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** `least`: the longest word stands whole; `enough`: every cell on one line, the title on two; `wanted`: the share asked for. */
export type ColumnNeed = { least: number; enough: number; wanted: number };

/**
 * Shares `total` (DXA; whole numbers with an exact sum) as asked, but no column below its least or, while another
 * still needs room, above enough. Where even the least do not fit, by the least.
 */
export function fitColumns(needs: readonly ColumnNeed[], total: number): number[] {
  const least = needs.map((need) => need.least);
  const enough = needs.map((need) => Math.max(need.least, need.enough));
  // A width of nothing still gets a sliver; otherwise the scale below would have no end.
  const most = Math.max(1, ...needs.map((need) => need.wanted));
  const wanted = needs.map((need) => Math.max(need.wanted, most / 1000));
  const at = (scale: number): number[] =>
    needs.map((_, i) => Math.min(Math.max((wanted[i] ?? 0) * scale, least[i] ?? 0), enough[i] ?? 0));
  let shares: number[];
  if (sum(least) >= total) {
    shares = least.map((width) => (width / sum(least)) * total);
  } else if (sum(enough) <= total) {
    const over = total - sum(enough);
    shares = enough.map((width, i) => width + ((wanted[i] ?? 0) / sum(wanted)) * over);
  } else {
    // The sum grows with the scale, so halving finds the scale at which it is the total.
    let low = 0;
    let high = Math.max(...enough.map((width, i) => width / (wanted[i] ?? 1)));
    for (let step = 0; step < 80; step++) {
      const middle = (low + high) / 2;
      if (sum(at(middle)) < total) low = middle;
      else high = middle;
    }
    shares = at(high);
  }
  // Each column ends where the running sum ends, so rounding never adds up.
  let passed = 0;
  let placed = 0;
  return shares.map((width, i) => {
    passed += width;
    const end = i === shares.length - 1 ? total : Math.round(passed);
    const whole = end - placed;
    placed = end;
    return whole;
  });
}

/** The cell that covers this column alone, if one does. */
function cellAt(row: TableRow, column: number): TableCell | undefined {
  let start = 0;
  for (const cell of row.cells) {
    if (start === column && spanOf(cell) === 1) return cell;
    start += spanOf(cell);
  }
  return undefined;
}

/** Width at which a title stands on two lines. */
function onTwoLines(title: string, face: Face): number {
  const words = title.split(" ");
  const widths = words.map((_, cut) =>
    Math.max(textWidth(words.slice(0, cut).join(" "), face), textWidth(words.slice(cut).join(" "), face)),
  );
  return Math.min(...widths);
}

function needsOf(table: Table, size: number, total: number): ColumnNeed[] {
  return table.columns.map((column, index) => {
    let least = 0;
    let enough = 0;
    const bold: Face = { size, bold: true };
    for (const part of cleanLines(column.title)) {
      least = Math.max(least, longestWord(part, bold));
      enough = Math.max(enough, onTwoLines(part, bold));
    }
    for (const row of table.rows) {
      const face = row.emphasis === undefined ? { size } : bold;
      for (const part of cleanLines(textOf(cellAt(row, index) ?? ""))) {
        const whole = textWidth(part, face);
        least = Math.max(least, isFigure(part) ? whole : longestWord(part, face));
        enough = Math.max(enough, whole);
      }
    }
    const sides = 2 * CELL_SIDE + POINT;
    return {
      least: Math.min(least + sides, total * WORD_SHARE),
      enough: enough + sides,
      wanted: column.width,
    };
  });
}

/** Size in points and widths in DXA for a table `total` wide. */
export function layOutColumns(table: Table, total: number): { size: number; widths: number[] } {
  const large = needsOf(table, SIZE.tableLarge, total);
  if (sum(large.map((need) => need.least)) <= total * AIR) {
    return { size: SIZE.tableLarge, widths: fitColumns(large, total) };
  }
  return { size: SIZE.tableSmall, widths: fitColumns(needsOf(table, SIZE.tableSmall, total), total) };
}
