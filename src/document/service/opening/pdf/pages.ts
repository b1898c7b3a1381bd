// Lines of all pages into one text: columns kept apart, page numbers gone, paragraphs parted by empty lines.
import { barTables } from "./grid.ts";
import type { PageLine } from "./lines.ts";

export type Page = { width: number; height: number; lines: PageLine[] };

const GUTTER = 4;
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–—.\s]*$/iu;
/** A line so much lower than its text's usual step begins a paragraph. */
const WIDE_STEP = 1.25;
/** A first line is indented by one to three letters' heights or so; more is a centred line. */
const ITEM = /^(?:\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)]|[-+•–])\s/u;
const INDENT = { least: 0.9, most: 4.5 };

export function textOf(pages: readonly Page[]): string {
  const numbered = pages.map((page, i) => ({ ...page, lines: barTables(withoutPageNumber(page, i + 1)) }));
  let text = "";
  let open = false;
  for (const page of numbered) {
    if (page.lines.length === 0) continue;
    const laid = pageText(page);
    // A sentence that goes on over the page's edge stays whole.
    text += text === "" ? "" : open && laid.goesOn ? "\n" : "\n\n";
    text += laid.text;
    open = laid.open;
  }
  return text;
}

function withoutPageNumber({ lines, height }: Page, number: number): PageLine[] {
  return lines.filter((line, i) => {
    const atEdge = (i === 0 && line.y < height * 0.12) || (i === lines.length - 1 && line.y > height * 0.85);
    const [run, second] = line.runs;
    if (!atEdge || !run || second) return true;
    return Number(PAGE_NUMBER.exec(run.text)?.[1]) !== number;
  });
}

type Laid = { text: string; goesOn: boolean; open: boolean };

function pageText({ lines, width }: Page): Laid {
  const margins = marginsOf(lines);
  const step = usualStep(lines);
  const character = characterWidth(lines);
  let text = "";
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above) text += begins(line, above, margins, step) ? "\n\n" : "\n";
    text += spread(line, Math.min(margins.left, width), character);
  });
  const last = lines.at(-1);
  const first = lines[0];
  return {
    text,
    goesOn: first !== undefined && !isIndented(first, margins) && first.runs.length === 1,
    open:
      last !== undefined && isFull(last, margins) && !/[.;:!?]["”’)]?$/.test(last.runs.at(-1)?.text ?? ""),
  };
}

type Margins = { left: number; right: number };

/** Where running text begins and ends: most long lines do there. */
function marginsOf(lines: readonly PageLine[]): Margins {
  const long = lines.filter(({ runs, row }) => !row && runs.length === 1 && (runs[0]?.text.length ?? 0) > 40);
  const used = long.length > 0 ? long : lines;
  const starts = used.map(({ runs }) => runs[0]?.x ?? 0).sort((a, b) => a - b);
  const ends = used.map(({ runs }) => runs.at(-1)?.end ?? 0).sort((a, b) => a - b);
  return { left: starts[0] ?? 0, right: ends.at(-1) ?? 0 };
}

const isFull = ({ runs, size }: PageLine, { right }: Margins): boolean =>
  (runs.at(-1)?.end ?? 0) > right - 5 * size;

function isIndented({ runs, size }: PageLine, { left }: Margins): boolean {
  const indent = ((runs[0]?.x ?? left) - left) / size;
  return indent >= INDENT.least && indent <= INDENT.most;
}

function begins(line: PageLine, above: PageLine, margins: Margins, step: number): boolean {
  if (line.row && above.row) return false;
  if (line.row || above.row) return true;
  const size = Math.max(line.size, above.size);
  if (line.y - above.y > Math.max(step * WIDE_STEP, size * 1.5)) return true;
  if (line.runs.length > 1 || above.runs.length > 1) return false;
  // A first line stands further in than the full lines around it, and further than the line above.
  const words = line.runs[0]?.text ?? "";
  // Under a number or dash that stands out to the left, the words of one item are indented too.
  if (ITEM.test(above.runs[0]?.text ?? "") && !ITEM.test(words)) return false;
  const further = (line.runs[0]?.x ?? 0) - (above.runs[0]?.x ?? 0);
  return isIndented(line, margins) && further > INDENT.least * size && /^[\p{Lu}\d\-+•"“(]/u.test(words);
}

/** The step from line to line inside paragraphs: the median of those that are near one line's height. */
function usualStep(lines: readonly PageLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => ({
      step: line.y - (lines[i]?.y ?? 0),
      full: (lines[i]?.runs[0]?.text.length ?? 0) > 50,
    }))
    .filter(({ full }) => full)
    .map(({ step }) => step)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.3)] ?? 0;
}

function characterWidth(lines: readonly PageLine[]): number {
  let points = 0;
  let characters = 0;
  for (const { runs } of lines) {
    for (const { x, end, text } of runs) {
      points += end - x;
      characters += text.length;
    }
  }
  return characters === 0 || points <= 0 ? 6 : points / characters;
}

/** The line with each run near its place on the paper, four spaces or more after the last. */
function spread({ runs }: PageLine, left: number, character: number): string {
  let out = "";
  for (const { x, text } of runs) {
    const gutter = out === "" ? 0 : GUTTER;
    out = out.padEnd(Math.min(160, Math.max(out.length + gutter, Math.round((x - left) / character)))) + text;
  }
  return out;
}
