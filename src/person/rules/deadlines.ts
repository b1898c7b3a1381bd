// By when the law wants a person's request about their data answered: dated data, each with its source and its doubt.
// vi-data: the names of the laws are their names.
import { addDays, type Day, daysBetween } from "../../platform/pure/calendar.ts";

export const REQUEST_KINDS = ["access", "correct", "delete", "restrict"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

interface DeadlineRules {
  readonly inForceFrom: Day;
  readonly source: string;
  readonly doubt: string;
  readonly acknowledgeWorkingDays: number;
  /** Calendar days from asking to done. */
  readonly doneDays: Readonly<Record<RequestKind, number>>;
}

export const DEADLINES: readonly DeadlineRules[] = [
  {
    inForceFrom: "2023-07-01",
    source: "Nghị định 13/2023/NĐ-CP, Điều 9, 14, 15, 16",
    doubt: "Kept for the past: 72 hours for each right. No rule before it; the same days are used then.",
    acknowledgeWorkingDays: 1,
    doneDays: { access: 3, correct: 3, delete: 3, restrict: 3 },
  },
  {
    inForceFrom: "2026-01-01",
    source: "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP",
    doubt:
      "Relayed by law firms, the decree itself not at hand: 2 working days to acknowledge, 15 days to restrict, 10 to 20 days for access, correction and deletion. The shortest is used.",
    acknowledgeWorkingDays: 2,
    doneDays: { access: 10, correct: 10, delete: 10, restrict: 15 },
  },
];

export const deadlinesOn = (day: Day): DeadlineRules =>
  DEADLINES.filter(({ inForceFrom }) => inForceFrom <= day).at(-1) ?? (DEADLINES[0] as DeadlineRules);

// 1970-01-05 was a Monday.
const isWeekend = (day: Day): boolean => ((daysBetween("1970-01-05", day) % 7) + 7) % 7 >= 5;

/** The day `count` working days after `day`. Public holidays are taken for working days: a day early, never late. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (!isWeekend(at)) left--;
  }
  return at;
}

/** The last days to acknowledge a request asked on `askedOn`, and to have done it. */
export function deadlineOf(kind: RequestKind, askedOn: Day): { acknowledgeBy: Day; dueOn: Day } {
  const rules = deadlinesOn(askedOn);
  return {
    acknowledgeBy: addWorkingDays(askedOn, rules.acknowledgeWorkingDays),
    dueOn: addDays(askedOn, rules.doneDays[kind]),
  };
}
