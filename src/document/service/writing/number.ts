// The two lines beside each other under the head: number and notation, place and date (NĐ 30/2020, Phụ lục I, mục II.3, II.4).
import { type Day, formatDayInWords } from "../../../platform/pure/calendar.ts";
import { cleanText } from "./clean.ts";
import { DAY_WORD, MONTH_WORD, NUMBER_LABEL, YEAR_WORD } from "./legal-form.ts";

const BLANK = 6;
const NBSP = "\u00A0";

/**
 * "Số: 12/BC-LĐLĐ". Numbers below 10 get a leading zero. Without a number (it is given after signing) six spaces
 * are left for the clerk: "Số:      /BC-LĐLĐ".
 */
export function formatNumberAndNotation(number: string | undefined, notation: string): string {
  const given = cleanText(number ?? "");
  const sign = cleanText(notation);
  if (given === "") return `${NUMBER_LABEL}${" ".repeat(BLANK)}/${sign}`;
  return `${NUMBER_LABEL} ${given.length === 1 && given >= "0" && given <= "9" ? `0${given}` : given}/${sign}`;
}

/**
 * "Lai Châu, ngày 09 tháng 6 năm 2021": days below 10 and the months 1 and 2 with a leading zero.
 * Without a day, room to write by hand (non-breaking spaces, so that the room stays where it is).
 * @throws RangeError when `issuedOn` is not a day
 */
export function formatPlaceAndDate(place: string, issuedOn?: Day): string {
  const where = cleanText(place);
  if (issuedOn === undefined) {
    const room = NBSP.repeat(BLANK);
    return `${where}, ${DAY_WORD}${room}${MONTH_WORD}${room}${YEAR_WORD}${room}${NBSP}${NBSP}`;
  }
  return `${where}, ${formatDayInWords(issuedOn)}`;
}
