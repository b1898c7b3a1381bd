// What is being made of a letter before it is confirmed: kept on the device, checked, and turned into a draft.
import type { z } from "zod";
import { Letter } from "../../document/schema.ts";
import { tidied } from "../../document/web/tidy.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import { newId } from "../../platform/pure/ids.ts";
import type { DirectiveDraft, ResolvedAddressee } from "../schema.ts";
import { saidOfCampaign } from "./campaign-from-letter.ts";

export type Resolved = z.output<typeof ResolvedAddressee>;

/** As typed; "" where nothing is. */
export interface CampaignForm {
  /** "" : a new campaign. */
  readonly existingId: string;
  readonly name: string;
  readonly programme: string;
  readonly edition: string;
  readonly year: string;
  readonly from: string;
  readonly until: string;
  readonly unitRule: "" | "bag" | "ml250";
}

export interface LetterDraft {
  readonly ids: { readonly directive: string; readonly document: string; readonly campaign: string };
  readonly text: string;
  /** As read, and as corrected since; absent before reading. */
  readonly original?: Letter;
  readonly letter?: Letter;
  /** Units chosen by hand for an addressee, by its words; the others stand for what the tree says. */
  readonly chosen: Readonly<Record<string, readonly UnitRef[]>>;
  /** Addressees, by their words, to whom nothing is sent from here: another body, or asked of them on paper. */
  readonly left: readonly string[];
  readonly campaign: CampaignForm;
  readonly reportDays: string;
  /** Working days to confirm receipt in. */
  readonly receiveDays: string;
}

export const blankDraft = (): LetterDraft => ({
  ids: { directive: newId(), document: newId(), campaign: newId() },
  text: "",
  chosen: {},
  left: [],
  campaign: {
    existingId: "",
    name: "",
    programme: "",
    edition: "",
    year: "",
    from: "",
    until: "",
    unitRule: "",
  },
  reportDays: "",
  receiveDays: "2",
});

/** The draft once its text was read: what the letter says is filled in, nothing else. */
export const withLetter = (draft: LetterDraft, letter: Letter): LetterDraft => ({
  ...draft,
  original: letter,
  letter,
  chosen: {},
  left: [],
  campaign: { ...draft.campaign, ...saidOfCampaign(letter) },
  reportDays: letter.reportDuty?.days === undefined ? "" : String(letter.reportDuty.days),
});

/** The units an addressee stands for: chosen by hand, else those its words name without doubt. */
export function unitsOf(
  addressee: Resolved,
  { chosen, left }: Pick<LetterDraft, "chosen" | "left">,
): readonly UnitRef[] {
  if (left.includes(addressee.text)) return [];
  return chosen[addressee.text] ?? (addressee.certain ? addressee.units : []);
}

/** A line with too many units to be named: sent to all of them, unless some were chosen by hand or it is left. */
const isWhole = (addressee: Resolved, { chosen, left }: Pick<LetterDraft, "chosen" | "left">): boolean =>
  addressee.certain &&
  addressee.count > addressee.units.length &&
  chosen[addressee.text] === undefined &&
  !left.includes(addressee.text);

export const wholeLines = (
  resolved: readonly Resolved[],
  draft: Pick<LetterDraft, "chosen" | "left">,
): readonly Resolved[] => resolved.filter((line) => isWhole(line, draft));

/** How many units the letter goes to; one named by a long line and by another counts twice. */
export const recipientCount = (
  resolved: readonly Resolved[],
  draft: Pick<LetterDraft, "chosen" | "left">,
): number =>
  recipientsOf(resolved, draft).length +
  wholeLines(resolved, draft).reduce((sum, { count }) => sum + count, 0);

/** Lines that still wait for an answer: no units, and nobody has said that nothing is sent there. */
export const unanswered = (
  resolved: readonly Resolved[],
  draft: Pick<LetterDraft, "chosen" | "left">,
): readonly Resolved[] =>
  resolved.filter(
    (line) => !draft.left.includes(line.text) && unitsOf(line, draft).length === 0 && !isWhole(line, draft),
  );

/** Each unit once, under the first addressee that names it. */
export function recipientsOf(
  resolved: readonly Resolved[],
  draft: Pick<LetterDraft, "chosen" | "left">,
): { unitId: string; addressee: string }[] {
  const seen = new Map<string, string>();
  for (const addressee of resolved) {
    for (const { id } of unitsOf(addressee, draft)) if (!seen.has(id)) seen.set(id, addressee.text);
  }
  return [...seen].map(([unitId, addressee]) => ({ unitId, addressee: addressee.slice(0, 300) }));
}

export type CampaignError = "name" | "programme" | "edition" | "year" | "from" | "until" | "unitRule";

/** Fields of a new campaign that are missing or do not fit; none for an existing one. */
export function campaignErrors(form: CampaignForm): ReadonlySet<CampaignError> {
  const errors = new Set<CampaignError>();
  if (form.existingId !== "") return errors;
  if (form.name.trim() === "") errors.add("name");
  if (form.programme.trim() === "") errors.add("programme");
  if (form.edition.trim() !== "" && !/^[1-9]\d{0,2}$/.test(form.edition.trim())) errors.add("edition");
  if (!/^(19|20|21)\d{2}$/.test(form.year.trim())) errors.add("year");
  if (form.from === "") errors.add("from");
  if (form.until === "" || (form.from !== "" && form.until < form.from)) errors.add("until");
  if (form.unitRule === "") errors.add("unitRule");
  return errors;
}

export const reportDaysWrong = (typed: string): boolean => !/^(\d|[1-8]\d|90)?$/.test(typed.trim());

export const receiveDaysWrong = (typed: string): boolean => !/^([0-2]?\d|30)$/.test(typed.trim());

/** The body of `directive.draft`; undefined while something is missing. */
export function draftBody(
  draft: LetterDraft,
  resolved: readonly Resolved[],
  originalFileId?: string,
): z.input<typeof DirectiveDraft> | undefined {
  const { campaign, ids } = draft;
  const letter = draft.letter && Letter.safeParse(tidied(draft.letter)).data;
  const recipients = recipientsOf(resolved, draft);
  const whole = wholeLines(resolved, draft).map(({ text }) => text);
  if (
    letter === undefined ||
    recipients.length + whole.length === 0 ||
    unanswered(resolved, draft).length > 0
  )
    return undefined;
  if (campaignErrors(campaign).size > 0 || reportDaysWrong(draft.reportDays)) return undefined;
  if (receiveDaysWrong(draft.receiveDays)) return undefined;
  return {
    id: ids.directive,
    documentId: ids.document,
    letter,
    recipients,
    ...(whole.length > 0 && { whole }),
    campaign:
      campaign.existingId !== ""
        ? { existingId: campaign.existingId }
        : {
            id: ids.campaign,
            name: campaign.name,
            programme: campaign.programme,
            year: Number(campaign.year),
            from: campaign.from,
            until: campaign.until,
            unitRule: campaign.unitRule === "ml250" ? "ml250" : "bag",
            ...(campaign.edition.trim() !== "" && { edition: Number(campaign.edition) }),
          },
    receiveDays: Number(draft.receiveDays),
    ...(originalFileId !== undefined && { originalFileId }),
    ...(draft.reportDays.trim() !== "" && { reportDays: Number(draft.reportDays) }),
  };
}
