// Letters of one family in tests: suggested, drafted and issued by the named cast.
import { expect } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import type { World } from "../../test/world.ts";
import type { LetterFields } from "../document/schema.ts";
import { newId } from "../platform/pure/ids.ts";
import { suggestLetter } from "./contract/family.ts";
import * as contract from "./contract.ts";
import type { DraftRelation, Suggestion } from "./schema/family.ts";
import { at } from "./sending.testing.ts";

export type As = "reissue" | "amend" | "replace" | "urge";

/** A suggestion as an officer confirms it. */
export const fromSuggestion = (suggestion: Suggestion, over: Partial<LetterFields> = {}) => ({
  id: newId(),
  documentId: newId(),
  relation: suggestion.relation as DraftRelation,
  campaign: { existingId: suggestion.campaignId },
  letter: { ...suggestion.letter, ...over, text: "", spans: {}, warnings: [] },
  recipients: suggestion.recipients.map(({ unit, addressee }) => ({ unitId: unit.id, addressee })),
  receiveDays: suggestion.receiveDays,
  ...(suggestion.reportDays !== null && { reportDays: suggestion.reportDays }),
});
export type FamilyDraft = ReturnType<typeof fromSuggestion>;

export async function suggested(
  w: World,
  [who, unit]: readonly [CastName, UnitName],
  directiveId: string,
  as: As,
): Promise<Suggestion> {
  const asked = { ...at(w.units[unit], directiveId), query: { as } };
  const reply = await w.as(who).call(suggestLetter, asked);
  expect(reply, as).toMatchObject({ status: 200 });
  return reply.body;
}

export const drafted = (w: World, [who, unit]: readonly [CastName, UnitName], draft: FamilyDraft) =>
  w.as(who).call(contract.draftDirective, { params: { unitId: w.units[unit] }, body: draft });

/** Drafts and issues; answers the draft. */
export async function sent(
  w: World,
  at_: readonly [CastName, UnitName],
  draft: FamilyDraft,
): Promise<FamilyDraft> {
  expect(await drafted(w, at_, draft)).toMatchObject({ status: 200 });
  const [who, unit] = at_;
  const issue = await w.as(who).call(contract.issueDirective, at(w.units[unit], draft.id));
  expect(issue).toMatchObject({ status: 200 });
  return draft;
}

/** The letter as suggested, issued at once. */
export const sentAs = async (
  w: World,
  by: readonly [CastName, UnitName],
  directiveId: string,
  as: As,
  over: Partial<LetterFields> = {},
): Promise<FamilyDraft> => sent(w, by, fromSuggestion(await suggested(w, by, directiveId, as), over));

export const view = async (w: World, who: CastName, unit: UnitName, directiveId: string) =>
  (await w.as(who).call(contract.getDirective, at(w.units[unit], directiveId))).body;

export const status = async (w: World, who: CastName, unit: UnitName, directiveId: string) =>
  (await w.as(who).call(contract.getDirective, at(w.units[unit], directiveId))).status;

export const work = async (w: World, who: CastName, unit: UnitName) =>
  (await w.as(who).call(contract.listTasks, { params: { unitId: w.units[unit] }, query: {} })).body;

/** Moves the clock on, so that each step has an instant of its own. */
export const later = (w: World, minutes = 1): void => {
  w.now = new Date(Date.parse(w.now) + minutes * 60_000).toISOString();
};
