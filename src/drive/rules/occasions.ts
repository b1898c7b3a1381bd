// Days that a drive should know of: feasts on which few come, days that call for one, school examinations that fill halls.
// Source: Labour Code 2019 Art. 112 for the feasts; QĐ 43/2000/QĐ-TTg for 7 April; WHO for 14 June; the yearly decisions
// of the Ministry of Education for the examination after school.
// Doubt: days of the examinations are from memory of the decisions; they are taken up year by year and warn only.
import { addDays, type Day } from "../../platform/pure/calendar.ts";
import { solarOf } from "../../platform/pure/lunar.ts";

export const OCCASIONS = [
  "new-year",
  "tet",
  "hung-kings",
  "reunification",
  "labour-day",
  "national-day",
  "blood-donation-day",
  "world-donor-day",
  "school-exam",
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface DatedOccasion {
  readonly occasion: Occasion;
  readonly from: Day;
  readonly until: Day;
  /** Speaks for a drive on this day, where the others speak against. */
  readonly calls: boolean;
}

const SCHOOL_EXAMS: readonly (readonly [from: Day, until: Day])[] = [
  ["2020-08-08", "2020-08-10"],
  ["2021-07-06", "2021-07-08"],
  ["2021-08-05", "2021-08-07"],
  ["2022-07-06", "2022-07-08"],
  ["2023-06-27", "2023-06-29"],
  ["2024-06-26", "2024-06-28"],
  ["2025-06-25", "2025-06-27"],
];

/** Of the lunar calendar: from the 28th of the twelfth month to the fifth of the first. */
function tetOf(year: number): DatedOccasion[] {
  const first = solarOf({ year, month: 1, date: 1 });
  if (first === undefined) return [];
  return [{ occasion: "tet", from: addDays(first, -3), until: addDays(first, 4), calls: false }];
}

function hungKingsOf(year: number): DatedOccasion[] {
  const day = solarOf({ year, month: 3, date: 10 });
  return day === undefined ? [] : [{ occasion: "hung-kings", from: day, until: day, calls: false }];
}

function fixedOf(year: number): DatedOccasion[] {
  const one = (occasion: Occasion, monthAndDate: string, calls = false): DatedOccasion => {
    const day = `${year}-${monthAndDate}`;
    return { occasion, from: day, until: day, calls };
  };
  return [
    one("new-year", "01-01"),
    one("reunification", "04-30"),
    one("labour-day", "05-01"),
    one("national-day", "09-02"),
    one("blood-donation-day", "04-07", true),
    one("world-donor-day", "06-14", true),
  ];
}

/** Occasions that touch the days from `from` to `until`, the earliest first. */
export function occasionsBetween(from: Day, until: Day): readonly DatedOccasion[] {
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, index) => Number(from.slice(0, 4)) + index,
  );
  const exams = SCHOOL_EXAMS.map(
    ([first, last]): DatedOccasion => ({
      occasion: "school-exam",
      from: first,
      until: last,
      calls: false,
    }),
  );
  return [...years.flatMap((year) => [...fixedOf(year), ...tetOf(year), ...hungKingsOf(year)]), ...exams]
    .filter((one) => one.from <= until && one.until >= from)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
