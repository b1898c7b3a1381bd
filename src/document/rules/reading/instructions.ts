// The orders of a letter: numbered items, and unnumbered paragraphs that order something all the same.
import type { Day } from "../../../platform/pure/calendar.ts";
import type { DocumentKind, Duty, Span } from "../../schema.ts";
import { dueOnOf } from "./due-day.ts";
import { dutiesIn } from "./duties.ts";
import type { Found } from "./found.ts";
import type { Mark, Paragraph } from "./paragraphs.ts";
import { type ReportDuty, reportDutyIn } from "./report-duty.ts";
import { foldedWords, type Source, trimSpan, viewOf, words } from "./source.ts";
import { type Note, note } from "./warnings.ts";

export type Instruction = {
  ordinal: Found<number> | number;
  text: Found<string>;
  duties: Found<Duty>[];
  dueOn?: Found<Day> | undefined;
};
export type Instructions = { list: Instruction[]; reportDuty?: ReportDuty; notes: Note[] };

const ORDERS =
  /\b(?:de nghi|yeu cau|kinh moi|kinh de nghi|giao cho|chi dao|phan cong|trien khai|bao cao|to chuc|phoi hop|tham du)\b/;
// Facts of a meeting and parts of a plan are numbered like orders but order nothing.
const FACTS =
  /^(?:thoi gian|dia diem|thanh phan|noi dung|kinh phi|muc dich|yeu cau|doi tuong|chu de|thong diep|khau hieu)\b.{0,20}(?::|$)/;
const SECTION_OF_ORDERS = /\b(?:to chuc thuc hien|phan cong|nhiem vu|trach nhiem|giai phap thuc hien)\b/;
const CLOSING =
  /^(?:ban thuong vu|ban chap hanh|ban chi dao|lien doan lao dong|ldld|cong doan|de nghi|yeu cau|tren day|can cu|nhan duoc|trong qua trinh|qua trinh|vay|kinh de nghi|moi vuong mac|tran trong)\b/;

// A base cited without "Căn cứ" orders nothing by itself.
const CITES = /^(?:thuc hien|theo|tiep theo|trien khai) .{0,80}? so ?:? ?\d/;

type Item = { first: Paragraph; rest: Paragraph[] };

// Orders are sentences; what runs on longer than pages is searched only at its beginning.
const LONGEST = 20_000;

const TOP_MARKS: Mark[] = ["article", "number", "ordinal-word", "letter", "bullet"];

// Who reports or submits asks, at most; what is numbered there are facts.
const ASKS = /^(?:kinh )?(?:de nghi|kien nghi|de xuat|yeu cau)\b/;

/** The instructions in the body's paragraphs and the report they ask for. `issuedOn` gives days their year. */
export function readInstructions(
  source: Source,
  paragraphs: Paragraph[],
  { kind, issuedOn }: { kind: DocumentKind | undefined; issuedOn: Day | undefined },
): Instructions {
  const upward = kind === "bao-cao" || kind === "to-trinh";
  const items = upward
    ? paragraphs
        .filter((each) => each.mark !== "roman" && ASKS.test(viewOf(source, headOf(each)).fold))
        .map((first) => ({ first, rest: [] }))
    : findItems(source, paragraphs);
  const list: Instruction[] = [];
  const notes: Note[] = [];
  let report: { duty: ReportDuty; notes: Note[] } | undefined;
  for (const item of items) {
    const span = { start: item.first.content, end: (item.rest.at(-1) ?? item.first).end };
    const view = viewOf(source, { start: span.start, end: Math.min(span.end, span.start + LONGEST) });
    const asked = reportDutyIn(source, view, issuedOn);
    const when = asked?.duty.when;
    const afterDrive = when && (when.value === "after-each-drive" || when.value === "after-drive");
    const duties = dutiesIn(view, afterDrive ? when : undefined);
    const numbered = item.first.mark !== undefined && item.first.mark !== "bullet";
    if (duties.length === 0 && !asked && (!numbered || FACTS.test(view.fold.slice(0, 60)))) continue;
    if (!report || (report.notes.length > 0 && asked && asked.notes.length === 0)) report = asked ?? report;
    const due = dueOnOf(view, `instructions[${list.length}].dueOn`, issuedOn, asked?.duty.by);
    notes.push(...due.notes);
    if ([item.first, ...item.rest].some(({ unclear }) => unclear))
      notes.push(note("paragraph-unclear", `instructions[${list.length}].text`));
    list.push({
      ordinal: ordinalOf(source, item, list.length + 1, numbered),
      text: itemText(source, item, span),
      duties,
      dueOn: due.dueOn,
    });
  }
  return {
    list,
    ...(report ? { reportDuty: report.duty } : {}),
    notes: [...notes, ...(report?.notes ?? [])],
  };
}

