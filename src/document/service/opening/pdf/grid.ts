// Tables of figures on a page: rows of columns that stand under one another become "| a | b |" lines, so that an
// empty cell keeps its place and a head broken over lines is one row.
import type { PageLine, Run } from "./lines.ts";

const FIGURE = /^[\d.,]+\s?%?$/;
/** Rows that make a table; fewer may be chance. */
const LEAST_ROWS = 2;
const HEAD_LINES = 3;

type Column = { x: number; end: number };

/** The lines of a page with those of its tables replaced by one line per row, marked as `row`. */
export function barTables(lines: readonly PageLine[]): PageLine[] {
  const out: PageLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = tableAt(lines, at);
    const line = lines[at];
    if (table) {
      // Lines of the head were taken for lines of their own.
      out.splice(out.length - table.headLines, table.headLines);
      out.push(...table.rows);
      at = table.next;
    } else {
      if (line) out.push(line);
      at++;
    }
  }
  return out;
}

type Table = { headLines: number; rows: PageLine[]; next: number };

function tableAt(lines: readonly PageLine[], start: number): Table | undefined {
  if (!isDataRow(lines[start])) return undefined;
  const core: number[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (isDataRow(line) || (core.length > 0 && isFigures(line))) core.push(at);
    // Words of a cell that needs a second line stand alone between two rows.
    else if (!(line.runs.length === 1 && (isDataRow(lines[at + 1]) || isFigures(lines[at + 1])))) break;
  }
  const last = core.at(-1);
  if (core.length < LEAST_ROWS || last === undefined) return undefined;
  const columns = columnsOf(core.flatMap((i) => lines[i]?.runs ?? []));
  if (columns.length < 3) return undefined;
  const strays = (line: PageLine): boolean =>
    line.runs.some((run) => columns.filter((c) => overlap(run, c) > 0).length > 1);
  const headLines = headAbove(lines, start, columns);
  const rows: PageLine[][] = headLines > 0 ? [lines.slice(start - headLines, start)] : [];
  for (let i = start; i <= last; i++) {
    const line = lines[i];
    if (!line) continue;
    if (core.includes(i)) rows.push([line]);
    else if (strays(line)) return undefined;
    else rows.at(-1)?.push(line);
  }
  return { headLines, rows: rows.map((row) => barred(row, columns)), next: last + 1 };
}

const isFigures = (line: PageLine | undefined): boolean =>
  line !== undefined && line.runs.length >= 2 && line.runs.some(({ text }) => FIGURE.test(text));

const isDataRow = (line: PageLine | undefined): boolean =>
  line !== undefined &&
  line.runs.length >= 3 &&
  isFigures(line) &&
  line.runs.some(({ text }) => /\p{L}/u.test(text));

const overlap = (a: Column | Run, b: Column): number => Math.min(a.end, b.end) - Math.max(a.x, b.x);

/** Places where runs stand under one another. */
function columnsOf(runs: readonly Run[]): Column[] {
  const out: Column[] = [];
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const last = out.at(-1);
    if (last && overlap(run, last) > 0) last.end = Math.max(last.end, run.end);
    else out.push({ x: run.x, end: run.end });
  }
  return out;
}

/** How many lines right above are the table's head: several cells in one of them, none over two columns. */
function headAbove(lines: readonly PageLine[], start: number, columns: readonly Column[]): number {
  let head = 0;
  for (let n = 1; n <= HEAD_LINES; n++) {
    const line = lines[start - n];
    const below = lines[start - n + 1];
    if (!line || !below || below.y - line.y > 3 * below.size) break;
    if (line.runs.some((run) => columns.filter((column) => overlap(run, column) > 0).length > 1)) break;
    if (line.runs.some(({ text }) => /[:;]$/.test(text))) break;
    if (line.runs.length > 1) head = n;
  }
  return head;
}

function barred(lines: readonly PageLine[], columns: readonly Column[]): PageLine {
  const cells = columns.map(() => "");
  for (const { runs } of lines) {
    for (const run of runs) {
      const at = nearest(run, columns);
      cells[at] = `${cells[at] ?? ""} ${run.text.replaceAll("|", "/")}`.trim();
    }
  }
  const first = lines[0];
  const x = columns[0]?.x ?? 0;
  const run = { text: `| ${cells.join(" | ")} |`, x, end: columns.at(-1)?.end ?? x };
  return { y: first?.y ?? 0, size: first?.size ?? 1, runs: [run], row: true };
}

function nearest(run: Run, columns: readonly Column[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  columns.forEach((column, i) => {
    const shared = overlap(run, column);
    if (shared > most) [best, most] = [i, shared];
  });
  return best;
}
