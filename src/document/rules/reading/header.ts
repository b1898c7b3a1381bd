// The head of a letter: body and superior, number and notation, place and date, type, subject.
// Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I; QĐ 933/QĐ-TLĐ (2024) for union documents.
import { type Day, dayFrom } from "../../../platform/pure/calendar.ts";
import type { DocumentKind, Span } from "../../schema.ts";
import { type Cell, cellsOf, DATELINE, DATELINE_DIGITS, NUMBER } from "./cells.ts";
import { type Found, foundText } from "./found.ts";
import { kindOfNotation, kindOfTitle } from "./kinds.ts";
import { folded, type Source, trimSpan, words } from "./source.ts";
import { type Note, note } from "./warnings.ts";
import { afterTitle, isCapitals, type Zones } from "./zones.ts";

export type Header = {
  kind?: Found<DocumentKind> | undefined;
  number?: Found<string> | undefined;
  notation?: Found<string> | undefined;
  place?: Found<string> | undefined;
  issuedOn?: Found<Day> | undefined;
  subject?: Found<string> | undefined;
  issuer?: { name: Found<string>; superior?: Found<string> | undefined } | undefined;
  notes: Note[];
};

type HeaderCell = Cell & { line: number; gap: number };

const URGENCY = /^(?:hoa toc|thuong khan|khan|toi mat|mat)\b/;
const SUBJECT = /^(?:v\s?\/\s?v\s*:?|ve viec\s*:?)\s*/;

function headerCells(source: Source, zones: Zones): HeaderCell[] {
  const end = Math.max(zones.afterHeader, zones.title ?? 0);
  return source.lines
    .slice(0, end)
    .flatMap((line, i) => cellsOf(source, line).map((cell) => ({ ...cell, line: i, gap: line.gap })));
}

/** Everything the head says. What is missing is noted; nothing is made up. */
export function readHeader(source: Source, zones: Zones): Header {
  const cells = headerCells(source, zones);
  const numbered = readNumber(source, cells);
  const dated = readDateline(source, cells);
  const subject = readSubject(source, cells, zones);
  const kind = readKind(source, zones, numbered.notation, subject?.mark);
  const notes = [...numbered.notes, ...dated.notes, ...kind.notes];
  if (!subject) notes.push(note("subject-missing", "subject"));
  return {
    kind: kind.kind,
    number: numbered.number,
    notation: numbered.notation,
    place: dated.place,
    issuedOn: dated.issuedOn,
    subject: subject?.text,
    issuer: readIssuer(source, cells, zones),
    notes,
  };
}

function part(cell: Span, match: RegExpExecArray, text: string, from = 0): Span {
  const start = cell.start + match[0].indexOf(text, from) + match.index;
  return { start, end: start + text.length };
}

function readNumber(source: Source, cells: HeaderCell[]): Pick<Header, "number" | "notation" | "notes"> {
  const cell = cells.find((each) => each.what === "number");
  const match = cell && NUMBER.exec(source.work.slice(cell.start, cell.end));
  if (!cell || !match)
    return { notes: [note("number-missing", "number"), note("notation-missing", "notation")] };
  const notes: Note[] = [];
  const digits = match.groups?.number ?? match.groups?.alone;
  const printed = match.groups?.notation;
  const number = digits === undefined ? undefined : foundText(source, part(cell, match, digits));
  if (!number) notes.push(note("number-blank", "number"));
  if (printed === undefined) return { number, notes: [...notes, note("notation-missing", "notation")] };
  const span = part(cell, match, printed, match[0].length - printed.length);
  const value = printed.replace(/\s*([-–/])\s*/g, (_, mark: string) => (mark === "–" ? "-" : mark));
  return { number, notation: { value, span }, notes };
}

function readDateline(source: Source, cells: HeaderCell[]): Pick<Header, "place" | "issuedOn" | "notes"> {
  const cell = cells.find((each) => each.what === "dateline");
  const text = cell ? source.work.slice(cell.start, cell.end) : "";
  const match = DATELINE.exec(text) ?? DATELINE_DIGITS.exec(text);
  if (!cell || !match?.groups) {
    return { notes: [note("place-missing", "place"), note("issued-on-missing", "issuedOn")] };
  }
  const { place: name, date = "", month = "", year = "" } = match.groups;
  const notes: Note[] = [];
  const place = name === undefined ? undefined : foundText(source, part(cell, match, name), ",");
  if (!place) notes.push(note("place-missing", "place"));
  const [d, m, y] = [date, month, year].map((digits) => Number(digits.replace(/\D/g, "") || Number.NaN));
  if (!d || !m || !y) return { place, notes: [...notes, note("issued-on-blank", "issuedOn")] };
  const from = name === undefined ? cell.start + match.index : part(cell, match, name).end;
  const span = trimSpan(source, {
    start: from + countSeparators(source, from),
    end: cell.start + match.index + match[0].length,
  });
  const day = dayFrom(y, m, d);
  if (!day)
    return {
      place,
      notes: [...notes, note("issued-on-impossible", "issuedOn", { found: words(source, span) })],
    };
  return { place, issuedOn: { value: day, span }, notes };
}

function countSeparators(source: Source, from: number): number {
  return /^[\s,]*/.exec(source.work.slice(from, from + 10))?.[0].length ?? 0;
}

type Subject = { text: Found<string> | undefined; mark?: Span };

