// The two columns of a letter's head and foot, merged or interleaved as text extraction leaves them.
// vi-data: what the operators look for is the fixed wording of a letter's layout.
import type { Chance } from "./chance.testing.ts";

const MOTTO = /^(?:CỘNG H(?:OÀ|ÒA) |Độc lập)/;
const DATELINE = /^\p{Lu}[\p{L}. ]{1,30}, ngày\s/u;
const TITLE = /^(?:KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|GIẤY MỜI|QUYẾT ĐỊNH|TỜ TRÌNH)$/;
const RULE = /^[-–_=*.\s]*$/;
// The blanks of "Số:      /LĐLĐ" and "ngày      tháng 9" part no columns.
const BLANKS = /(?<=ngày|tháng|năm|S[ốỐ] ?:?) {2,}(?=tháng|năm|[-/])/g;
const HELD = "\u0002";
const COLUMNS = /\t| {3,}/;

/** `text` with the head's columns in one line each ("wide" gap, "one-space"), or line after line. */
export function mangleColumns(
  text: string,
  chance: Chance,
  how: "wide" | "one-space" | "interleaved",
): string {
  const lines = text.normalize("NFC").split("\n");
  const end = lines.findIndex((line) => /^Kính gửi|kính mời/.test(line) || TITLE.test(line.trim()));
  if (end < 3) return text;
  const cells = lines
    .slice(0, end)
    .flatMap((line) => line.replace(BLANKS, (blank) => blank.replaceAll(" ", HELD)).split(COLUMNS))
    .map((cell) => cell.replaceAll(HELD, " ").trim())
    .filter((cell) => !RULE.test(cell));
  const right = cells.filter((cell) => MOTTO.test(cell) || DATELINE.test(cell));
  const left = cells.filter((cell) => !right.includes(cell));
  // A head that is merged already, or has no second column, is left as it is.
  if (
    right.length === 0 ||
    left.length === 0 ||
    left.some((cell) => /CỘNG H(?:OÀ|ÒA) XÃ|Độc lập -/.test(cell))
  )
    return text;
  const head = merge(left, right, chance, how);
  return [...head, "", ...lines.slice(end)].join("\n");
}

function merge(
  left: string[],
  right: string[],
  chance: Chance,
  how: "wide" | "one-space" | "interleaved",
): string[] {
  const width = Math.max(...left.map((cell) => cell.length)) + 4 + Math.floor(chance() * 12);
  // Place and date stand beside the number as often as not.
  const number = left.findIndex((cell) => /^S[ốỐ]/.test(cell));
  const dateline = right.findIndex((cell) => DATELINE.test(cell));
  const second = [...right];
  if (chance() < 0.5 && number > dateline && dateline >= 0)
    second.splice(dateline, 0, ...Array.from({ length: number - dateline }, () => ""));
  const tab = chance() < 0.3;
  const rows = Math.max(left.length, second.length);
  return Array.from({ length: rows }, (_, i) => [left[i] ?? "", second[i] ?? ""] as const).flatMap(
    ([a, b]) => {
      if (how === "interleaved") return [a, b].filter((cell) => cell !== "");
      if (b === "") return [a];
      if (how === "one-space") return [a === "" ? b : `${a} ${b}`];
      return [tab ? `${a}\t${b}` : `${a.padEnd(width)}${b}`];
    },
  );
}

const OFFICE = /^(?:T\/?M\.?|KT\.|TL\.|TUQ\.|Q\.|PHÓ |CHỦ TỊCH|TRƯỞNG |CHÁNH )/;

/** `text` with its signature block set beside Nơi nhận, line by line. */
export function signatureBeside(text: string, chance: Chance): string {
  const lines = text.normalize("NFC").split("\n");
  const from = lines.findIndex((line) => /^Nơi nhận/.test(line));
  if (from < 0) return text;
  const annex = lines.findIndex((line, i) => i > from && /^PHỤ LỤC/.test(line));
  const to = annex < 0 ? lines.length : annex;
  const foot = lines.slice(from, to).filter((line) => line.trim() !== "");
  const signs = foot.findIndex((line) => OFFICE.test(line.replaceAll("*", "")));
  // Columns that are there already, or a signature above, are left.
  if (signs < 1 || foot.some((line) => COLUMNS.test(line))) return text;
  const left = foot.slice(0, signs);
  const right = foot.slice(signs).map((line) => line.replaceAll("*", ""));
  const name = right.pop() ?? "";
  const room = Math.max(0, left.length - right.length - 1);
  const column = [...right, ...Array.from({ length: room }, () => ""), name];
  const tab = chance() < 0.3;
  const width = Math.max(...left.map((line) => line.length)) + 4 + Math.floor(chance() * 10);
  const rows = column.map((cell, i) => {
    const start = left[i] ?? "";
    if (cell === "") return start;
    return tab ? `${start}\t${cell}` : `${start.padEnd(width)}${cell}`;
  });
  return [...lines.slice(0, from), ...rows, ...left.slice(column.length), "", ...lines.slice(to)].join("\n");
}
