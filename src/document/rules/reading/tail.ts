// The foot of a letter taken apart into its two columns: lines of Nơi nhận, and the signature block.
import type { Span } from "../../schema.ts";
import { cellsOf } from "./cells.ts";
import { folded, foldedWords, type Source, trimSpan, words } from "./source.ts";
import { CAPACITY, isCapitals, isOffice, type Zones } from "./zones.ts";

/** `bullet`: the cell began with a dash. `line` is the index of its line. */
export type TailCell = Span & { side: "recipients" | "signature" | "open"; bullet: boolean; line: number };

// In capitals, so that "- Như kính gửi; PHÓ CHỦ TỊCH" (columns merged with one space) comes apart.
const SIGNATURE_IN_LINE =
  /\s(?=(?:(?:T\/?M|K\/?T|T\/?L|TUQ|Q)\s?\.\s?\p{Lu}{2}|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|CHỦ NHIỆM)(?!\p{L})|PHÓ CHÁNH VĂN PHÒNG))/u;
const BULLET = /^[-+•–●▪·]\s*/;
const SIGNED = /^[([]?(?:da ky|ky ten|chu ky|ky boi|dau|da ky ten)\b/;

function splitMerged(source: Source, cell: Span): Span[] {
  if (cell.end - cell.start > 400) return [cell];
  const match = SIGNATURE_IN_LINE.exec(source.work.slice(cell.start, cell.end));
  const at = cell.start + (match?.index ?? 0);
  // What stands left of the signature is a recipient: ordinary words; "KT. TRƯỞNG BAN" has none.
  if (!match || !/\p{Ll}/u.test(source.work.slice(cell.start, at))) return [cell];
  return [
    { start: cell.start, end: at },
    { start: at, end: cell.end },
  ];
}

/** The cells of the tail in reading order; what only signals a stamp or a hand-written signature is left out. */
export function tailCells(source: Source, zones: Zones): TailCell[] {
  const out: TailCell[] = [];
  const lines = source.lines.slice(zones.tail, Math.min(zones.annex, zones.tail + 120));
  lines.forEach((line, i) => {
    for (const piece of cellsOf(source, line).flatMap((cell) => splitMerged(source, cell))) {
      const cell = tailCell(source, piece, i);
      if (cell) out.push(...splitItems(source, cell));
    }
  });
  return out;
}

function tailCell(source: Source, piece: Span, line: number): TailCell | undefined {
  let span = trimSpan(source, piece);
  const label = /^noi nhan\s*[:.]?\s*/.exec(folded(source, span));
  if (label) span = trimSpan(source, { start: span.start + label[0].length, end: span.end });
  const mark = BULLET.exec(source.work.slice(span.start, span.end));
  if (mark) span = { start: span.start + mark[0].length, end: span.end };
  // "Nơi nhận:" alone is kept, empty: what follows without dashes is its list.
  if (label && span.end <= span.start) return { ...span, side: "recipients", bullet: false, line };
  if (span.end <= span.start || SIGNED.test(foldedWords(source, span))) return undefined;
  const text = words(source, span);
  if (mark || label) return { ...span, side: "recipients", bullet: mark !== null, line };
  const signs =
    CAPACITY.test(text) || (isCapitals(text) && (isOffice(foldedWords(source, span)) || text.length > 4));
  return { ...span, side: signs ? "signature" : "open", bullet: false, line };
}

// "Nơi nhận: - Như kính gửi; - Lưu: VT." on one line.
function splitItems(source: Source, cell: TailCell): TailCell[] {
  const out: TailCell[] = [];
  let start = cell.start;
  for (const joint of source.work.slice(cell.start, cell.end).matchAll(/;\s*[-+•–]\s+/g)) {
    out.push({ ...cell, start, end: cell.start + joint.index + 1 });
    start = cell.start + joint.index + joint[0].length;
  }
  out.push({ ...cell, start, end: cell.end, bullet: cell.bullet || start > cell.start });
  return out;
}
