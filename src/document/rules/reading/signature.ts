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

/** The signatures among the tail's cells, left to right; none when there is neither capacity nor office. */
export function readSignatures(source: Source, cells: TailCell[]): Signature[] {
  return blocksOf(source, cells)
    .map((block) => readBlock(source, block))
    .filter(({ lines }) => lines.length > 0);
}

function readBlock(source: Source, cells: TailCell[]): Signature {
  const lines: SignatureLine[] = [];
  let name: Found<string> | undefined;
  for (const cell of cells) {
    if (cell.side === "signature" && isSignerInCapitals(source, cell, lines, cells))
      name = nameIn(source, cell);
    else if (cell.side === "signature") lines.push(signatureLine(source, cell));
    else if (cell.side === "open" && lines.length > 0) name = nameIn(source, cell) ?? name;
  }
  return { lines, name };
}

// A joint document is signed side by side, or, copied column by column, one signature after the other.
function blocksOf(source: Source, cells: TailCell[]): TailCell[][] {
  const parts = cells.filter(({ side }) => side !== "recipients");
  const byLine = new Map<number, TailCell[]>();
  for (const cell of parts.filter(({ side }) => side === "signature"))
    byLine.set(cell.line, [...(byLine.get(cell.line) ?? []), cell]);
  const widest = [...byLine.values()].reduce((most, line) => (line.length > most.length ? line : most), []);
  if (widest.length < 2) return oneAfterTheOther(source, parts);
  const columns = widest.map((cell) => columnOf(source, cell));
  return columns.map((_, at) =>
    parts.filter((cell) => {
      const same = parts.filter(({ line }) => line === cell.line);
      if (same.length === columns.length) return same.indexOf(cell) === at;
      const x = columnOf(source, cell);
      const nearest = Math.min(...columns.map((column) => Math.abs(column - x)));
      return columns.findIndex((column) => Math.abs(column - x) === nearest) === at;
    }),
  );
}

function columnOf(source: Source, cell: Span): number {
  return cell.start - (source.work.lastIndexOf("\n", cell.start - 1) + 1);
}

function oneAfterTheOther(source: Source, cells: TailCell[]): TailCell[][] {
  const blocks: TailCell[][] = [];
  let signed = true;
  for (const cell of cells) {
    const opens = cell.side === "signature" && CAPACITY.test(words(source, cell));
    const block = blocks.at(-1);
    if (!block || (signed && opens)) {
      blocks.push([cell]);
      signed = false;
    } else block.push(cell);
    if (cell.side === "open" && nameIn(source, cell)) signed = true;
  }
  return blocks;
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
