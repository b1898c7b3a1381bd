// A place as a calendar file (RFC 5545), in the hour of Việt Nam.
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { addressOf } from "../links.ts";
import type { StandingPlace } from "../store/ticket.ts";
import { WORDS } from "./parts.ts";

/** Reception to rest. */
const MINUTES = 90;
const HOUR_MS = 3_600_000;

/** Việt Nam keeps UTC+7 the whole year round: a zone of one line. */
const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Asia/Ho_Chi_Minh",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const compact = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, "");
const local = (ms: number): string => compact(ms + 7 * HOUR_MS).slice(0, -1);

const escaped = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/\r?\n/g, "\\n")
    .replace(/([,;])/g, "\\$1");

/** Lines of at most 75 bytes, never cutting a letter in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const letter of line) {
    const room = parts.length === 0 ? 75 : 74;
    if (Buffer.byteLength(part) + Buffer.byteLength(letter) > room) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part].join("\r\n ");
}

/** `uid` stays the same when the place moves, so that a calendar moves its entry. */
export function calendarFile(
  { locale, publicUrl, now }: Pick<Ctx, "locale" | "publicUrl" | "now">,
  token: string,
  place: StandingPlace,
): FileAnswer {
  const t = WORDS[locale];
  const start = Date.parse(place.startsAt);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Giot Hong//VN",
    "METHOD:PUBLISH",
    ...ZONE,
    "BEGIN:VEVENT",
    `UID:${place.bookingId}@giothong`,
    `DTSTAMP:${compact(Date.parse(now))}`,
    `DTSTART;TZID=Asia/Ho_Chi_Minh:${local(start)}`,
    `DTEND;TZID=Asia/Ho_Chi_Minh:${local(start + MINUTES * 60_000)}`,
    `SUMMARY:${escaped(t("booking.ics.title", { drive: place.driveName }))}`,
    `LOCATION:${escaped(place.place)}`,
    `DESCRIPTION:${escaped(t("booking.ics.note", { link: addressOf(publicUrl, token) }))}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return {
    fileName: "hien-mau.ics",
    mediaType: "text/calendar; charset=utf-8",
    content: lines.map(folded).join("\r\n"),
  };
}
