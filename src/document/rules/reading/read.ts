// Reads a letter: text in, the fields out, each with the words it came from. Pure rules, no guessing.
import type { Letter, NotALetter, Span } from "../../schema.ts";
import { readAddressees } from "./addressees.ts";
import { readBases } from "./bases.ts";
import { cellsOf } from "./cells.ts";
import { type Found, settle } from "./found.ts";
import { type Header, readHeader } from "./header.ts";
import { readInstructions } from "./instructions.ts";
import { issuerFromBody } from "./issuer.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { readRecipients } from "./recipients.ts";
import { readSignatures } from "./signature.ts";
import { foldedWords, makeSource, type Source } from "./source.ts";
import { tailCells } from "./tail.ts";
import { markTargetRows, readTargets } from "./targets.ts";
import { type Note, note, noteHighNumber, toWarning } from "./warnings.ts";
import { CAPACITY, findZones, type Zones } from "./zones.ts";

export type ReadLetter = { ok: true; letter: Letter } | { ok: false; reason: NotALetter };

// A letter with its annexes has a few tens of thousands of characters and some hundreds of lines.
const LONGEST = 250_000;
const MOST_LINES = 6000;
const MOST_PARAGRAPHS = 3000;

/**
 * Reads the text of an official letter (typed, pasted or taken from a file; any Unicode form and line ends).
 * A field that is not there is absent with a warning. Time is bounded: a text over
 * 250,000 characters or 6,000 lines is no letter and is refused unread ("too-long").
 */
export function readLetter(input: string): ReadLetter {
  if (input.length > LONGEST) return { ok: false, reason: "too-long" };
  if (input.trim() === "") return { ok: false, reason: "empty" };
  if (!isText(input)) return { ok: false, reason: "not-text" };
  const source = makeSource(input);
  if (source.lines.length > MOST_LINES) return { ok: false, reason: "too-long" };
  const zones = findZones(source);
  if (!looksLikeLetter(source, zones)) return { ok: false, reason: "not-a-letter" };
  return { ok: true, letter: assemble(source, zones) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what tells bytes from text
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\ufffd\ud800-\udfff]/g;

function isText(input: string): boolean {
  const sample = input.slice(0, 20_000);
  return (sample.match(UNREADABLE)?.length ?? 0) <= sample.length / 100;
}

// An official letter shows at least two of its marks, one of which nothing else has.
function looksLikeLetter(source: Source, zones: Zones): boolean {
  const head = source.lines.slice(0, 60);
  const cells = head.flatMap((line) => cellsOf(source, line));
  const has = (what: string): boolean => cells.some((cell) => cell.what === what);
  const tail = source.lines.slice(zones.tail, zones.annex).slice(0, 120);
  const own = [
    has("number"),
    zones.title !== undefined,
    head.some((line) =>
      /^v ?\/ ?v\b/.test(
        foldedWords(source, { start: line.start, end: Math.min(line.end, line.start + 12) }),
      ),
    ),
    tail.some((line) =>
      /^noi nhan\b/.test(
        foldedWords(source, { start: line.start, end: Math.min(line.end, line.start + 12) }),
      ),
    ),
    tail.some((line) => CAPACITY.test(source.work.slice(line.start, line.end))),
  ].filter(Boolean).length;
  const shared = [has("dateline"), has("motto"), zones.addressees !== undefined].filter(Boolean).length;
  return own >= 1 && own + shared >= 2;
}

function assemble(source: Source, zones: Zones): Letter {
  const header = readHeader(source, zones);
  const addressees = readAddressees(source, zones);
  const body = paragraphsOf(source, source.lines.slice(addressees.bodyStart, zones.tail)).slice(
    0,
    MOST_PARAGRAPHS,
  );
  const annex = paragraphsOf(source, source.lines.slice(zones.annex)).slice(0, MOST_PARAGRAPHS);
  const bases = readBases(source, body);
  const kindAndDay = { kind: header.kind?.value, issuedOn: header.issuedOn?.value };
  const instructions = readInstructions(source, markTargetRows(source, body), kindAndDay);
  // The figures of a report are results.
  const targets =
    kindAndDay.kind === "bao-cao" ? { list: [], notes: [] } : readTargets(source, [...body, ...annex]);
  const cells = tailCells(source, zones);
  const [signature, ...coSignatures] = readSignatures(source, cells);
  const signers = [signature, ...coSignatures].flatMap((each) => each?.name?.span ?? []);
  const recipients = readRecipients(source, cells, signers);
  const spans: Record<string, Span> = {};
  const issuer = issuerOf(source, header, body, spans);

  const notes: Note[] = [
    ...header.notes,
    ...noteHighNumber(header.number?.value, header.issuedOn?.value),
    ...issuer.notes,
    ...addressees.notes,
    ...bases.notes,
    ...instructions.notes,
    ...targets.notes,
    ...missing(bases.list, "bases-missing", "bases"),
    ...missing(instructions.list, "instructions-missing", "instructions"),
    ...missing(recipients, "recipients-missing", "recipients"),
    ...(instructions.reportDuty ? [] : [note("report-duty-missing", "reportDuty")]),
    ...(signature ? [] : [note("signature-missing", "signature")]),
    ...(signature?.name ? [] : [note("signer-missing", "signature.name")]),
    ...coSignatures.flatMap(({ name }, i) =>
      name ? [] : [note("signer-missing", `coSignatures[${i}].name`)],
    ),
  ];
  const speaksOfTargets = instructions.list.some(({ duties }) =>
    duties.some(({ value }) => value === "meet-target"),
  );
  if (targets.list.length === 0 && targets.notes.length === 0 && speaksOfTargets)
    notes.push(note("targets-missing", "targets"));

  const { kind, number, notation, place, issuedOn, subject } = header;
  const fields = settle(
    {
      kind,
      number,
      notation,
      place,
      issuedOn,
      subject,
      issuer: issuer.issuer,
      addressees: addressees.list,
      bases: bases.list,
      instructions: instructions.list,
      reportDuty: instructions.reportDuty,
      targets: targets.list,
      recipients,
      signature,
      coSignatures: coSignatures.length > 0 ? coSignatures : undefined,
    },
    "",
    spans,
  );
  return { ...fields, warnings: notes.map(toWarning), text: source.text, spans } as Letter;
}

function missing(list: unknown[], code: Note["code"], path: string): Note[] {
  return list.length === 0 ? [note(code, path)] : [];
}

type Issuer = { issuer?: { name: Found<string>; superior?: Found<string> | undefined }; notes: Note[] };

function issuerOf(
  source: Source,
  header: Header,
  body: Parameters<typeof issuerFromBody>[1],
  spans: Record<string, Span>,
): Issuer {
  const superiorMissing = note("superior-missing", "issuer.superior");
  if (header.issuer) {
    return { issuer: header.issuer, notes: header.issuer.superior ? [] : [superiorMissing] };
  }
  const found = issuerFromBody(source, body, header.place);
  if (!found) return { notes: [note("issuer-missing", "issuer.name"), superiorMissing] };
  if (found.completion) spans["issuer.name.completion"] = found.completion;
  const fromBody = note("issuer-from-body", "issuer.name", { name: found.name.value });
  return { issuer: { name: found.name }, notes: [fromBody, superiorMissing] };
}
