// Nơi nhận: who gets a copy and why: to act, to know, to report to (B/c), to keep (Lưu).
import type { RecipientRole, Span } from "../../schema.ts";
import { type Found, foundText } from "./found.ts";
import { folded, foldedWords, type Source } from "./source.ts";
import type { TailCell } from "./tail.ts";

export type Recipient = { text: Found<string>; role: Found<RecipientRole> };

type Entry = Span & { brace: boolean };
/** What is said in brackets of an entry ("b/c"), and where. */
type Purposes = Map<Entry, Found<string>>;

// "(B/c)", "(để báo cáo)"; the brace of a group is typed as "}" or lost.
const PURPOSE =
  /[\s;,]*[}{]?\s*\(\s*(b\s?\/\s?c|bc|de b\/c|de bao cao|bao cao|de biet|de p\/h|de phoi hop|p\/h|t\/h|de t\/h|de thuc hien|de chi dao)\s*\)\s*[;,.]?\s*[}{]?|\s*[}{]/;

/** The recipients of the tail's cells, continuation lines joined. */
export function readRecipients(source: Source, cells: TailCell[], signers: Span[]): Recipient[] {
  const entries: Entry[] = [];
  const purposes: Purposes = new Map();
  const bulleted = cells.some((cell) => cell.bullet);
  let open = false;
  for (const cell of cells) {
    if (cell.side === "recipients") open = true;
    const isSigner = signers.some(({ start, end }) => cell.start <= start && cell.end >= end);
    if (!open || cell.end <= cell.start || cell.side === "signature" || isSigner) continue;
    const last = entries.at(-1);
    const ended = last !== undefined && /[;.]$/.test(source.work.slice(last.start, last.end));
    if (last && !cell.bullet && !ended && (bulleted || cell.side === "open")) last.end = cell.end;
    else if (bulleted && !cell.bullet && cell.side === "open") attachPurpose(source, cell, last, purposes);
    else entries.push({ start: cell.start, end: cell.end, brace: false });
  }
  for (const entry of entries) markPurpose(source, entry, purposes);
  spreadBraces(source, entries, purposes);
  return entries.flatMap((entry) => {
    const text = foundText(source, entry);
    if (!text) return [];
    const purpose = purposes.get(entry);
    const role = roleOf(source, text.span, purpose?.value);
    return [{ text, role: { value: role, span: purpose?.span ?? text.span } }];
  });
}

// A brace standing alone in a column of its own: "} (B/c)".
function attachPurpose(source: Source, cell: TailCell, last: Entry | undefined, purposes: Purposes): void {
  if (!last) return;
  const match = PURPOSE.exec(folded(source, cell));
  if (match?.index !== 0) return;
  last.brace ||= /[}{]/.test(match[0]);
  if (match[1]) purposes.set(last, said(cell.start, match, match[1]));
}

function markPurpose(source: Source, entry: Entry, purposes: Purposes): void {
  const match = PURPOSE.exec(folded(source, entry));
  if (!match) return;
  entry.brace ||= /[}{]/.test(match[0]);
  if (match[1]) purposes.set(entry, said(entry.start, match, match[1]));
  // What stands after the purpose is a second one, if anything.
  entry.end = entry.start + match.index;
}

function said(offset: number, match: RegExpExecArray, value: string): Found<string> {
  const start = offset + match.index + match[0].indexOf(value);
  return { value, span: { start, end: start + value.length } };
}

// A brace brackets the neighbouring lines too, as far as the addressees above and the archive below.
function spreadBraces(source: Source, entries: Entry[], purposes: Purposes): void {
  const bracketed = (entry: Entry | undefined): entry is Entry => {
    if (!entry) return false;
    const role = roleOf(source, entry, undefined);
    return role !== "act" && role !== "archive" && (entry.brace || !purposes.has(entry));
  };
  entries.forEach((entry, i) => {
    const purpose = purposes.get(entry);
    if (!entry.brace || purpose === undefined) return;
    for (const step of [-1, 1]) {
      for (let at = i + step; bracketed(entries[at]); at += step) {
        const neighbour = entries[at];
        if (neighbour) purposes.set(neighbour, purpose);
      }
    }
  });
}

function roleOf(source: Source, span: Span, purpose: string | undefined): RecipientRole {
  const fold = foldedWords(source, span);
  if (/^luu\b/.test(fold)) return "archive";
  if (/^nhu (?:kinh gui|tren|dieu \d|thanh phan)/.test(fold)) return "act";
  if (purpose === undefined) return "know";
  if (/bc|b\s?\/\s?c|bao cao/.test(purpose)) return "report";
  return /t\/h|thuc hien/.test(purpose) ? "act" : "know";
}
