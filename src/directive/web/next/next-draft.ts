// A letter that is being written next to another: what the form holds, what is still missing, what is sent. Pure.
import type { z } from "zod";
import type { LetterFields } from "../../../document/schema.ts";
import { tidied } from "../../../document/web/tidy.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { newId } from "../../../platform/pure/ids.ts";
import type { DraftRelation, Suggestion } from "../../schema/family.ts";
import type { DirectiveDraft } from "../../schema.ts";
import { receiveDaysWrong, reportDaysWrong } from "../letter-draft.ts";
import type { NextAs } from "../paths.ts";

type Order = LetterFields["instructions"][number];
type Base = LetterFields["bases"][number];
type Copy = LetterFields["recipients"][number];
type Addressee = LetterFields["addressees"][number];

/** Items of lists keep a key of their own: they are moved, and what is typed in them must move along. */
export type Keyed<Item> = Item & { readonly key: string };

/** A line of Kính gửi with the units it stands for; one that is not on is left out. */
export interface NextLine {
  readonly key: string;
  readonly addressee: Addressee;
  readonly units: readonly { readonly unit: UnitRef; readonly on: boolean }[];
  /** Of a draft kept before: sent to every unit the line stands for, this many of them. */
  readonly whole?: number;
}

export interface NextDraft {
  readonly ids: { readonly directive: string; readonly document: string };
  /** Of a draft kept before: the words and files it came with. */
  readonly saved?: Suggestion["saved"];
  readonly relation: z.output<typeof DraftRelation>;
  readonly campaignId: string;
  /** Everything but the lists below. */
  readonly letter: LetterFields;
  readonly lines: readonly NextLine[];
  readonly bases: readonly Keyed<Base>[];
  readonly orders: readonly Keyed<Omit<Order, "ordinal">>[];
  readonly copies: readonly Keyed<Copy>[];
  /** The number is typed, not given on issue. */
  readonly byHand: boolean;
  readonly nextNumber: { readonly number: string; readonly notation: string } | null;
  readonly spreadAgain: "" | "yes" | "no";
  /** As typed. */
  readonly reportDays: string;
  readonly receiveDays: string;
}

/** Under which the form is kept on the device. */
export const draftKey = (unitId: string, directiveId: string, as: NextAs): string =>
  `next.${as}.${unitId}.${directiveId}`;

const keyed = <Item extends object>(item: Item): Keyed<Item> => ({ ...item, key: newId() });
export const blankOrder = () => keyed({ text: "", duties: [] as Order["duties"] });
export const blankBase = () => keyed<Base>({ kind: "cong-van" });
export const blankCopy = () => keyed<Copy>({ text: "", role: "know" });
export const blankLine = (): NextLine => ({ key: newId(), addressee: { text: "" }, units: [] });

/** Of a letter that changes another one: it reaches exactly whom that one holds for. */
export const changesAnother = ({ relation }: Pick<NextDraft, "relation">): boolean =>
  relation.kind === "amend" || relation.kind === "replace";

/**
 * The form as the program suggests it. `because`: the letter from above that makes an amendment necessary; `draftId`: the
 * draft, where it is one that was kept.
 */
export function fromSuggestion(
  suggestion: Suggestion,
  { because, draftId }: { readonly because?: string | undefined; readonly draftId?: string } = {},
): NextDraft {
  const { relation, letter, recipients, saved } = suggestion;
  const wholeOf = (text: string): { whole?: number } => {
    const found = suggestion.whole.find(({ addressee }) => addressee === text.slice(0, 300));
    return found === undefined ? {} : { whole: found.count };
  };
  const units = (text: string): NextLine["units"] =>
    recipients.filter(({ addressee }) => addressee === text).map(({ unit }) => ({ unit, on: true }));
  const said = letter.addressees.map((addressee) => ({
    key: newId(),
    addressee,
    units: units(addressee.text),
    ...wholeOf(addressee.text),
  }));
  const known = new Set(letter.addressees.map(({ text }) => text));
  const unsaid = [...new Set(recipients.map(({ addressee }) => addressee))].filter(
    (text) => !known.has(text),
  );
  return {
    ids:
      saved !== null && draftId !== undefined
        ? { directive: draftId, document: saved.documentId }
        : { directive: newId(), document: newId() },
    saved,
    relation:
      because !== undefined && (relation.kind === "amend" || relation.kind === "replace")
        ? { ...relation, parentId: because }
        : relation,
    campaignId: suggestion.campaignId,
    letter,
    lines: [...said, ...unsaid.map((text) => ({ key: newId(), addressee: { text }, units: units(text) }))],
    bases: letter.bases.map(keyed),
    orders: [...letter.instructions]
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ ordinal: _ordinal, ...order }) => keyed(order)),
    copies: letter.recipients.map(keyed),
    byHand: letter.number !== undefined,
    nextNumber: suggestion.nextNumber,
    spreadAgain: saved !== null && "spreadAgain" in relation ? (relation.spreadAgain ? "yes" : "no") : "",
    reportDays: suggestion.reportDays === null ? "" : String(suggestion.reportDays),
    receiveDays: String(suggestion.receiveDays),
  };
}

