// What is being composed: kept on this device at every stroke, sent to the server when it is whole. Pure.
import type { UnitRef } from "../../../../platform/contract/shapes.ts";
import { isDay } from "../../../../platform/pure/calendar.ts";
import type { Act, DecisionEntry, DecisionView, OpenedUnit } from "../../../schema/acts.ts";

interface PaperFields {
  readonly issuer: string;
  readonly number: string;
  readonly notation: string;
  /** YYYY-MM-DD or "". */
  readonly issuedOn: string;
  readonly subject: string;
}

export interface Composing {
  /** The revision of the server's draft it was begun from; 0: none. */
  readonly basedOn: number;
  readonly title: string;
  readonly effectiveOn: string;
  readonly paper: PaperFields;
  readonly fileId: string | null;
  readonly acts: readonly Act[];
  /** Names of units and communes the acts speak of, as they were chosen. */
  readonly named: Readonly<Record<string, string>>;
}

const NO_PAPER: PaperFields = { issuer: "", number: "", notation: "", issuedOn: "", subject: "" };

export const emptyComposing = (): Composing => ({
  basedOn: 0,
  title: "",
  effectiveOn: "",
  paper: NO_PAPER,
  fileId: null,
  acts: [],
  named: {},
});

/** A draft the server keeps, taken up again. */
export const composingOf = (view: DecisionView): Composing => ({
  basedOn: view.revision,
  title: view.title,
  effectiveOn: view.effectiveOn,
  paper:
    view.paper === null
      ? NO_PAPER
      : {
          issuer: view.paper.issuer,
          number: view.paper.number ?? "",
          notation: view.paper.notation ?? "",
          issuedOn: view.paper.issuedOn ?? "",
          subject: view.paper.subject,
        },
  fileId: view.fileId,
  acts: view.entries,
  named: Object.fromEntries(view.named.map(({ id, name }) => [id, name])),
});

export const MISSING = ["title", "day", "issuer", "acts"] as const;
export type Missing = (typeof MISSING)[number];

const hasPaper = (paper: PaperFields): boolean => Object.values(paper).some((field) => field.trim() !== "");

/** What must still be filled in before the server can keep it. */
export function missingIn(draft: Composing): ReadonlySet<Missing> {
  const missing = new Set<Missing>();
  if (draft.title.trim() === "") missing.add("title");
  if (!isDay(draft.effectiveOn)) missing.add("day");
  if (hasPaper(draft.paper) && draft.paper.issuer.trim() === "") missing.add("issuer");
  if (draft.acts.length === 0) missing.add("acts");
  return missing;
}

/** The body to send; undefined while something is missing. */
export function entryOf(draft: Composing): DecisionEntry | undefined {
  if (missingIn(draft).size > 0) return undefined;
  const { issuer, number, notation, issuedOn, subject } = draft.paper;
  return {
    title: draft.title.trim(),
    effectiveOn: draft.effectiveOn,
    paper: hasPaper(draft.paper)
      ? {
          issuer: issuer.trim(),
          ...(number.trim() !== "" && { number: number.trim() }),
          ...(notation.trim() !== "" && { notation: notation.trim() }),
          ...(issuedOn !== "" && { issuedOn }),
          subject: subject.trim(),
        }
      : null,
    fileId: draft.fileId,
    acts: [...draft.acts],
  };
}

/** Units the acts open, by other acts than the one at `except`. */
export function openedIn(acts: readonly Act[], except?: number): readonly OpenedUnit[] {
  return acts.flatMap((act, index) => {
    if (index === except) return [];
    if (act.kind === "open") return [act.unit];
    return act.kind === "split" ? act.into : [];
  });
}

/** The name to show for an id: of a unit to be opened, else as chosen. */
export function nameIn(draft: Pick<Composing, "acts" | "named">, unitId: string): string | undefined {
  return openedIn(draft.acts).find(({ id }) => id === unitId)?.name ?? draft.named[unitId];
}

export const learnt = (
  named: Composing["named"],
  units: readonly Pick<UnitRef, "id" | "name">[],
): Composing["named"] => ({ ...named, ...Object.fromEntries(units.map(({ id, name }) => [id, name])) });
