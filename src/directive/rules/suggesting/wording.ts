// Turning the words of a letter into those of another: days moved, orders re-addressed, a letter cited. Pure.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import type { DocumentKind, Duty, LetterFields } from "../../../document/schema.ts";
import { type Day, formatDay } from "../../../platform/pure/calendar.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import { dutiesFor } from "../duties.ts";
import { addWorkingDays } from "../working-days.ts";

export type Order = LetterFields["instructions"][number];
export type Base = LetterFields["bases"][number];

/** The letter that stands behind, as its receiver names it. */
export interface Standing {
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly notation: string | null;
  readonly issuedOn: string | null;
  readonly subject: string | null;
  /** "Liên đoàn Lao động tỉnh Mẫu" */
  readonly sender: string;
}

/** A letter as a base: kind, number, day, issuer and title. */
export function baseOf(letter: Standing): Base {
  const number = numberAndNotation(letter);
  return {
    kind: letter.kind,
    ...(number !== undefined && { number }),
    ...(letter.issuedOn !== null && { issuedOn: letter.issuedOn }),
    issuer: letter.sender,
    ...(letter.subject !== null && { title: letter.subject }),
  };
}

export const numberAndNotation = ({
  number,
  notation,
}: Pick<Standing, "number" | "notation">): string | undefined =>
  number === null ? undefined : notation === null ? number : `${number}/${notation}`;

/** "Công văn số 610/LĐLĐ ngày 18/01/2021" for a sentence. */
export function briefly(letter: Standing, kindWords: string): string {
  const number = numberAndNotation(letter);
  return [
    kindWords,
    ...(number === undefined ? [] : [`số ${number}`]),
    ...(letter.issuedOn === null ? [] : [`ngày ${formatDay(letter.issuedOn)}`]),
  ].join(" ");
}

/**
 * Lower units are given two working days less than the unit itself, so that it can put their answers together; the same
 * day where that is past. (Holidays are unknown; the officer corrects.)
 */
export function earlier(dueOn: Day, today: Day): Day {
  const before = addWorkingDays(dueOn, -2);
  return before > today ? before : dueOn;
}

/** The same words with one day for another, in the forms days are written: "05/6/2021", "5.6", "ngày 05 tháng 6". */
export function withDay(text: string, from: Day, to: Day): string {
  if (from === to) return text;
  const [year, month, date] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(from.slice(8))];
  const figures = new RegExp(
    `(?<![\\d/.-])0?${date}([/.-])0?${month}(?:\\1(?:${year}|${year.slice(2)}))?(?![\\d])(?!\\1\\d)`,
    "gu",
  );
  const inWords = new RegExp(`(?<!\\d)0?${date} tháng 0?${month}(?: năm ${year})?(?!\\d)`, "gu");
  const [y, m, d] = to.split("-") as [string, string, string];
  return text
    .replace(figures, (found) => (/\d{4}$|[/.-]\d+[/.-]/.test(found) ? `${d}/${m}/${y}` : `${d}/${m}`))
    .replace(inWords, (found) => `${d} tháng ${Number(m)}${found.includes("năm") ? ` năm ${y}` : ""}`);
}

const TO_GRASSROOTS =
  /^(?:chỉ đạo|yêu cầu|đề nghị|hướng dẫn)\s+(?:các\s+)?(?:công đoàn cơ sở|CĐCS)(?:\s+trực thuộc)?,?\s+/iu;
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** Who gets the order now, and whom they report to. */
export interface Readdressing {
  readonly kinds: readonly UnitKind[];
  /** The unit that carries it further: "Liên đoàn Lao động huyện An". */
  readonly reportTo: string;
  readonly reportDuty: LetterFields["reportDuty"];
  readonly today: Day;
}

const AT_GRASSROOTS: readonly UnitKind[] = ["grassroots", "section", "group"];

/** An order of the letter above as the unit gives it to those below: earlier, and with the report coming to it. */
export function readdress(order: Order, to: Readdressing): Order {
  const dueOn = order.dueOn === undefined ? undefined : earlier(order.dueOn, to.today);
  let text = order.text;
  if (to.kinds.length > 0 && to.kinds.every((kind) => AT_GRASSROOTS.includes(kind))) {
    text = capital(text.replace(TO_GRASSROOTS, ""));
  }
  if (order.dueOn !== undefined && dueOn !== undefined) text = withDay(text, order.dueOn, dueOn);
  if (order.duties.includes("report-after-drive") || /báo cáo/iu.test(text)) text = reportingTo(text, to);
  return { ...order, text, ...(dueOn !== undefined && { dueOn }) };
}

function reportingTo(text: string, { reportDuty, reportTo }: Readdressing): string {
  const { to, through } = reportDuty ?? {};
  let said = text;
  if (through !== undefined) {
    const by = through.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    said = said.replace(new RegExp(`\\s*\\(?(?:thông\\s+)?qua\\s+${by}\\)?`, "u"), "");
  }
  return to === undefined ? said : said.replace(to, () => reportTo);
}

/** Orders that mean something to units of these kinds: a section is not asked for what only a union can do. */
export function ordersFor(orders: readonly Order[], kinds: readonly UnitKind[]): Order[] {
  const owed = (duty: Duty): boolean =>
    kinds.some((kind) => dutiesFor(kind, [{ duty, ordinal: 1 }]).length > 0);
  const meant = orders.filter(({ duties }) => duties.length === 0 || duties.some(owed));
  return renumber(meant.length > 0 ? meant : orders);
}

export const renumber = (orders: readonly Order[]): Order[] =>
  orders.map((order, index) => ({ ...order, ordinal: index + 1 }));
