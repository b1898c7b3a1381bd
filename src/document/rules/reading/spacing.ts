// Spaces that scanning puts where none belong: "L I Ê N  Đ O À N", "Số : 6 1 0 / LĐLĐ", "phòng , chống".

// A run of single letters one space apart; the words of such a line stand two or three spaces apart.
const LETTERS = /(?<![^\s“"(])\p{L}(?: \p{L}(?![\p{L}\p{M}\d'’/]))+/gu;
const SPACED_WORD = 3;
const GAP_BETWEEN_WORDS = /(?<=\S) {2,3}(?=\S)/g;
const CAPACITY = /(?<!\S)([TK]) ?(\/?) ?([MTL])(?= ?\.| \p{Lu}{2})/gu;

function closeLetters(line: string): string {
  const runs = [...line.matchAll(LETTERS)].map(({ 0: run, index }) => ({ run, index }));
  const spaced = runs.filter(({ run }) => (run.length + 1) / 2 >= SPACED_WORD);
  if (spaced.length === 0) return line;
  let out = "";
  let from = 0;
  for (const { run, index } of runs) {
    const end = index + run.length;
    // Two letters alone may be two words ("Ma A Ư"): wide gaps on both sides make them one.
    const after = spaced.length > 1 ? /^(?:[ \t]|$)/ : /^(?: {2}|\t|$)/;
    const apart =
      /(?:^|\t| {2})$/.test(line.slice(Math.max(0, index - 2), index)) &&
      after.test(line.slice(end, end + 2));
    if ((run.length + 1) / 2 < SPACED_WORD && !apart) continue;
    out += line.slice(from, index) + run.replaceAll(" ", "");
    from = end;
  }
  out += line.slice(from);
  return spaced.length > 1 ? out.replace(GAP_BETWEEN_WORDS, " ") : out;
}

// Single digits are one number only where a number is due: after "số", "ngày", "tháng", "năm" or beside a slash.
const DIGITS_AFTER =
  /((?<!\p{L})(?:[Ss]ố ?:?|[Nn]gày|[Tt]háng|[Nn]ăm|\d ?\/) {0,3})(\d(?: \d){1,5})(?![\d\p{L}])/gu;
const DIGITS_BEFORE = /(?<![\d\p{L}] ?)(\d(?: \d){1,3})(?= ?\/ ?[\d\p{Lu}])/gu;
const DATE_SLASH = /(?<=\d) ?\/ ?(?=\d)/g;
const CITED_SLASH = /(?<=số:? {0,2}\d{1,6}) ?\/ ?(?=\p{Lu})/gu;
const BEFORE_POINT = /(?<=[\p{L}\d)\]”"]) {1,2}(?=[,.;:](?:\s|$))/gu;

const joinDigits = (_all: string, before: string, digits: string): string =>
  before + digits.replaceAll(" ", "");

function closeFigures(line: string): string {
  if (!/\d/.test(line)) return line;
  return line
    .replace(DIGITS_AFTER, joinDigits)
    .replace(DIGITS_AFTER, joinDigits)
    .replace(DIGITS_BEFORE, (digits) => digits.replaceAll(" ", ""))
    .replace(DATE_SLASH, "/")
    .replace(CITED_SLASH, "/");
}

// Two spaces are a slip of the finger or of the scan; columns stand three or more apart.
const TWO_SPACES = /(?<=\S) {2}(?=\S)/g;

/** The text with spaced-out words, figures and punctuation closed up; nothing but spaces is taken away. */
export function closeSpacing(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      closeFigures(closeLetters(line))
        .replace(BEFORE_POINT, "")
        .replace(CAPACITY, "$1$2$3")
        .replace(TWO_SPACES, " "),
    )
    .join("\n");
}
