// Vietnamese text: one Unicode form, search without accents, name order by given name, figures as the
// field writes them. Pure; knows nothing of blood or unions.
// vi-data: the alphabet and its order are what this file is about.

/** Text in the one form this program keeps: Unicode NFC. Everything else is left as typed. */
export function toNfc(text: string): string {
  return text.normalize("NFC");
}

const MARKS = /\p{M}+/gu;

function foldChar(char: string): string {
  if (char === "đ" || char === "Đ" || char === "ð" || char === "Ð") return "d";
  const base = char.normalize("NFD").replace(MARKS, "").toLowerCase();
  return base.length === char.length ? base : char;
}

/**
 * Lower case without accents, each UTF-16 code unit replaced by exactly one: an offset into the answer is
 * an offset into `text`. `text` is expected in NFC.
 */
export function foldKeepingLength(text: string): string {
  let out = "";
  let plainFrom = 0;
  // Most characters are ASCII; copying runs of them at once keeps a long text fast.
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 128) continue;
    if (plainFrom < i) out += text.slice(plainFrom, i).toLowerCase();
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    out += foldChar(char);
    i += char.length - 1;
    plainFrom = i + 1;
  }
  return out + text.slice(plainFrom).toLowerCase();
}

/** What two spellings of the same words share: lower case, no accents, đ as d, single spaces, no ends. */
export function searchKey(text: string): string {
  return foldKeepingLength(toNfc(text)).replace(MARKS, "").replace(/\s+/g, " ").trim();
}

// The Vietnamese alphabet with f, j, w, z where Latin order puts them.
const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const LETTER_CODE = new Map([...ALPHABET].map((letter, i) => [letter, String.fromCharCode(0x41 + i)]));
// Dictionary order of tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONE_CODE = new Map([
  ["\u0300", "1"],
  ["\u0309", "2"],
  ["\u0303", "3"],
  ["\u0301", "4"],
  ["\u0323", "5"],
]);

function wordSortKey(word: string): string {
  let letters = "";
  let tones = "";
  // Tone marks come off first; ă â ê ô ơ ư are letters of their own and must stay whole.
  const parts = word.toLowerCase().normalize("NFD");
  const withoutTones = [...parts].filter((char) => {
    const tone = TONE_CODE.get(char);
    if (tone) tones += tone;
    return !tone;
  });
  for (const char of withoutTones.join("").normalize("NFC")) {
    const code = LETTER_CODE.get(char) ?? LETTER_CODE.get(foldChar(char));
    if (code) letters += code;
    else if (char >= "0" && char <= "9") letters += char;
    else if (/\p{L}/u.test(char)) letters += `~${(char.codePointAt(0) ?? 0).toString(16).padStart(6, "0")}`;
  }
  return letters === "" ? "" : `${letters}.${tones || "0"}`;
}

/**
 * Stored sort key of a person's full name: given name (the last word) first, then the others in order.
 * ASCII only; comparing bytes (collation C) gives Vietnamese order, letters of a word before its tone.
 */
export function nameSortKey(fullName: string): string {
  const words = toNfc(fullName).split(/\s+/).map(wordSortKey).filter(Boolean);
  const given = words.pop();
  return given === undefined ? "" : [given, ...words].join(",");
}

/** Stored sort key of a title or a unit's name: words in the order they stand. Same alphabet as `nameSortKey`. */
export function titleSortKey(title: string): string {
  return toNfc(title).split(/\s+/).map(wordSortKey).filter(Boolean).join(",");
}

/** Whole number with dots for thousands: 1803 → "1.803". Fractions are rounded. */
export function formatCount(value: number): string {
  const rounded = Math.round(value);
  const digits = String(Math.abs(rounded)).replace(/\B(?=(\d{3})+$)/g, ".");
  return rounded < 0 ? `-${digits}` : digits;
}

/** Percentage with at most one decimal and a comma: 116.4286 → "116,4%", 100 → "100%". */
export function formatPercent(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const whole = formatCount(Math.floor(tenths / 10));
  const sign = value < 0 && tenths > 0 ? "-" : "";
  return `${sign}${whole}${tenths % 10 === 0 ? "" : `,${tenths % 10}`}%`;
}
