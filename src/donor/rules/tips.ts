// Healthy-living tips by date, as data: after giving, and by the season. Advice for everybody, never about anybody; the
// words stand in this capability's catalogues under `donor.tip.<id>`. Pure.
import { addDays, daysBetween } from "../../platform/pure/calendar.ts";
import { solarOf } from "../../platform/pure/lunar.ts";

interface Tip {
  readonly id: TipId;
  /** Where it comes from and how far to trust it. [K]: common advice of blood centres, to be confirmed by the facility. */
  readonly source: string;
  readonly inForceFrom: string;
}

export type AfterId = "water" | "bandage" | "no-heavy-work" | "high-work" | "unwell" | "meals";
export type SeasonId = "tet" | "heat" | "storms" | "cold";
export type TipId = AfterId | SeasonId;

const FROM = "2013-11-15";

/** In the order of the hours after giving. */
export const AFTER_GIVING: readonly (Tip & { readonly id: AfterId })[] = [
  { id: "water", source: "[K] leaflets of blood centres", inForceFrom: FROM },
  { id: "bandage", source: "[K] leaflets of blood centres", inForceFrom: FROM },
  { id: "no-heavy-work", source: "[K] leaflets of blood centres", inForceFrom: FROM },
  // Pilots, crane drivers, work at height or depth, drivers of buses and trains, athletes: 12 hours.
  { id: "high-work", source: "Circular 26/2013/TT-BYT, Art. 5(5)", inForceFrom: FROM },
  { id: "unwell", source: "[K] leaflets of blood centres; 14 days: practice since 2020", inForceFrom: FROM },
  { id: "meals", source: "[K] leaflets of blood centres", inForceFrom: FROM },
];

interface Season extends Tip {
  readonly id: SeasonId;
  readonly on: (day: string) => boolean;
}

const BEFORE_TET = 28;
/** Until mùng 8, when the year's work begins again. */
const AFTER_TET = 7;

/** Whether `day` lies about the first day of a lunar year, as the calendar of Viet Nam has it. */
function aroundTet(day: string): boolean {
  // A lunar year begins in January or February, so the weeks before it never reach back over two years.
  const first = solarOf({ year: Number(addDays(day, BEFORE_TET).slice(0, 4)), month: 1, date: 1 });
  if (first === undefined) return false;
  const past = daysBetween(first, day);
  return -BEFORE_TET <= past && past <= AFTER_TET;
}

/** Whether `day` lies between two days of the year, MM-DD, the later ones of the next year where it turns. */
const between = (from: string, until: string) => (day: string) => {
  const date = day.slice(5);
  return from <= until ? from <= date && date <= until : date >= from || date <= until;
};

export const SEASONS: readonly Season[] = [
  {
    id: "tet",
    source:
      "need before and after the lunar new year: national blood institute, 2020 and 2026 (domain §3.6); advice [K]",
    inForceFrom: FROM,
    on: aroundTet,
  },
  {
    id: "heat",
    source: "summer shortage and heat (domain §3.6); advice [K]",
    inForceFrom: FROM,
    on: between("05-15", "08-31"),
  },
  {
    id: "storms",
    source: "rainy season June to August, landslides move drives (domain §9) [K]",
    inForceFrom: FROM,
    on: between("06-01", "08-31"),
  },
  {
    id: "cold",
    source: "cold spells in the northern mountains [K]",
    inForceFrom: FROM,
    on: between("11-15", "02-15"),
  },
];

/** What is worth saying in these days; at most two, so that they are read. */
export const seasonTips = (day: string): SeasonId[] =>
  SEASONS.filter((season) => season.inForceFrom <= day && season.on(day))
    .map(({ id }) => id)
    .slice(0, 2);

export const afterTips = (day: string): AfterId[] =>
  AFTER_GIVING.filter(({ inForceFrom }) => inForceFrom <= day).map(({ id }) => id);
