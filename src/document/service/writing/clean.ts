// Makes any text safe for the XML of a document, in NFC, without changing a word of it.

// Characters XML 1.0 forbids or that an official document never holds: controls (line ends are handled before),
// bidirectional overrides (they can make a number read backwards), non-characters.
const FORBIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFDD0-\uFDEF]|[\u{FFFE}\u{FFFF}]|\p{Cs}/gu;

/** The text in NFC on one line: white space (but no non-breaking space) collapsed to one space, forbidden characters gone. */
export const cleanText = (text: string): string =>
  text
    .replace(/[ \t\r\n\v\f\u0085\u2028\u2029]+/g, " ")
    .replace(FORBIDDEN, "")
    // What stood between two spaces may be gone now.
    .replace(/ {2,}/g, " ")
    .normalize("NFC")
    .trim();

/** The text cut at its line ends, each line cleaned, empty lines left out. */
export const cleanLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(cleanText)
    .filter((line) => line !== "");

/** As {@link cleanText}, in Vietnamese capitals. */
export const capitals = (text: string): string => cleanText(text).toLocaleUpperCase("vi-VN").normalize("NFC");

/** Text for an XML element or attribute value. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
