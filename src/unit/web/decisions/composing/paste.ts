// A table of two columns pasted from elsewhere, unit → new unit: rows read, each side matched with what was found. Pure.
import { searchKey } from "../../../../platform/pure/text-vi.ts";
import type { Act } from "../../../schema/acts.ts";
import type { UnitNode } from "../../../schema.ts";

export const MOST_ROWS = 200;

interface PastedRow {
  /** From 1, as pasted. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

export interface PastedTable {
  readonly rows: readonly PastedRow[];
  /** Lines that hold words, but not two columns. */
  readonly unread: readonly number[];
}

// In this order: what a spreadsheet gives, what people type.
const BETWEEN = [/\t/, /\s*(?:→|->|=>)\s*/, /\s*\|\s*/, /\s*;\s*/];

export function readTable(text: string): PastedTable {
  const rows: PastedRow[] = [];
  const unread: number[] = [];
  for (const [index, raw] of text.normalize("NFC").split(/\r?\n/).entries()) {
    if (raw.trim() === "") continue;
    const between = BETWEEN.find((mark) => mark.test(raw.trim()));
    const cells = between === undefined ? [] : raw.trim().split(between).map(tidy).filter(Boolean);
    const [from, to] = cells;
    if (from === undefined || to === undefined || cells.length > 2) unread.push(index + 1);
    else rows.push({ line: index + 1, from, to });
  }
  return { rows, unread };
}

// A running number before a name ("3. ", "3) ") is not of the name.
const tidy = (cell: string): string =>
  cell
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\d{1,3}[.)]\s+/, "");

/** A unit found, or to be opened; `parentId` where it stands. */
export type Found = Pick<UnitNode, "id" | "name" | "shortName"> & { readonly parentId?: string | null };

export type Match =
  | { readonly how: "ready" | "near"; readonly unit: Found }
  | { readonly how: "several"; readonly among: readonly Found[] }
  | { readonly how: "none" };

/** `words` among what a search for them found: a name that is the same wins, else the only one. */
export function matchOf(words: string, found: readonly Found[]): Match {
  const key = searchKey(words);
  const same = found.filter(({ name, shortName }) => [name, shortName].some((own) => searchKey(own) === key));
  const [unit, another] = same.length > 0 ? same : found;
  if (unit === undefined) return { how: "none" };
  if (another !== undefined) return { how: "several", among: same.length > 0 ? same : found };
  return { how: same.length > 0 ? "ready" : "near", unit };
}

export const PASTE_KINDS = ["move", "merge"] as const;
export type PasteKind = (typeof PASTE_KINDS)[number];

export interface MatchedRow extends PastedRow {
  readonly match: { readonly from: Match; readonly to: Match };
}

export const FATES = ["ready", "near", "several", "none", "same", "already", "twice"] as const;
export type Fate = (typeof FATES)[number];

const unitOf = (match: Match): Found | undefined => ("unit" in match ? match.unit : undefined);

/** What becomes of each row, and the acts of those that can be added. */
export function fatesOf(
  rows: readonly MatchedRow[],
  kind: PasteKind,
): { readonly fates: readonly Fate[]; readonly acts: readonly Act[]; readonly named: readonly Found[] } {
  const seen = new Set<string>();
  const named: Found[] = [];
  const moves: Act[] = [];
  const merges = new Map<string, string[]>();
  const fates = rows.map(({ match }): Fate => {
    const from = unitOf(match.from);
    const to = unitOf(match.to);
    if (from === undefined || to === undefined)
      return match.from.how === "none" || match.to.how === "none" ? "none" : "several";
    if (from.id === to.id) return "same";
    if (seen.has(from.id)) return "twice";
    if (kind === "move" && from.parentId === to.id) return "already";
    seen.add(from.id);
    named.push(from, to);
    if (kind === "move") moves.push({ kind: "move", unitId: from.id, parentId: to.id });
    else merges.set(to.id, [...(merges.get(to.id) ?? []), from.id]);
    return match.from.how === "near" || match.to.how === "near" ? "near" : "ready";
  });
  const acts = [
    ...moves,
    ...[...merges].map(([intoId, fromIds]): Act => ({ kind: "merge", fromIds, intoId })),
  ];
  return { fates, acts, named };
}
