// Dates inside running text, in the forms letters use.
import { type Day, dayFrom } from "../../../platform/pure/calendar.ts";

/** A date in running text: `index` and `length` in the text searched; `day` is absent if there is no such day. */
export type DateMatch = { index: number; length: number; day?: Day; withoutYear: boolean };

// Over folded text: 02/10/2020 · 02.10.2020 · 02-10-2020 · 2 thang 10 nam 2020 · 15/6 (no year).
const DATE =
  /(?<![\d/.-])(\d{1,2})(?:\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}))?|\s{1,3}thang\s{1,3}(\d{1,2})(?:\s{1,3}nam\s{1,3}(\d{4}))?)(?![\d/]|\.\d)/g;

/** Dates in folded text, in order. "2.10" alone is no date: without a year only "15/6" and words are. */
export function datesIn(fold: string): DateMatch[] {
  const out: DateMatch[] = [];
  for (const match of fold.matchAll(DATE)) {
    const [all, date, separator, monthDigits, yearDigits, monthWord, yearWord] = match;
    const month = Number(monthDigits ?? monthWord);
    const year = yearDigits ?? yearWord;
    if (year === undefined && separator !== undefined && separator !== "/") continue;
    if (month < 1 || month > 12) continue;
    const day = year === undefined ? undefined : dayFrom(Number(year), month, Number(date));
    out.push({
      index: match.index,
      length: all.length,
      withoutYear: year === undefined,
      ...(day ? { day } : {}),
    });
  }
  return out;
}
