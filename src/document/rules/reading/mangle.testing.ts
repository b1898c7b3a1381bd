// What copying, scanning and conversion do to a letter's text, as pure operators over text and a seeded chance.
// vi-data: what the operators look for is the fixed wording of a letter's layout.
import { between, type Chance } from "./chance.testing.ts";
import { mangleColumns, signatureBeside } from "./mangle-columns.testing.ts";

export type Damage = {
  name: string /** Whether nothing the letter says is lost. */;
  lossless: boolean;
  mangle: (text: string, chance: Chance) => string;
};

const isTableLine = (line: string): boolean => /[|\t]| {3}/.test(line);
// The letterhead is broken by its author; letters set apart would be torn.
const isSet = (line: string): boolean =>
  isTableLine(line) ||
  /CỘNG H(?:OÀ|ÒA)|Độc lập|^S[ốỐ] ?:|(?:^|\s)\S \S \S(?:\s|$)/.test(line.normalize("NFC"));

/** Breaks every line of running text longer than `width` at spaces. */
export function rewrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => (isSet(line) ? line : wrapLine(line, width).join("\n")))
    .join("\n");
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    // No line begins with a comma.
    if (current !== "" && !/^[,.;:]/.test(word) && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function insertInWords(text: string, chance: Chance, share: number, what: readonly string[]): string {
  return text.replace(/(?<=\p{L})(?=\p{L})/gu, () =>
    chance() < share ? (what[between(chance, 0, what.length - 1)] ?? "") : "",
  );
}

const NUMBER_LINE = /((?:^|[\t ]{3})[ \t]*S[ốỐ] ?:?\s?)(\d[\d ]*)(?=\s?[-/])/mu;
const DATELINE = /(?<=^|[\s,])((?<=\p{Lu}[\p{L}. ]{1,30} ?, )ngày\s)(\d[\d ]*?)( tháng )(\d[\d ]*?)( năm)/u;

function blankNumber(text: string, chance: Chance): string {
  return text
    .normalize("NFC")
    .replace(NUMBER_LINE, (_, before: string) => before + (chance() < 0.5 ? "      " : "……"));
}

function blankDate(text: string, chance: Chance): string {
  const gap = chance() < 0.5 ? "     " : " ...";
  const both = chance() < 0.3;
  // The dateline is the first such date of a letter.
  return text
    .normalize("NFC")
    .replace(
      DATELINE,
      (_, a: string, _day: string, b: string, month: string, c: string) =>
        `${a.trimEnd()}${gap}${b}${both ? gap.trim() || "   " : month}${c}`,
    );
}

const spaced = (word: string): string => (/^[\p{L}\d]+$/u.test(word) ? [...word].join(" ") : word);

function scanned(input: string, chance: Chance): string {
  return input
    .normalize("NFC")
    .split("\n")
    .map((line) => {
      if (isSet(line) || line === "") return line;
      if (!/\p{Ll}/u.test(line) && /\p{Lu}{3}/u.test(line) && !line.includes("-")) {
        return chance() < 0.5 ? line.split(" ").map(spaced).join("  ") : line;
      }
      return scannedWords(line, chance);
    })
    .join("\n");
}

function scannedWords(line: string, chance: Chance): string {
  const words = line.split(" ");
  let out = "";
  words.forEach((word, i) => {
    const apart = /^\p{L}{3,}$/u.test(word) && chance() < 0.06;
    const gap = i === 0 ? "" : apart || out.endsWith("\u0001") || chance() < 0.05 ? "  " : " ";
    out = out.replace("\u0001", "") + gap + (apart ? `${spaced(word)}\u0001` : word);
  });
  return out
    .replace("\u0001", "")
    .replace(/(?<=[\p{L}\d])([;,:])(?=\s|$)/gu, (mark) => (chance() < 0.15 ? ` ${mark}` : mark))
    .replace(/(?<=(?:ngày|tháng|năm|Số:) )\d{2,4}(?!\d)/gu, (digits) =>
      chance() < 0.3 ? spaced(digits) : digits,
    );
}

const BREAKS: readonly ((page: number) => string)[] = [
  (page) => `\n\n${page}\n\n`,
  (page) => `\n\n- ${page} -\n\n`,
  (page) => `\n\f${page}\n`,
  () => "\f",
  (page) => `\n\nTrang ${page}/3\n\n`,
];

// The body is set in lines, as on a page; the break falls between two lines of one paragraph.
function pageBreaks(text: string, chance: Chance): string {
  const width = between(chance, 60, 90);
  const lines = text.split("\n");
  const from = lines.findIndex((line) => /^(?:Kính gửi|Căn cứ|Thực hiện|I\. )/.test(line.normalize("NFC")));
  const to = lines.findIndex((line) => /^Nơi nhận/.test(line.normalize("NFC")));
  const long = lines.flatMap((line, i) =>
    i > from && i < to && !isSet(line) && wrapLine(line, width).length > 1 ? [i] : [],
  );
  const chosen = long[between(chance, 0, long.length - 1)];
  const pageBreak = BREAKS[between(chance, 0, BREAKS.length - 1)] ?? (() => "\f");
  const set = lines.map((line, i) => {
    if (i <= from || i >= to || isSet(line)) return line;
    const pieces = wrapLine(line, width);
    if (i !== chosen) return pieces.join("\n");
    const at = between(chance, 1, pieces.length - 1);
    return pieces.slice(0, at).join("\n") + pageBreak(2) + pieces.slice(at).join("\n");
  });
  const last = chance() < 0.5 ? "\n\n3\n" : "";
  return set.join("\n") + last;
}

const lossy = (name: string, mangle: Damage["mangle"]): Damage => ({ name, lossless: false, mangle });
const lossless = (name: string, mangle: Damage["mangle"]): Damage => ({ name, lossless: true, mangle });

/** Every kind of damage, by the name the bench prints, in the order in which they befall a letter. */
export const DAMAGES: readonly Damage[] = [
  lossy("columns-wide", (text, chance) => mangleColumns(text, chance, "wide")),
  lossy("columns-one-space", (text, chance) => mangleColumns(text, chance, "one-space")),
  lossy("columns-interleaved", (text, chance) => mangleColumns(text, chance, "interleaved")),
  lossy("signature-beside", signatureBeside),
  lossy("blank-number", blankNumber),
  lossy("blank-date", blankDate),
  lossy("page-breaks", pageBreaks),
  lossy("scan-spacing", scanned),
  lossless("wrap", (text, chance) => rewrap(text, between(chance, 45, 200))),
  lossless("nbsp", (text, chance) =>
    text.replace(/(?<=\S) (?=\S)/g, () => (chance() < 0.5 ? "\u00a0" : " ")),
  ),
  lossless("invisible", (text, chance) =>
    insertInWords(text, chance, 0.05, ["\u200b", "\u00ad", "\ufeff", "\u2060"]),
  ),
  lossless("line-ends", (text, chance) => text.replaceAll("\n", chance() < 0.5 ? "\r\n" : "\r")),
  lossless("decompose", (text) => text.normalize("NFD")),
];