const withoutKey = <Item extends object>({ key: _key, ...item }: Keyed<Item>): Omit<Keyed<Item>, "key"> =>
  item;

/** The letter as it stands in the form, with its orders counted from 1. */
export function fieldsOf(draft: NextDraft): LetterFields {
  const { number, ...letter } = draft.letter;
  const typed = draft.byHand ? number?.trim() : undefined;
  return {
    ...letter,
    ...(typed && { number: typed }),
    addressees: draft.lines.map(({ addressee }) => addressee),
    bases: draft.bases.map((base) => withoutKey(base) as Base),
    instructions: draft.orders
      .filter(({ text }) => text.trim() !== "")
      .map((order, index) => ({ ...(withoutKey(order) as Omit<Order, "ordinal">), ordinal: index + 1 })),
    recipients: draft.copies.map((copy) => withoutKey(copy) as Copy),
  };
}

/** Each unit once, under the first line that names it. */
export function recipientsOf(draft: NextDraft): { unitId: string; addressee: string }[] {
  const seen = new Map<string, string>();
  for (const { addressee, units } of draft.lines) {
    for (const { unit, on } of units) if (on && !seen.has(unit.id)) seen.set(unit.id, addressee.text);
  }
  return [...seen].map(([unitId, addressee]) => ({ unitId, addressee: addressee.slice(0, 300) }));
}

/** Lines that go to every unit they stand for. */
export const wholeOf = (draft: NextDraft): string[] =>
  draft.lines.flatMap(({ addressee, whole }) => (whole === undefined ? [] : [addressee.text]));

/** How many the letter goes to. */
export const recipientCount = (draft: NextDraft): number =>
  recipientsOf(draft).length + draft.lines.reduce((sum, { whole = 0 }) => sum + whole, 0);

export type NextMissing =
  | "subject"
  | "number"
  | "recipients"
  | "orders"
  | "spreadAgain"
  | "reportDays"
  | "receiveDays";

/** What keeps the letter from being kept as a draft. */
export function missingIn(draft: NextDraft): ReadonlySet<NextMissing> {
  const missing = new Set<NextMissing>();
  if ((draft.letter.subject ?? "").trim() === "") missing.add("subject");
  if (draft.byHand && (draft.letter.number ?? "").trim() === "") missing.add("number");
  if (!changesAnother(draft) && recipientCount(draft) === 0) missing.add("recipients");
  if (draft.orders.every(({ text }) => text.trim() === "")) missing.add("orders");
  if (changesAnother(draft) && draft.spreadAgain === "") missing.add("spreadAgain");
  if (reportDaysWrong(draft.reportDays)) missing.add("reportDays");
  if (receiveDaysWrong(draft.receiveDays)) missing.add("receiveDays");
  return missing;
}

/** The body of `directive.draft`; undefined while something is missing. */
export function bodyOf(draft: NextDraft): z.input<typeof DirectiveDraft> | undefined {
  if (missingIn(draft).size > 0) return undefined;
  const { relation, saved } = draft;
  return {
    id: draft.ids.directive,
    documentId: draft.ids.document,
    relation:
      relation.kind === "amend" || relation.kind === "replace"
        ? { ...relation, spreadAgain: draft.spreadAgain === "yes" }
        : relation,
    campaign: { existingId: draft.campaignId },
    // Without a text of its own: the server composes the words from the fields.
    letter: tidied({ ...fieldsOf(draft), text: saved?.text ?? "", spans: {}, warnings: [] }),
    ...(saved?.originalFileId && { originalFileId: saved.originalFileId }),
    ...(saved && { annexFileIds: saved.annexFileIds }),
    recipients: changesAnother(draft) ? [] : recipientsOf(draft),
    ...(!changesAnother(draft) && wholeOf(draft).length > 0 && { whole: wholeOf(draft) }),
    receiveDays: Number(draft.receiveDays),
    ...(draft.reportDays.trim() !== "" && { reportDays: Number(draft.reportDays) }),
  };
}

/** The list with one item a place further up (-1) or down (+1); as it was at the ends. */
export function moved<Item>(list: readonly Item[], from: number, by: -1 | 1): readonly Item[] {
  const to = from + by;
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
