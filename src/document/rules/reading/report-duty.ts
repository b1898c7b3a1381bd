// Where an instruction asks for a report: when, to whom, through whom.
import type { Day } from "../../../platform/pure/calendar.ts";
import type { ReportWhen } from "../../schema.ts";
import { type DueDay, dueDaysIn, notePast } from "./due-day.ts";
import { type Found, foundText } from "./found.ts";
import { type Source, spanIn, type View } from "./source.ts";
import { type Note, note } from "./warnings.ts";

export type ReportDuty = {
  when?: Found<ReportWhen> | undefined;
  days?: Found<number> | undefined;
  workingDays?: Found<true> | undefined;
  by?: Found<Day> | undefined;
  to?: Found<string> | undefined;
  through?: Found<string> | undefined;
};

// In order: the first that the clause says wins.
const EACH = "(?:moi|tung|cac) (?:dot|dip|buoi|ngay hoi|chuong trinh|lan)";
const WHEN: [Exclude<ReportWhen, "by-date">, RegExp][] = [
  ["after-each-drive", new RegExp(`\\b(?:ket thuc|sau)\\b[^.;]{0,24}?\\b${EACH}\\b|\\bsau ${EACH}\\b`)],
  [
    "after-drive",
    /\b(?:ket thuc|sau)\b[^.;]{0,24}?\b(?:dot|buoi|ngay hoi|ngay) (?:hien mau|giot|hien)\b|\b(?:ket thuc|sau) dot\b/,
  ],
  ["after-campaign", /\b(?:ket thuc|sau)\b[^.;]{0,24}?\b(?:chuong trinh|chien dich|hanh trinh)\b/],
  ["quarterly", /\b(?:hang|moi|dinh ky) quy\b/],
  ["monthly", /\b(?:hang|moi|dinh ky) thang\b/],
];

const DAYS =
  /\b(?:trong(?: vong)?|cham nhat(?: la)?|khong qua|sau) (\d{1,2})(?: \([^)]{1,20}\))? (ngay|gio)( lam viec)?\b/;
// "sau đợt hiến máu 03 ngày".
const DAYS_AFTER = /\bsau (?!\d)[^.;,]{3,50}? (\d{1,2}) (ngay|gio)( lam viec)?\b(?! \d)/;
// "báo cáo" as an order: with a result, a receiver or a figure, not "theo báo cáo của …".
const ORDER = /(?<!theo |ket qua |bieu mau )\bbao cao\b(?! (?:cua|vien|so \d|tai|nay|tong ket nam))/g;
const TO = /\b(?:gui ve|bao cao ve|ve|gui|toi|len|cho|bao cao)(?: cho| toi| ve)? (?=\S)/g;
const THROUGH = /(?<!ket )\b(?:thong )?qua (?=\S)/g;
const NAME_END =
  /,|;|\.(?:\s|$)|\(|\)| (?:qua|thong qua|de|truoc|cham nhat|theo|trong|khi|sau|ket qua|bang|hang (?:ngay|tuan|thang|quy)|dinh ky)\b| (?=va [a-z]+ (?:chiu|thuc|to))/;

/** A report asked for in the view, with what is unclear about it. `issuedOn` gives a day its year. */
export function reportDutyIn(
  source: Source,
  view: View,
  issuedOn: Day | undefined,
): { duty: ReportDuty; notes: Note[] } | undefined {
  for (const order of [...view.fold.matchAll(ORDER)].slice(0, 20)) {
    const clause = clauseAround(view.fold, order.index);
    const duty = inClause(source, view, clause, order.index, issuedOn);
    if (duty.when || duty.to) return { duty, notes: notesOn(view, duty, clause, order.index, issuedOn) };
  }
  return undefined;
}

// A clause ends at ";" or at a full stop; the dots of "15.6.2021", "TP.Lai Châu" and "1.000" are inside words.
function clauseAround(fold: string, at: number): [number, number] {
  let from = 0;
  let to = fold.length;
  for (const stop of fold.slice(0, at).matchAll(/[;!?](?: |$)|(?<!\btp|\bts|\bbs)\. /g))
    from = stop.index + stop[0].length;
  const next = /[;!?](?: |$)|(?<!\btp|\bts|\bbs)\.(?: |$)|\.\/\./.exec(fold.slice(at));
  if (next) to = at + next.index;
  return [from, to];
}

function inClause(
  source: Source,
  view: View,
  [from, to]: [number, number],
  order: number,
  issuedOn: Day | undefined,
): ReportDuty {
  const fold = view.fold.slice(from, to);
  const found = <T>(value: T, index: number, length: number): Found<T> => ({
    value,
    span: spanIn(view, from + index, from + index + length),
  });
  const duty: ReportDuty = {};
  for (const [when, pattern] of WHEN) {
    const match = pattern.exec(fold);
    if (!match) continue;
    duty.when = found(when, match.index, match[0].length);
    break;
  }
  const days = DAYS.exec(fold) ?? DAYS_AFTER.exec(fold);
  if (days) {
    const count = Number(days[1]);
    duty.days = found(days[2] === "gio" ? Math.ceil(count / 24) : count, days.index, days[0].length);
    if (days[3]) duty.workingDays = found(true, days.index, days[0].length);
  }
  const by = reportDay(fold, order - from, issuedOn);
  if (by?.day !== undefined) {
    duty.by = found(by.day, by.index, by.length);
    duty.when ??= found("by-date", by.index, by.length);
  }
  duty.to = nameAfter(source, view, TO, order, to);
  duty.through = nameAfter(source, view, THROUGH, order, to);
  return duty;
}

// "gửi danh sách trước ngày 20/3 và báo cáo … trước ngày 30/4": the day after the order is the report's own.
function reportDay(fold: string, order: number, issuedOn: Day | undefined): DueDay | undefined {
  const days = dueDaysIn(fold, issuedOn);
  return days.find(({ index }) => index > order) ?? days.at(-1);
}

// The receiver is a name: the word after the preposition has a capital.
function nameAfter(
  source: Source,
  view: View,
  preposition: RegExp,
  from: number,
  to: number,
): Found<string> | undefined {
  for (const match of view.fold.slice(0, to).matchAll(preposition)) {
    const at = match.index + match[0].length;
    if (match.index < from || at >= to || !/\p{Lu}/u.test(view.text.charAt(at))) continue;
    const end = NAME_END.exec(view.fold.slice(at, to));
    return foundText(source, spanIn(view, at, end ? at + end.index : to));
  }
  return undefined;
}

function notesOn(
  view: View,
  duty: ReportDuty,
  [from, to]: [number, number],
  order: number,
  issuedOn: Day | undefined,
): Note[] {
  if (duty.by) return notePast("reportDuty.by", duty.by.value, issuedOn);
  const undated = reportDay(view.fold.slice(from, to), order - from, issuedOn);
  if (undated) {
    const found = view.text.slice(from + undated.index, from + undated.index + undated.length);
    return [note("report-date-without-year", "reportDuty.by", { found })];
  }
  return duty.when && duty.to ? [] : [note("report-duty-incomplete", "reportDuty")];
}