function readSubject(source: Source, cells: HeaderCell[], zones: Zones): Subject | undefined {
  if (zones.title !== undefined) {
    const titled = subjectUnderTitle(source, zones.title, zones.addressees);
    if (titled) return titled;
  }
  const at = cells.findIndex((cell) => cell.what === "words" && SUBJECT.test(folded(source, cell)));
  const first = cells[at];
  if (!first) return undefined;
  const mark = {
    start: first.start,
    end: first.start + (SUBJECT.exec(folded(source, first))?.[0].length ?? 0),
  };
  const pieces: Span[] = [{ start: mark.end, end: first.end }];
  for (const cell of cells.slice(at + 1)) {
    // A place and date between two lines of the subject is the other column of the page.
    if (cell.what !== "words") continue;
    if (cell.line === first.line || !continuesSubject(source, cell)) break;
    pieces.push(cell);
  }
  return { text: joined(source, pieces), mark: trimSpan(source, mark) };
}

function continuesSubject(source: Source, cell: HeaderCell): boolean {
  const text = words(source, cell);
  if (isCapitals(text) && (text.length > 12 || URGENCY.test(folded(source, cell)))) return false;
  return cell.gap === 0 || /^[\p{Ll}“"(–]/u.test(text);
}

function subjectUnderTitle(source: Source, title: number, before: number | undefined): Subject | undefined {
  const lines = source.lines.slice(
    title + 1,
    Math.min(afterTitle(source, title), before ?? Number.POSITIVE_INFINITY),
  );
  const first = lines[0];
  if (!first) return undefined;
  const marked = SUBJECT.exec(folded(source, first))?.[0].length ?? 0;
  return { text: joined(source, [{ start: first.start + marked, end: first.end }, ...lines.slice(1)]) };
}

function joined(source: Source, pieces: Span[]): Found<string> | undefined {
  const kept = pieces.filter((piece) => words(source, piece) !== "");
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return undefined;
  const value = kept
    .map((piece) => words(source, piece))
    .join(" ")
    .replace(/[\s.,;]+$/, "");
  const whole = foundText(source, { start: first.start, end: last.end });
  return whole && { value, span: whole.span };
}

function readKind(
  source: Source,
  zones: Zones,
  notation: Found<string> | undefined,
  subjectMark: Span | undefined,
): { kind?: Found<DocumentKind>; notes: Note[] } {
  const byCode = notation && kindOfNotation(notation.value);
  const line = zones.title === undefined ? undefined : source.lines[zones.title];
  const byTitle = line && kindOfTitle(words(source, line));
  if (line && byTitle) {
    const disagrees = notation && byCode && byCode !== byTitle;
    return {
      kind: { value: byTitle, span: trimSpan(source, line) },
      notes: disagrees ? [note("kind-disagrees", "kind", { notation: notation.value })] : [],
    };
  }
  if (notation && byCode) return { kind: { value: byCode, span: notation.span }, notes: [] };
  // A công văn has no title and no type code: V/v, or a plain notation above Kính gửi, is what tells it.
  if (subjectMark) return { kind: { value: "cong-van", span: subjectMark }, notes: [] };
  if (notation && zones.addressees !== undefined) {
    return { kind: { value: "cong-van", span: notation.span }, notes: [] };
  }
  return { notes: [note("kind-missing", "kind")] };
}

const BODY_NAME =
  /^(?:tong lien doan|lien doan lao dong|ldld|cong doan|cdcs|cd |ban chi dao|bcd|uy ban|ubnd|ubmttq|ban (?:cong tac|van dong|dan van|tuyen giao)|trung uong hoi|mat tran|hoi |tinh doan|tinh uy|thanh uy|huyen uy|so |bo |nghiep doan)/;

function readIssuer(source: Source, cells: HeaderCell[], zones: Zones): Header["issuer"] {
  const numberLine = cells.find((cell) => cell.what === "number")?.line ?? 0;
  const bodies: Span[] = [];
  let lastLine = -2;
  // Between two lines of a name may stand a line of the other column.
  const isNext = (cell: HeaderCell): boolean =>
    cell.line <= lastLine + 1 ||
    (cell.line === lastLine + 2 &&
      cells.every((each) => each.line !== lastLine + 1 || each.what === "motto" || each.what === "dateline"));
  for (const cell of cells) {
    if (cell.what !== "words" || (zones.title !== undefined && cell.line >= zones.title)) continue;
    const text = words(source, cell);
    const capitals = isCapitals(text);
    if (cell.line >= numberLine && !capitals) continue;
    const last = bodies.at(-1);
    // "HỘI CHỮ THẬP ĐỎ TỈNH -" over "LIÊN ĐOÀN LAO ĐỘNG TỈNH": bodies that issue together.
    const joint = last && capitals && isNext(cell) && /[-–]$/.test(source.work.slice(last.start, last.end));
    if (joint) last.end = cell.end;
    else if (BODY_NAME.test(folded(source, cell)) && text.length < 120)
      bodies.push({ start: cell.start, end: cell.end });
    // "BAN CHỈ ĐẠO VẬN ĐỘNG" over "HIẾN MÁU TÌNH NGUYỆN": a line in capitals goes on with the body above.
    else if (last && capitals && isNext(cell)) last.end = cell.end;
    else continue;
    lastLine = cell.line;
  }
  const name = bodies.at(-1);
  const superior = bodies.at(-2);
  const found = name && bodyName(source, name, cells);
  return found && { name: found, superior: superior && bodyName(source, superior, cells) };
}

// A name over two lines may have the other column's words between its lines.
function bodyName(source: Source, span: Span, cells: HeaderCell[]): Found<string> | undefined {
  const own = cells.filter(
    (cell) => cell.what === "words" && cell.start >= span.start && cell.end <= span.end,
  );
  return joined(source, own);
}
