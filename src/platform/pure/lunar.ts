// The lunar day beside the solar one, as it is reckoned in Viet Nam (UTC+7).
// Source: Hồ Ngọc Đức, "Thuật toán tính âm lịch", after J. Meeus, Astronomical Algorithms (1998). Days of new moons
// and of the sun's longitude are counted as Julian day numbers, in local time.
import { addDays, type Day, daysBetween } from "./calendar.ts";

export interface LunarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 30. */
  readonly date: number;
  /** The second month of this number in the year (tháng nhuận). */
  readonly leap: boolean;
}

const ZONE_DAYS = 7 / 24;
const RADIANS = Math.PI / 180;
/** Mean length of a lunation, days; the first new moon counted is that of 1900-01-01. */
const LUNATION = 29.530588853;
const FIRST_NEW_MOON = 2415021.076998695;
const KNOWN_DAY = "2000-01-01";
const KNOWN_JULIAN = 2451545;

const julianOf = (day: Day): number => KNOWN_JULIAN + daysBetween(KNOWN_DAY, day);

/** The local Julian day on which the `k`-th new moon after that of 1 January 1900 falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(sun + 2 * moon);
  const lag =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - lag + 0.5 + ZONE_DAYS);
}

/** In which twelfth of its year (0 from the spring equinox) the sun stands at the beginning of a local day. */
function sunTwelfth(julian: number): number {
  const t = (julian - 0.5 - ZONE_DAYS - 2451545) / 36525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIANS;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = (mean + centre) * RADIANS;
  const turn = 2 * Math.PI;
  return Math.floor((longitude - turn * Math.floor(longitude / turn)) / (Math.PI / 6));
}

/** The first day of the eleventh lunar month, which holds the winter solstice of that solar year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianOf(`${year}-12-31`) - 2415021) / LUNATION);
  const day = newMoonDay(k);
  return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day;
}

/** How many months after the eleventh the leap one comes: the first that the sun spends within one twelfth. */
function leapOffset(eleventh: number): number {
  const k = Math.floor((eleventh - FIRST_NEW_MOON) / LUNATION + 0.5);
  let last: number;
  let index = 1;
  let twelfth = sunTwelfth(newMoonDay(k + index));
  do {
    last = twelfth;
    index++;
    twelfth = sunTwelfth(newMoonDay(k + index));
  } while (twelfth !== last && index < 14);
  return index - 1;
}

/** The lunar day of a solar one, years 1900 to 2199. */
export function lunarOf(day: Day): LunarDay {
  const julian = julianOf(day);
  const solarYear = Number(day.slice(0, 4));
  const k = Math.floor((julian - FIRST_NEW_MOON) / LUNATION);
  const next = newMoonDay(k + 1);
  const monthStart = next > julian ? newMoonDay(k) : next;
  const thisEleventh = eleventhMonth(solarYear);
  const [from, until, lunarYear] =
    thisEleventh >= monthStart && thisEleventh !== monthStart
      ? [eleventhMonth(solarYear - 1), thisEleventh, solarYear]
      : [thisEleventh, eleventhMonth(solarYear + 1), solarYear + 1];
  const months = Math.floor((monthStart - from) / 29);
  let month = months + 11;
  let leap = false;
  if (until - from > 365) {
    const offset = leapOffset(from);
    if (months >= offset) month = months + 10;
    leap = months === offset;
  }
  if (month > 12) month -= 12;
  return {
    year: month >= 11 && months < 4 ? lunarYear - 1 : lunarYear,
    month,
    date: julian - monthStart + 1,
    leap,
  };
}

/** The solar day of a lunar date in an ordinary (not leap) month, or undefined where that month has no such day. */
export function solarOf(lunar: Omit<LunarDay, "leap">): Day | undefined {
  // A lunar year begins between 20 January and 21 February and runs thirteen months at most.
  const guess = addDays(`${lunar.year}-01-20`, Math.floor((lunar.month - 1) * LUNATION) + lunar.date - 2);
  for (let ahead = 0; ahead < 70; ahead++) {
    const day = addDays(guess, ahead);
    const found = lunarOf(day);
    if (
      !found.leap &&
      found.year === lunar.year &&
      found.month === lunar.month &&
      found.date === lunar.date
    ) {
      return day;
    }
  }
  return undefined;
}
