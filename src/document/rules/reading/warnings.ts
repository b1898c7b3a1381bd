// What the reader could not find or finds odd, in words for the officer who checks the letter.
import { type Day, dayOfYear, formatDay } from "../../../platform/pure/calendar.ts";
import { vi } from "../../messages.vi.ts";
import type { LetterWarning, WarningCode } from "../../schema.ts";

/** A warning before it has its words. */
export type Note = { code: WarningCode; path?: string; params?: Record<string, string | number> };

export function note(code: WarningCode, path?: string, params?: Record<string, string | number>): Note {
  return { code, ...(path === undefined ? {} : { path }), ...(params ? { params } : {}) };
}

/** The warning with its Vietnamese text; `{name}` in the catalogue is filled from `params`. */
export function toWarning({ code, path, params }: Note): LetterWarning {
  const text = vi[`document.warning.${code}`].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params?.[name] ?? whole),
  );
  return { code, text, ...(path === undefined ? {} : { path }), ...(params ? { params } : {}) };
}

// A busy provincial office issues a handful of letters a day; the slack lets early January pass.
const PLAUSIBLE_PER_DAY = 15;
const PLAUSIBLE_START = 100;

/** Whether no series that restarts on 1 January would plausibly have reached `number` by `day`. */
export function noteHighNumber(number: string | undefined, day: Day | undefined): Note[] {
  const value = Number.parseInt(number ?? "", 10);
  if (day === undefined || Number.isNaN(value)) return [];
  const nth = dayOfYear(day);
  if (value <= PLAUSIBLE_START + PLAUSIBLE_PER_DAY * nth) return [];
  return [note("number-high-for-date", "number", { number: value, day: formatDay(day), dayOfYear: nth })];
}
