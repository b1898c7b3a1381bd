// A date of birth as lists have it: day/month/year in many hands, a year alone, a spreadsheet's number.
import { addDays, type Day, dayFrom } from "../../../platform/pure/calendar.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";

export type Birth =
  | { readonly day: Day }
  | { readonly year: number }
  | { readonly wrong: "unclear" | "future" | "too-long-ago" };

const OLDEST = 1900;

/** Day 60 of the spreadsheet's count is 29 February 1900, which never was: real days begin after it. */
const SERIAL_ZERO = "1899-12-30";
/** Numbers that are days and no years: 1927-05-19 to 2119. Whoever was born earlier gives no blood. */
const SERIAL_FROM = 10_001;
const SERIAL_TO = 80_000;

/**
 * `cell` as read from a file (a day of a spreadsheet as YYYY-MM-DD); undefined: nothing is there. Day before month,
 * always: where that gives no day, it is asked back and not guessed.
 */
export function readBirth(cell: string | number, today: Day): Birth | undefined {
  const text = typeof cell === "number" ? String(cell) : cell.normalize("NFKC").trim();
  if (text === "" || /^[-–—.…?]+$/.test(text)) return undefined;
  return checked(parsed(text, today), today);
}

function checked(birth: Birth, today: Day): Birth {
  if ("wrong" in birth) return birth;
  const year = "year" in birth ? birth.year : Number(birth.day.slice(0, 4));
  if (year < OLDEST) return { wrong: "too-long-ago" };
  const future = "year" in birth ? birth.year > Number(today.slice(0, 4)) : birth.day > today;
  return future ? { wrong: "future" } : birth;
}

function parsed(text: string, today: Day): Birth {
  const plain = searchKey(text)
    .replace(/^(sinh )?(ngay|nam)? ?(sinh)?:? ?(ngay )?/, "")
    .replace(/ ?(thang|nam) ?/g, "/")
    .replace(/^\/+/, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(plain);
  if (iso) return dayOf(iso[3], iso[2], Number(iso[1]));
  const usual = /^(\d{1,2})\s*[-/., ]\s*(\d{1,2})\s*[-/., ]\s*(\d{4}|\d{2})$/.exec(plain);
  if (usual) return dayOf(usual[1], usual[2], yearOf(usual[3] ?? "", today));
  // Month and year: the year is what is sure.
  const month = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(plain);
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) return { year: Number(month[2]) };
  const number = /^(\d+)(?:[.,]0+)?$/.exec(plain)?.[1];
  if (number !== undefined) return fromNumber(number);
  return { wrong: "unclear" };
}

function fromNumber(digits: string): Birth {
  const value = Number(digits);
  if (digits.length === 4 && value >= 1000) return { year: value };
  if (value >= SERIAL_FROM && value <= SERIAL_TO) return { day: addDays(SERIAL_ZERO, value) };
  // 03021990 typed without strokes; a spreadsheet drops the 0 in front.
  if (digits.length === 7 || digits.length === 8) {
    const whole = digits.padStart(8, "0");
    return dayOf(whole.slice(0, 2), whole.slice(2, 4), Number(whole.slice(4)));
  }
  return { wrong: "unclear" };
}

function dayOf(date = "", month = "", year: number): Birth {
  const day = year < 1 ? undefined : dayFrom(year, Number(month), Number(date));
  return day === undefined ? { wrong: "unclear" } : { day };
}

/** Two digits: the last year that ends so and is not to come. */
function yearOf(digits: string, today: Day): number {
  if (digits.length === 4) return Number(digits);
  const now = Number(today.slice(0, 4));
  const century = now - (now % 100);
  const year = century + Number(digits);
  return year > now ? year - 100 : year;
}
