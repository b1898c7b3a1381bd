// The day by which something is to be done: "trước ngày 05/6/2021", "hạn cuối 15/3".
import { type Day, dayFrom, formatDay } from "../../../platform/pure/calendar.ts";
import { type DateMatch, datesIn } from "./dates.ts";
import type { Found } from "./found.ts";
import { spanIn, type View } from "./source.ts";
import { type Note, note } from "./warnings.ts";

/** A day set in folded text: where its words stand, and the day if it could be told. */
export type DueDay = { index: number; length: number; day?: Day; withoutYear: boolean };

const MARK =
  /\b(?:truoc|cham nhat|muon nhat|khong muon hon|khong cham hon|khong qua|thoi han|han(?: (?:chot|cuoi(?: cung)?|nop|gui))?|den het|het)\b/g;
// What may stand between the mark and the day; "chậm nhất 05 ngày sau đợt ngày 12/6" counts days from an event.
const BETWEEN =
  /^(?:[\s,:(]|la\b|vao\b|het\b|ngay\b|luc\b|cuoi\b|hoan thanh\b|gui\b|nop\b|bao cao\b|dang ky\b|thu (?:hai|ba|tu|nam|sau|bay|\d)\b|chu nhat\b|(?:sang|chieu|trua)\b|\d{1,2} ?(?:gio|h|g)\b(?: ?\d{2}\b)?(?: phut)?|\d{1,2}(?:h|g)\d{2}\b)*$/;
const FARTHEST = 60;
// A second day straight after the first: "trước ngày 20/5 và ngày 25/5".
const JOINED = /^\s?(?:va|hoac|,|-|–|\/|den)\s?(?:truoc )?(?:ngay )?$/;

/**
 * The days set in folded text, in order. A day printed without its year becomes the first such day on or
 * after `issuedOn`; without that it has no `day`.
 */
export function dueDaysIn(fold: string, issuedOn: Day | undefined): DueDay[] {
  const dates = datesIn(fold);
  const due = new Set<DateMatch>();
  for (const mark of fold.matchAll(MARK)) {
    const from = mark.index + mark[0].length;
    const date = dates.find(({ index }) => index >= from);
    if (!date || date.index - from > FARTHEST || !BETWEEN.test(fold.slice(from, date.index))) continue;
    if (isEndOfRange(fold, mark)) continue;
    due.add(date);
    const second = dates[dates.indexOf(date) + 1];
    if (second && JOINED.test(fold.slice(date.index + date.length, second.index))) due.add(second);
  }
  return dates.filter((date) => due.has(date)).map((date) => withYear(fold, date, issuedOn));
}

// "từ ngày 01/6 đến hết ngày 31/7" is when it happens, not by when it is due.
function isEndOfRange(fold: string, mark: RegExpExecArray): boolean {
  if (!/^(?:den )?het$/.test(mark[0])) return false;
  return /\btu (?:ngay |het )?\d[^;]*$/.test(fold.slice(Math.max(0, mark.index - 60), mark.index));
}

function withYear(fold: string, date: DateMatch, issuedOn: Day | undefined): DueDay {
  const { index, length, withoutYear } = date;
  const day = withoutYear ? firstOnOrAfter(fold.slice(index, index + length), issuedOn) : date.day;
  return { index, length, withoutYear, ...(day === undefined ? {} : { day }) };
}

function firstOnOrAfter(printed: string, issuedOn: Day | undefined): Day | undefined {
  const [date, month] = printed.match(/\d+/g) ?? [];
  if (issuedOn === undefined || date === undefined || month === undefined) return undefined;
  const year = Number(issuedOn.slice(0, 4));
  // Four years on: 29 February may be that far away.
  for (let ahead = 0; ahead <= 4; ahead++) {
    const day = dayFrom(year + ahead, Number(month), Number(date));
    if (day !== undefined && day >= issuedOn) return day;
  }
  return undefined;
}

/**
 * The day an instruction is due, and what is unclear about it, noted at `path`. `reportBy` is the span of the
 * day set for the report: it counts only where there is no other.
 */
export function dueOnOf(
  view: View,
  path: string,
  issuedOn: Day | undefined,
  reportBy: Found<Day> | undefined,
): { dueOn?: Found<Day>; notes: Note[] } {
  const all = dueDaysIn(view.fold, issuedOn).map((due) => ({
    ...due,
    span: spanIn(view, due.index, due.index + due.length),
  }));
  const others = all.filter(({ span }) => span.start !== reportBy?.span.start);
  const days = others.length > 0 ? others : all;
  const printed = (): string =>
    days.map(({ index, length }) => view.text.slice(index, index + length)).join("; ");
  const [first] = days;
  if (!first) return { notes: [] };
  if (days.some(({ day }) => day !== first.day)) {
    return { notes: [note("due-day-unclear", path, { found: printed() })] };
  }
  if (first.day === undefined) {
    const code = first.withoutYear ? "due-day-without-year" : "due-day-unclear";
    return { notes: [note(code, path, { found: printed() })] };
  }
  return { dueOn: { value: first.day, span: first.span }, notes: notePast(path, first.day, issuedOn) };
}

/** A due day before the letter's own date, noted at `path`. */
export function notePast(path: string, day: Day, issuedOn: Day | undefined): Note[] {
  if (issuedOn === undefined || day >= issuedOn) return [];
  return [note("due-day-past", path, { day: formatDay(day), issuedOn: formatDay(issuedOn) })];
}