const headOf = ({ content, end }: Paragraph): Span => ({ start: content, end: Math.min(end, content + 40) });

// The printed number where it continues the count; a plan that counts anew in each section is counted through.
function ordinalOf(source: Source, item: Item, next: number, numbered: boolean): Found<number> | number {
  if (!numbered || item.first.value !== next) return next;
  return { value: next, span: trimSpan(source, { start: item.first.start, end: item.first.content }) };
}

function itemText(source: Source, item: Item, span: Span): Found<string> {
  const lines = [item.first, ...item.rest].map((each, i) =>
    words(source, { start: i === 0 ? each.content : each.start, end: each.end }),
  );
  return { value: lines.join("\n"), span: trimSpan(source, span) };
}

function findItems(source: Source, paragraphs: Paragraph[]): Item[] {
  const region = regionOfOrders(source, paragraphs);
  const top = TOP_MARKS.find((mark) =>
    region.some((each) => each.mark === mark && !isAddressLike(source, each)),
  );
  const items: Item[] = [];
  const lastMarked = region.findLastIndex((each) => each.mark === top);
  let current: Item | undefined;
  region.forEach((each, i) => {
    if (top !== undefined && each.mark === top) {
      current = { first: each, rest: [] };
      items.push(current);
    } else if (each.mark === "roman") {
      current = undefined;
    } else if (
      current &&
      (each.mark !== undefined || i < lastMarked || !startsAnew(source, each, region[i - 1]))
    ) {
      current.rest.push(each);
    } else if (each.mark === undefined) {
      // Closing paragraphs order by themselves; an introduction that ends with a colon only announces.
      current = undefined;
      if (isOrder(source, each)) items.push({ first: each, rest: [] });
    }
  });
  return items;
}

function isAddressLike(source: Source, each: Paragraph): boolean {
  return each.mark === "bullet" && each.end - each.content < 60 && !ORDERS.test(foldedWords(source, each));
}

// After the last item: a new sentence of the letter, unless the item was a bare head ("3. Ban Chỉ đạo").
function startsAnew(source: Source, each: Paragraph, above: Paragraph | undefined): boolean {
  if (above && /[.;…]$/.test(source.work.slice(above.start, above.end))) return true;
  return CLOSING.test(foldedWords(source, { start: each.start, end: Math.min(each.end, each.start + 60) }));
}

function isOrder(source: Source, each: Paragraph): boolean {
  const fold = foldedWords(source, each);
  if (/^can cu\b/.test(fold) || (CITES.test(fold) && !/\b(?:de nghi|yeu cau)\b/.test(fold))) return false;
  return ORDERS.test(fold) && !fold.endsWith(":");
}

// A plan says who does what in one of its sections; a letter without sections is one region.
function regionOfOrders(source: Source, paragraphs: Paragraph[]): Paragraph[] {
  const heads = paragraphs.flatMap((each, i) => (each.mark === "roman" ? [i] : []));
  const chosen = heads.filter((at) => {
    const head = paragraphs[at];
    return (
      head &&
      SECTION_OF_ORDERS.test(
        foldedWords(source, { start: head.start, end: Math.min(head.end, head.start + 200) }),
      )
    );
  });
  if (chosen.length === 0) return paragraphs;
  return chosen.flatMap((at) => {
    const next = heads.find((head) => head > at) ?? paragraphs.length;
    return paragraphs.slice(at, next);
  });
}
