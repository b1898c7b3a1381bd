// An annex table of targets into rows, and each row's name to a unit. Pure; chooses nothing where the words are unclear.
// vi-data: what annexes write in the heads of their columns and before their totals.
import { matchName, type Spelled, spellAll } from "../../directive/rules/names.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import type { AnnexRow } from "../schema/annex.ts";
import type { TargetMeasure } from "../schema.ts";

export interface ReadRow {
  readonly text: string;
  readonly value: number;
  readonly measure: TargetMeasure | null;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  /** The total the table states; the last one where there are several. */
  readonly stated: number | null;
}

const FIGURE = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,7}`;
const COUNTED = "don vi mau|don vi|dvm|luot nguoi|nguoi";
const ONLY_FIGURE = new RegExp(`^(${FIGURE})(?: ?(?:${COUNTED})(?: dang ky)?)?$`);
/** "LĐLĐ huyện A: 120 đơn vị máu;", "LĐLĐ huyện A ..... 120", "LĐLĐ huyện A 120": the figure a line ends in. */
const LAST_FIGURE = new RegExp(
  String.raw`(?<=[ :=–…-]|\.{3})(${FIGURE})((?: (?:${COUNTED})(?: (?:dang ky|hien mau|tham gia))?)?)[;.,]*$`,
);
const BEFORE_FIGURE = /[ :=–….-]+$/;
/** Words before a number that counts nobody: "năm 2021", "Điều 1", "Trường số 3". */
const NO_COUNT = /(?:^| )(?:nam|ngay|thang|dieu|khoan|muc|so|phu luc)$/;
const ORDINAL = /^(?:[-+•*]|\d{1,4}[.)/]|[ivx]{1,5}[.)])\s*/i;
const TOTAL = /^(?:tong|tong cong|tong so|cong|tong so don vi|toan tinh|toan nganh|toan huyen)$/;
const MOST_LINES = 6000;
const MOST_LENGTH = 400;
const MOST_ROWS = 2000;

function measureIn(folded: string): TargetMeasure | null {
  if (/don vi mau|\bdvm\b|so don vi\b|\(don vi\)|^ ?don vi$/.test(folded)) return "units";
  return /nguoi|dang ky/.test(folded) ? "registrations" : null;
}
const numberIn = (digits: string): number => Number(digits.replaceAll(".", ""));

interface Figure {
  readonly value: number;
  readonly measure: TargetMeasure | null;
}
interface Line {
  readonly name: string;
  readonly values: readonly Figure[];
}

/**
 * Reads a table as it is pasted from Word, Excel or a PDF: cells parted by tabs, bars or wide gaps, or lines that end in
 * a number. Where several columns have figures, the one whose head names `measure`; without such a head, the last.
 */
export function readTable(text: string, measure: TargetMeasure): ReadTable {
  const rows: ReadRow[] = [];
  let stated: number | null = null;
  let heads: readonly (TargetMeasure | null)[] = [];
  for (const raw of text
    .normalize("NFC")
    .split(/\r\n?|\n/)
    .slice(0, MOST_LINES)) {
    if (raw.length > MOST_LENGTH) continue;
    const cells = raw.split(/\t|\||[ \u00a0]{2,}/).flatMap((cell) => cell.trim() || []);
    const line = lineOf(cells);
    if (line === undefined) {
      heads = headsIn(cells) ?? heads;
      continue;
    }
    const chosen = choose(line, heads, measure);
    if (chosen === undefined) continue;
    const name = searchKey(line.name)
      .replace(/[:.]+$/, "")
      .trim();
    if (TOTAL.test(name)) stated = chosen.value;
    else if (rows.length < MOST_ROWS) rows.push({ text: line.name, ...chosen });
  }
  return { rows, stated };
}

/** What the columns of figures count, left to right; the column of names ("Đơn vị") is none of them. */
function headsIn(cells: readonly string[]): readonly (TargetMeasure | null)[] | undefined {
  const folded = cells
    .map(searchKey)
    .filter((cell) => !/^(?:stt|tt|don vi|ten don vi|cong doan.*)$/.test(cell));
  return folded.some((cell) => measureIn(cell) !== null) && folded.every((cell) => cell.length < 80)
    ? folded.map(measureIn)
    : undefined;
}

/** A name and its figures; undefined for a line without both. */
function lineOf(cells: readonly string[]): Line | undefined {
  const at = cells.findIndex((cell) => /\p{L}{2}/u.test(cell));
  const name = cells[at];
  if (name === undefined) return undefined;
  const values = cells.slice(at + 1).flatMap((cell) => {
    const folded = searchKey(cell);
    const digits = ONLY_FIGURE.exec(folded)?.[1];
    return digits === undefined ? [] : [{ value: numberIn(digits), measure: measureIn(folded) }];
  });
  if (values.length > 0) return { name: name.replace(ORDINAL, "").trim(), values };
  const whole = cells.slice(at).join(" ").replace(ORDINAL, "").trim();
  const folded = searchKey(whole);
  const found = LAST_FIGURE.exec(folded);
  const digits = found?.[1];
  // Folding keeps the length of text in NFC, so the name's words end where the folded ones do.
  if (!found || digits === undefined || folded.length !== whole.length) return undefined;
  const before = folded.slice(0, found.index).replace(BEFORE_FIGURE, "");
  const bare = /^ *$/.test(folded.slice(before.length, found.index));
  if (!/[a-z]{2}/.test(before) || (bare && NO_COUNT.test(before))) return undefined;
  return {
    name: whole.slice(0, before.length),
    values: [{ value: numberIn(digits), measure: measureIn(found[2] ?? "") }],
  };
}

/** The figure of the measure asked for, by its own words or its column's head; else the last one. */
function choose(
  { values }: Line,
  heads: readonly (TargetMeasure | null)[],
  measure: TargetMeasure,
): Figure | undefined {
  const headed = values.map((each, index) => ({
    value: each.value,
    // Heads stand over the figures from the left; a column of notes may follow.
    measure: each.measure ?? heads[index] ?? null,
  }));
  return headed.find((each) => each.measure === measure) ?? headed.at(-1);
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

export interface Known {
  /** Units that may be given a share. */
  readonly children: readonly Named[];
  /** Every other unit of the campaign's tree. */
  readonly others: readonly Named[];
}

const MOST_CANDIDATES = 20;

/** Says of each row which unit it names. Those below come first: a name that fits one of them is never another's. */
export function matchRows(rows: readonly ReadRow[], known: Known): readonly AnnexRow[] {
  const children = spellAll(known.children);
  let others: readonly Spelled<Named>[] | undefined;
  const taken = new Set<string>();
  return rows.map((row): AnnexRow => {
    const fits = matchName(row.text, children);
    const [only] = fits;
    if (fits.length === 1 && only !== undefined) {
      const again = taken.has(only.id);
      taken.add(only.id);
      return {
        ...row,
        fate: again ? "twice" : "matched",
        unitId: again ? null : only.id,
        candidates: [only],
      };
    }
    if (fits.length > 1) {
      return { ...row, fate: "ambiguous", unitId: null, candidates: fits.slice(0, MOST_CANDIDATES) };
    }
    others ??= spellAll(known.others);
    const elsewhere = matchName(row.text, others).slice(0, MOST_CANDIDATES);
    const fate = elsewhere.length > 0 ? "not-below" : "unknown";
    return { ...row, fate, unitId: null, candidates: elsewhere };
  });
}
