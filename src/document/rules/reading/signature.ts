// The signature block: in what capacity, for whom, under which office, by whom.
// Capacities: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I.
import type { SignatureCapacity, Span } from "../../schema.ts";
import { type Found, foundText } from "./found.ts";
import { type Source, trimSpan, words } from "./source.ts";
import type { TailCell } from "./tail.ts";
import { CAPACITY } from "./zones.ts";

export type SignatureLine = {
  capacity?: Found<SignatureCapacity> | undefined;
  onBehalfOf?: Found<string> | undefined;
  title?: Found<string> | undefined;
};
export type Signature = { lines: SignatureLine[]; name?: Found<string> | undefined };

const CAPACITIES: Record<string, SignatureCapacity> = { TM: "TM", KT: "KT", TL: "TL", TUQ: "TUQ", Q: "Q" };
// Two to six words with capitals; the particles of ethnic names ("Ma A Tủa", "Lò Thị Duyên") have them too.
const NAME =
  /^(?:(?:TS|ThS|BS|BSCKI{1,2}|PGS|GS|CN|KS)\.\s?)*(?<name>\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5})$/u;
const LAST_IN_TEXT = /(?:^|\s)TUQ|(?:^|\s)(?:CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)/u;

/** The signature among the tail's cells; undefined when there is neither capacity nor office. */
export function readSignature(source: Source, cells: TailCell[]): Signature | undefined {
  const lines: SignatureLine[] = [];
  let name: Found<string> | undefined;
  for (const cell of cells) {
    if (cell.side === "signature" && isSignerInCapitals(source, cell, lines, cells))
      name = nameIn(source, cell);
    else if (cell.side === "signature") lines.push(signatureLine(source, cell));
    else if (cell.side === "open" && lines.length > 0) name = nameIn(source, cell) ?? name;
  }
  if (lines.length === 0) return undefined;
  return { lines, name };
}

// Some offices print the signer's name in capitals: the last cell, no office in it, below an office.
function isSignerInCapitals(
  source: Source,
  cell: TailCell,
  above: SignatureLine[],
  cells: TailCell[],
): boolean {
  const text = words(source, cell);
  const rest = cells.slice(cells.indexOf(cell) + 1).filter((each) => each.side !== "recipients");
  if (above.length === 0 || rest.length > 0 || CAPACITY.test(text) || LAST_IN_TEXT.test(text)) return false;
  const syllables = text.split(" ").length;
  return (
    above.some((line) => line.title) &&
    syllables >= 2 &&
    syllables <= 5 &&
    NAME.test(text) &&
    !/^(?:PHÓ|UỶ|ỦY|BAN|TỈNH|LIÊN) /.test(text)
  );
}

function nameIn(source: Source, cell: Span): Found<string> | undefined {
  const text = words(source, cell);
  const match = text.length > 60 ? null : NAME.exec(text);
  const name = match?.groups?.name;
  if (name === undefined) return undefined;
  const first = name.split(" ", 1)[0] ?? name;
  const start =
    text === name
      ? cell.start
      : cell.start + source.work.slice(cell.start, cell.end).lastIndexOf(` ${first}`);
  return { value: name, span: trimSpan(source, { start, end: cell.end }) };
}

function signatureLine(source: Source, cell: Span): SignatureLine {
  const text = source.work.slice(cell.start, cell.end);
  const match = CAPACITY.exec(text);
  const capacity = CAPACITIES[(match?.[1] ?? match?.[2] ?? "").replace("/", "")];
  if (!match || !capacity) return { title: foundText(source, cell) };
  const rest = foundText(source, { start: cell.start + match[0].length, end: cell.end });
  const mark = trimSpan(source, { start: cell.start, end: cell.start + match[0].length });
  const found = { value: capacity, span: mark };
  // "Q. CHỦ TỊCH" is the signer's own, acting office; the others sign for somebody.
  return capacity === "Q" ? { capacity: found, title: rest } : { capacity: found, onBehalfOf: rest };
}
