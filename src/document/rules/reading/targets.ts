// Targets: who is to reach what, from a list, a table, an annex or one sentence; totals are checked, not taken.
import type { Span, TargetMeasure } from "../../schema.ts";
import { type Found, foundText } from "./found.ts";
import type { Paragraph } from "./paragraphs.ts";
import { foldedWords, type Source, spanIn, trimSpan, type View, viewOf } from "./source.ts";
import { type Note, note } from "./warnings.ts";

export type Target = {
  unit?: Found<string> | undefined;
  value: Found<number>;
  measure?: Found<TargetMeasure> | undefined;
};

type Row = { unit: Span; values: { value: Found<number>; measure?: Found<TargetMeasure> | undefined }[] };
type Block = { intro?: Paragraph | undefined; head?: Span[] | undefined; rows: Row[] };

const FIGURE = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,6}`;
const MEASURE = /\b(?:don vi mau|don vi|dv mau|dvm)\b|\b(?:nguoi|luot nguoi|dang ky)\b/;
const LISTED = new RegExp(
  String.raw`^(.{3,120}?)(?: ?[:=–] ?| - |\.{3,}|…+ ?)(${FIGURE})( (?:don vi mau|don vi|dv mau|luot nguoi|nguoi)(?: (?:dang ky|hien mau|tham gia))?)?[;.,]?$`,
);
const TOTAL = /^(?:tong|tong cong|tong so|cong|tong so don vi|toan tinh|toan nganh|toan huyen) ?:?$/;
const ABOUT_TARGETS = /\b(?:chi tieu|don vi mau|dang ky hien mau|phan bo|giao)\b/;
const UNIT_NOUN =
  /^(?:cac )?(?:lien doan lao dong|ldld|cong doan|cdcs|cd |nghiep doan|xa |phuong |huyen |thanh pho |tp|truong |benh vien|trung tam|so |ban |hoi |ubnd|cong ty|doanh nghiep|co quan|van phong|khoi |cum |to |bo chi huy|cong an|chi nhanh)/;

/** The targets in body and annex paragraphs. A sum that differs from a stated total is noted. */
export function readTargets(source: Source, paragraphs: Paragraph[]): { list: Target[]; notes: Note[] } {
  const list: Target[] = [];
  const notes: Note[] = [];
  for (const block of findBlocks(source, paragraphs)) readBlock(source, block, list, notes);
  if (list.length === 0 && notes.length === 0) list.push(...inProse(source, paragraphs));
  list.forEach((target, i) => {
    const params = { value: target.value.value };
    if (!target.unit) notes.push(note("target-unit-missing", `targets[${i}]`, params));
    if (!target.measure) notes.push(note("target-measure-missing", `targets[${i}]`, params));
  });
  return { list, notes };
}

function findBlocks(source: Source, paragraphs: Paragraph[]): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let before: Paragraph | undefined;
  let head: Span[] | undefined;
  for (const each of paragraphs) {
    const columns = each.mark === "row" ? columnsOf(source, each) : undefined;
    const row = columns ? tableRow(source, columns) : listRow(source, each);
    if (row) {
      if (!block) {
        block = { intro: before, head, rows: [] };
        blocks.push(block);
      }
      block.rows.push(row);
    } else if (columns) {
      // Cells without a figure: the head of a table that begins.
      head = columns;
      block = undefined;
    } else {
      before = each;
      block = undefined;
      head = undefined;
    }
  }
  return blocks;
}

function columnsOf(source: Source, each: Span): Span[] {
  const text = source.work.slice(each.start, each.end);
  const cut = /\|/.test(text) ? /\|/g : /\t/.test(text) ? /\t/g : / {3,}/g;
  const out: Span[] = [];
  let start = each.start;
  for (const gap of text.matchAll(cut)) {
    out.push(trimSpan(source, { start, end: each.start + gap.index }));
    start = each.start + gap.index + gap[0].length;
  }
  out.push(trimSpan(source, { start, end: each.end }));
  // Outer bars leave an empty cell at each end.
  if (out[0] && out[0].end <= out[0].start) out.shift();
  const last = out.at(-1);
  if (last && last.end <= last.start) out.pop();
  return out;
}

function figure(source: Source, cell: Span): Found<number> | undefined {
  const text = source.work.slice(cell.start, cell.end);
  if (!new RegExp(`^(?:${FIGURE})$`).test(text)) return undefined;
  return { value: Number(text.replaceAll(".", "")), span: { start: cell.start, end: cell.end } };
}

function tableRow(source: Source, columns: Span[]): Row | undefined {
  const at = columns.findIndex((cell) => /\p{L}{2}/u.test(source.work.slice(cell.start, cell.end)));
  const unit = columns[at];
  if (!unit) return undefined;
  // Empty cells keep their place, so that a figure stays under its head.
  const values = columns.slice(at + 1).flatMap((cell) => {
    const value = figure(source, cell) ?? figureWithMeasure(source, cell);
    return value ? [{ value }] : [];
  });
  return values.length > 0 ? { unit, values } : undefined;
}

function figureWithMeasure(source: Source, cell: Span): Found<number> | undefined {
  const match = new RegExp(`^(${FIGURE}) (?:don vi mau|don vi|nguoi)$`).exec(foldedWords(source, cell));
  const digits = match?.[1];
  return digits === undefined
    ? undefined
    : figure(source, { start: cell.start, end: cell.start + digits.length });
}

function listRow(source: Source, each: Paragraph): Row | undefined {
  if (each.end - each.content > 200) return undefined;
  const view = viewOf(source, { start: each.content, end: each.end });
  const match = LISTED.exec(view.fold);
  const [, name, digits, measure] = match ?? [];
  if (name === undefined || digits === undefined) return undefined;
  if (!UNIT_NOUN.test(name) && !TOTAL.test(name)) return undefined;
  const tail = measure ?? "";
  const from = view.fold.lastIndexOf(digits + tail);
  const value = { value: Number(digits.replaceAll(".", "")), span: spanIn(view, from, from + digits.length) };
  return {
    unit: spanIn(view, 0, name.length),
    values: [{ value, measure: measureIn(view, from + digits.length) }],
  };
}

function measureIn(view: View, from = 0): Found<TargetMeasure> | undefined {
  const match = MEASURE.exec(view.fold.slice(from));
  if (!match) return undefined;
  const value = match[0].startsWith("d") && match[0] !== "dang ky" ? "blood-units" : "registrations";
  return { value, span: spanIn(view, from + match.index, from + match.index + match[0].length) };
}

// The last measure of the introduction stands nearest to the list: "500 người đăng ký, 300 đơn vị máu, cụ thể:".
function lastMeasure(source: Source, span: Span): Found<TargetMeasure> | undefined {
  const view = viewOf(source, { start: Math.max(span.start, span.end - 400), end: span.end });
  let last: Found<TargetMeasure> | undefined;
  for (let next = measureIn(view); next; ) {
    last = next;
    next = measureIn(view, view.at.indexOf(next.span.end - 1) + 1);
  }
  return last;
}

function readBlock(source: Source, block: Block, list: Target[], notes: Note[]): void {
  const about = [block.intro, ...(block.head ?? [])]
    .map((span) =>
      span ? foldedWords(source, { start: Math.max(span.start, span.end - 600), end: span.end }) : "",
    )
    .join(" ");
  const named = block.rows.some((row) => row.values.some(({ measure }) => measure));
  if (!ABOUT_TARGETS.test(about) && !named) return;
  const widest = Math.max(...block.rows.map((row) => row.values.length));
  const measures = columnMeasures(source, block, widest);
  if (!measures) {
    notes.push(note("target-columns-unclear", "targets"));
    return;
  }
  measures.forEach((measure, column) => {
    const rows = block.rows.flatMap((row) => {
      const entry = row.values[column];
      return entry ? [{ unit: row.unit, value: entry.value, measure: entry.measure ?? measure }] : [];
    });
    const isTotal = (span: Span): boolean => TOTAL.test(foldedWords(source, span));
    const parts = rows.filter((row) => !isTotal(row.unit));
    for (const { unit, value, measure: own } of parts)
      list.push({ unit: foundText(source, unit), value, measure: own });
    const sum = parts.reduce((total, { value }) => total + value.value, 0);
    const stated = rows.filter((row) => isTotal(row.unit)).map((row) => row.value.value);
    const said = measures.length === 1 && block.intro ? totalSaid(source, block.intro) : undefined;
    const wrong = [...stated, ...(said === undefined ? [] : [said])].find((total) => total !== sum);
    if (wrong !== undefined) notes.push(note("targets-total-differs", "targets", { stated: wrong, sum }));
  });
}

/** One entry per column of figures (undefined where it has no measure), or undefined if columns are unclear. */
function columnMeasures(
  source: Source,
  block: Block,
  widest: number,
): (Found<TargetMeasure> | undefined)[] | undefined {
  const general = block.intro && lastMeasure(source, block.intro);
  const heads = block.head?.slice(-widest) ?? [];
  const byHead = heads.map((head) => measureIn(viewOf(source, head)));
  if (widest === 1) return [byHead[0] ?? general];
  if (byHead.length === widest && byHead.every((measure) => measure !== undefined)) return byHead;
  return undefined;
}

// "giao chỉ tiêu 1.000 đơn vị máu, cụ thể như sau:" states the total in the sentence before the list.
function totalSaid(source: Source, intro: Paragraph): number | undefined {
  const fold = foldedWords(source, { start: Math.max(intro.content, intro.end - 400), end: intro.end });
  if (!fold.endsWith(":")) return undefined;
  const match = new RegExp(`\\b(${FIGURE}) (?:don vi mau|don vi)\\b[^.;]{0,80}:$`).exec(fold);
  return match?.[1] === undefined ? undefined : Number(match[1].replaceAll(".", ""));
}

const SAID = new RegExp(
  `\\b(?:chi tieu|phan dau|van dong|tiep nhan|dang ky)\\b[^.;]{0,100}?\\b(${FIGURE}) (don vi mau|don vi|nguoi (?:dang ky|hien mau|tham gia))`,
);

function inProse(source: Source, paragraphs: Paragraph[]): Target[] {
  const out: Target[] = [];
  for (const each of paragraphs.slice(0, 200)) {
    const view = viewOf(source, { start: each.content, end: Math.min(each.end, each.content + 4000) });
    const match = SAID.exec(view.fold);
    const [all, digits, measure] = match ?? [];
    if (!match || all === undefined || digits === undefined || measure === undefined) continue;
    const from = match.index + all.length - measure.length - 1 - digits.length;
    const value = {
      value: Number(digits.replaceAll(".", "")),
      span: spanIn(view, from, from + digits.length),
    };
    out.push({ value, measure: measureIn(view, from + digits.length) });
  }
  return out;
}

/** The paragraphs with items like "1. LĐLĐ huyện Tam Đường: 120 đơn vị" marked as rows: figures, not orders. */
export function markTargetRows(source: Source, paragraphs: Paragraph[]): Paragraph[] {
  return paragraphs.map((each) => (listRow(source, each) ? { ...each, mark: "row" as const } : each));
}
