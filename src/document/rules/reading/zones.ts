// Where the parts of a letter begin: header, addressees, body, tail (Nơi nhận and signature), annex.

import type { Span } from "../../schema.ts";
import { cellsOf } from "./cells.ts";
import { kindOfTitle } from "./kinds.ts";
import { foldedWords, type Line, type Source, words } from "./source.ts";

/** Indexes into `source.lines`; a part runs to the next. `addressees` and `title` are absent when not there. */
export type Zones = {
  title?: number;
  addressees?: number;
  /** First line that can hold body text: after title and subject, or the addressees line. */
  afterHeader: number;
  tail: number;
  annex: number;
};

// A header is short: looking further would take a cited title for the letter's own.
const HEADER_LINES = 60;

const ADDRESSEES = /^kinh gui\b|^(?:tran trong )?kinh moi\s*:|^.{0,150}\bkinh moi\s*:/;
const RECIPIENTS = /^noi nhan\b/;
const ANNEX = /^(?:phu luc|bieu mau|bieu so)\b/;

/** TM. / KT. / TL. / TUQ. / Q. at the start of words in capitals, in the spellings met. */
export const CAPACITY =
  /^(?:(T\/?M|K\/?T|T\/?L|TUQ|T\/UQ)(?:\s?[.:]\s?|\s)|(Q)\s?[.:]\s?)(?=\p{Lu}{2}\P{Ll}*$)/u;

/** Whether all letters of a text are capitals (and there are at least two). */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

const TITLE_WORDS =
  /\b(?:chu tich|truong ban|pho ban|chanh van phong|pho van phong|giam doc|bi thu|chu nhiem|truong phong|pho phong|to truong|to pho|hieu truong|thu truong|uy vien)\b/;

/** Whether a folded text names an office that signs. */
export function isOffice(fold: string): boolean {
  return TITLE_WORDS.test(fold);
}

/** A line with the next one, should it go on there: "… trân trọng kính" / "mời: …" is one opening. */
export function openingOf(source: Source, index: number, line: Line): Span {
  const next = source.lines[index + 1];
  const open =
    next &&
    next.gap === 0 &&
    /\b(?:kinh|tran|tran trong)$/.test(source.fold.slice(Math.max(line.start, line.end - 12), line.end));
  return { start: line.start, end: open ? next.end : line.end };
}

function tailStart(source: Source, from: number): number {
  for (let i = from; i < source.lines.length; i++) {
    const line = source.lines[i];
    if (!line) break;
    if (RECIPIENTS.test(foldedWords(source, line).slice(0, 40))) return signatureAbove(source, from, i);
    if (cellsOf(source, line).some((cell) => CAPACITY.test(source.work.slice(cell.start, cell.end))))
      return i;
  }
  return officeAlone(source, from);
}

// Texts copied column by column may put the whole signature above Nơi nhận, and a head signs without TM.
function signatureAbove(source: Source, from: number, recipients: number): number {
  for (let i = recipients - 1; i >= from && i >= recipients - 6; i--) {
    const line = source.lines[i];
    if (line && isOfficeLine(source, line)) return i;
  }
  return recipients;
}

function officeAlone(source: Source, from: number): number {
  for (let i = source.lines.length - 1; i >= from && i >= source.lines.length - 8; i--) {
    const line = source.lines[i];
    if (line && isOfficeLine(source, line)) return i;
  }
  return source.lines.length;
}

function isOfficeLine(source: Source, line: Line): boolean {
  if (line.end - line.start > 60) return false;
  return isCapitals(words(source, line)) && isOffice(foldedWords(source, line));
}

function findTitle(source: Source, before: number): number | undefined {
  for (let i = 0; i < before; i++) {
    const line = source.lines[i];
    if (line && line.end - line.start < 80 && kindOfTitle(words(source, line))) return i;
  }
  return undefined;
}

// The subject under a title ends at a blank line or where a body usually begins.
const BODY_OPENING =
  /^(?:can cu|kinh gui|kinh moi|thuc hien|nham |huong ung|de trien khai|thua lenh|ban thuong vu|ban thuong truc|ban chap hanh|ban chi dao .{0,80}(?:ban hanh|xay dung|thong bao)|lien doan lao dong .{0,60}(?:xay dung|thong bao|de nghi)|[ivx]{1,4}\. |\d{1,2}\. |phan )/;

const UNDER_TITLE = /^(?:thuc hien|huong ung|nham|de trien khai|phan) (?!.*\bso ?:? ?\d)/;

/** First line after the subject that follows the title at `title`. */
export function afterTitle(source: Source, title: number): number {
  for (let i = title + 1; i < source.lines.length; i++) {
    const line = source.lines[i];
    if (!line) break;
    // "Thực hiện chế độ …" straight under the title is the subject, unless it cites: "Thực hiện Kế hoạch số 5 …".
    const under =
      i === title + 1 && line.gap === 0 && UNDER_TITLE.test(foldedWords(source, line).slice(0, 160));
    if (under) continue;
    const opening = i > title + 1 ? line.gap > 0 : line.gap > 2;
    if (opening || i > title + 8 || BODY_OPENING.test(foldedWords(source, line).slice(0, 160))) return i;
  }
  return source.lines.length;
}

/** The parts of the letter. Always answers; a text that is no letter gives one long body. */
export function findZones(source: Source): Zones {
  const limit = Math.min(HEADER_LINES, source.lines.length);
  let addressees: number | undefined;
  for (let i = 0; i < limit && addressees === undefined; i++) {
    const line = source.lines[i];
    if (line && ADDRESSEES.test(foldedWords(source, openingOf(source, i, line)).slice(0, 200)))
      addressees = i;
  }
  const title = findTitle(source, addressees ?? limit);
  const afterHeader =
    addressees ?? (title === undefined ? afterMarks(source, limit) : afterTitle(source, title));
  const tail = tailStart(source, afterHeader);
  let annex = source.lines.length;
  for (let i = tail + 1; i < source.lines.length && annex === source.lines.length; i++) {
    const line = source.lines[i];
    if (line && ANNEX.test(foldedWords(source, line).slice(0, 20))) annex = i;
  }
  return {
    ...(title === undefined ? {} : { title }),
    ...(addressees === undefined ? {} : { addressees }),
    afterHeader,
    tail,
    annex,
  };
}

// Neither title nor Kính gửi: the header ends after its last mark and the lines that continue it.
function afterMarks(source: Source, limit: number): number {
  let last = -1;
  for (let i = 0; i < Math.min(limit, 15); i++) {
    const line = source.lines[i];
    if (!line) break;
    const marked = cellsOf(source, line).some((cell) => cell.what !== "words");
    if (marked || /^v\/v\b|^ve viec\b/.test(foldedWords(source, line).slice(0, 10))) last = i;
  }
  let next = last + 1;
  while (last >= 0 && next < limit && source.lines[next]?.gap === 0) next++;
  return next;
}
