// A page as plain text: paragraphs one per line, cells of a row side by side, columns four spaces or more apart.
// This is the form the reader knows from `pdftotext -layout` and from letters pasted out of a table.

export type Block = { type: "paragraph"; text: string; centred?: boolean } | { type: "table"; rows: Row[] };
export type Row = Cell[];
/** `span`: how many columns of the grid it covers. */
export type Cell = { blocks: Block[]; span: number };

/** At least this much between two columns. */
const GUTTER = 4;
/** A cell beside others is broken at this width when the row would be longer than the reader takes for a row. */
const LONGEST_ROW = 220;
const NARROWEST = 24;

/**
 * The text of `blocks`: an empty line before every paragraph and table, none inside a table. Centred paragraphs
 * that follow one another are the lines of one title.
 */
export function layOut(blocks: readonly Block[]): string {
  const out: string[] = [];
  let inTitle = false;
  for (const block of blocks) {
    const lines = block.type === "paragraph" ? paragraphLines(block.text) : tableLines(block.rows);
    const title = block.type === "paragraph" && block.centred === true;
    if (lines.every((line) => line === "")) {
      inTitle = false;
      continue;
    }
    if (out.length > 0 && !(title && inTitle)) out.push("");
    out.push(...lines);
    inTitle = title;
  }
  return out.join("\n");
}

function paragraphLines(text: string): string[] {
  return text.split("\n").map(tidy);
}

// A tab after an item's number is one space; elsewhere it parts columns. At the ends it is nothing.
const ITEM = /^((?:\d{1,2}(?:\.\d{1,2})*[.)/]*|[a-zđ][.)]|[ivxIVX]{1,5}[.)]|[-+•–*]))[\t ]+/u;

function tidy(line: string): string {
  return line
    .replace(/[^\S\n\t]/g, " ")
    .trim()
    .replace(ITEM, "$1 ")
    .replace(/ *\t[\t ]*/g, " ".repeat(GUTTER))
    .trimEnd();
}

function tableLines(rows: readonly Row[]): string[] {
  // One column is a frame drawn around paragraphs.
  const single = rows.filter((row) => row.filter(hasWords).length > 1).length === 0;
  if (single) {
    const text = layOut(rows.flatMap((row) => row.flatMap(({ blocks }) => blocks)));
    return text === "" ? [] : text.split("\n");
  }
  const cells = rows.map((row) => row.map((cell) => ({ span: cell.span, lines: cellLines(cell) })));
  if (isData(cells)) {
    const barred = cells.map(barredLine).filter((line) => line !== "");
    if (barred.every((line) => line.length <= LONGEST_ROW)) return barred;
  }
  const widths = columnWidths(cells);
  return cells.flatMap((row) => rowLines(row, widths));
}

const hasWords = (cell: Cell): boolean => cellLines(cell).some((line) => line !== "");

type Laid = { span: number; lines: string[] };

// The head and the foot of a letter are tables too, but only a table of figures has three columns with one of them.
function isData(rows: readonly Laid[][]): boolean {
  return rows.some((row) => {
    const filled = row.map(({ lines }) => lines.join(" ")).filter((text) => text !== "");
    return filled.length >= 3 && filled.some((text) => /^[\d.,]+%?$/.test(text));
  });
}

/** "| 1 | Huyện Tam Đường | 210 |": bars keep the place of an empty cell, which spaces do not. */
function barredLine(row: readonly Laid[]): string {
  const cells = row.flatMap(({ span, lines }) => [
    lines.join(" ").replace(/\|/g, "/").replace(/ {2,}/g, " ").trim(),
    ...Array.from({ length: span - 1 }, () => ""),
  ]);
  return cells.every((text) => text === "") ? "" : `| ${cells.join(" | ")} |`;
}

/** Empty lines stay: they keep what is signed below, and what is dated beside, on its line. */
function cellLines({ blocks }: Cell): string[] {
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" ? paragraphLines(block.text) : tableLines(block.rows),
  );
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function columnWidths(rows: readonly Laid[][]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { span, lines } of row) {
      const longest = Math.max(0, ...lines.map((line) => line.length));
      // What covers several columns does not make one of them wide.
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, longest);
      column += span;
    }
    for (let i = 0; i < column; i++) widths[i] ??= 0;
  }
  return shrink(widths);
}

/** Cuts the widest columns down until a row is one the reader takes for a row. */
function shrink(widths: number[]): number[] {
  const room = LONGEST_ROW - GUTTER * (widths.length - 1);
  const total = (limit: number): number => widths.reduce((sum, width) => sum + Math.min(width, limit), 0);
  let limit = Math.max(0, ...widths);
  while (limit > NARROWEST && total(limit) > room) limit--;
  return widths.map((width) => Math.min(width, limit));
}

function rowLines(row: readonly Laid[], widths: readonly number[]): string[] {
  let column = 0;
  const placed = row.map(({ span, lines }) => {
    const own = widths.slice(column, column + span);
    const at = widths.slice(0, column).reduce((sum, width) => sum + (width > 0 ? width + GUTTER : 0), 0);
    const width = own.reduce((sum, each) => sum + each, 0) + GUTTER * Math.max(0, span - 1);
    column += span;
    return { at, lines: lines.flatMap((line) => wrap(line, Math.max(width, NARROWEST))) };
  });
  const height = Math.max(0, ...placed.map(({ lines }) => lines.length));
  const out: string[] = [];
  for (let i = 0; i < height; i++) {
    let line = "";
    for (const { at, lines } of placed) {
      const words = lines[i] ?? "";
      if (words === "") continue;
      line = line === "" ? " ".repeat(at) + words : line.padEnd(Math.max(at, line.length + GUTTER)) + words;
    }
    if (line !== "") out.push(line);
  }
  return out;
}

function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const out: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      out.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...out, current];
}
