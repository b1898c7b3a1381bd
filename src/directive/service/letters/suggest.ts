// The letter a unit would write next to another, for an officer to correct. Writes nothing.

import { DocumentKind, LetterFields } from "../../../document/schema.ts";
import { nextNumber } from "../../../document/service/numbering/take.ts";
import { type FoundDocument, getDocument } from "../../../document/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import { getUnitNode } from "../../../unit/service.ts";
import type { Addressed } from "../../rules/suggesting/forms.ts";
import {
  type Above,
  type Change,
  type LateGroup,
  lateWords,
  type Suggested,
  suggestChange,
  suggestReissue,
  suggestUrge,
  type Writer,
} from "../../rules/suggesting/suggest.ts";
import type { Standing } from "../../rules/suggesting/wording.ts";
import type { LateWhat } from "../../schema/chasing.ts";
import type { DraftRelation, Suggestion } from "../../schema/family.ts";
import { directiveProblem } from "../../schema.ts";
import { listLateRows } from "../../store/chasing/levels.ts";
import { listFollowUps } from "../../store/family.ts";
import { type DirectiveFacts, findDirective } from "../../store/letters.ts";
import { findRecipient, listHeld } from "../../store/recipients.ts";
import { listChildren } from "../../store/tree.ts";
import { getSeen } from "../read.ts";
import { MOST_RECIPIENTS } from "./addressees.ts";
import { savedDraft } from "./saved.ts";
import { headOf } from "./words.ts";

type As = "reissue" | "amend" | "replace" | "urge" | "draft";

export async function suggestLetter(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  as: As,
): Promise<Suggestion> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const node = await getUnitNode(ctx.db, unitId, ctx.today);
  const writer: Writer = {
    ...(await headOf(ctx.db, unitId, ctx.today)),
    kind: node.kind,
    today: ctx.today,
  };
  const made = await make(ctx, { unitId, path: node.path, directive, writer, as });
  const notation = made.letter.notation ?? writer.notation;
  return {
    relation: made.relation,
    campaignId: directive.campaignId,
    letter: LetterFields.parse(made.letter),
    recipients: made.recipients.slice(0, MOST_RECIPIENTS).map(({ id, name, shortName, addressee }) => ({
      unit: { id, name, shortName },
      addressee,
    })),
    whole: made.whole ?? [],
    saved: made.saved ?? null,
    reportDays: as === "urge" ? null : directive.reportDays,
    receiveDays: directive.receiveDays,
    nextNumber: hasSeries(node.kind)
      ? { number: await nextNumber(ctx.db, unitId, notation, ctx.today), notation }
      : null,
  };
}

/** Sections and groups keep no registry, so they have no series (domain 5.1). */
export const hasSeries = (kind: UnitKind): boolean => kind !== "section" && kind !== "group";

interface Asked {
  readonly unitId: string;
  readonly path: string;
  readonly directive: DirectiveFacts;
  readonly writer: Writer;
  readonly as: As;
}
interface Made {
  readonly relation: DraftRelation;
  readonly letter: LetterFields;
  readonly recipients: readonly { id: string; name: string; shortName: string; addressee: string }[];
  readonly whole?: Suggestion["whole"];
  readonly saved?: Suggestion["saved"];
}

function make(ctx: Ctx, asked: Asked): Promise<Made> {
  if (asked.as === "draft") return savedDraft(ctx, asked.unitId, asked.directive, MOST_RECIPIENTS);
  if (asked.as === "reissue") return reissue(ctx, asked);
  assertOwnHeld(asked);
  return asked.as === "urge" ? urge(ctx, asked) : change(ctx, asked, asked.as);
}

function assertOwnHeld({ unitId, directive }: Asked): void {
  if (directive.unitId !== unitId) throw directiveProblem("letter-not-held");
  if (directive.state === "amended" || directive.state === "replaced")
    throw directiveProblem("already-changed");
  if (directive.state !== "issued") throw directiveProblem("letter-not-held");
}

async function reissue(ctx: Ctx, { unitId, directive, writer }: Asked): Promise<Made> {
  const mine = await findRecipient(ctx.db, directive.id, unitId);
  if (mine === undefined || mine.endedAt !== null) throw directiveProblem("parent-not-held");
  const children = await listChildren(ctx.db, unitId, ctx.today);
  if (children.length === 0) throw directiveProblem("no-recipients");
  const suggested = suggestReissue(writer, await aboveOf(ctx, directive), children);
  return {
    relation: { kind: "reissue", parentId: directive.id },
    letter: suggested.letter,
    recipients: addressed(children, suggested),
  };
}

async function change(
  ctx: Ctx,
  { unitId, directive, writer }: Asked,
  as: "amend" | "replace",
): Promise<Made> {
  const document = await getDocument(ctx.db, directive.documentId);
  const held = await listHeld(ctx.db, directive.id, ctx.today, MOST_RECIPIENTS);
  if (held.length === 0) throw directiveProblem("no-recipients");
  const followed = await changeAbove(ctx, unitId, directive);
  const own = { ...(await standingOf(ctx, directive, document)), letter: document.letter };
  const kinds = [...new Set(held.map(({ kind }) => kind))];
  return {
    relation: {
      kind: as,
      ofId: directive.id,
      ...(followed && { parentId: followed.id }),
      spreadAgain: true,
    },
    letter: suggestChange(writer, as, own, kinds, followed?.change),
    recipients: held,
  };
}

/** The change of the letter above that this one should follow: its newest wording, if that still holds at the unit. */
async function changeAbove(
  ctx: Ctx,
  unitId: string,
  directive: DirectiveFacts,
): Promise<{ id: string; change: Change } | undefined> {
  const [follow] = await listFollowUps(ctx.db, unitId, directive.id);
  if (follow === undefined || directive.parentId === null) return undefined;
  const mine = await findRecipient(ctx.db, follow.becauseId, unitId);
  const [before, after] = [
    await findDirective(ctx.db, directive.parentId),
    await findDirective(ctx.db, follow.becauseId),
  ];
  if (mine === undefined || mine.endedAt !== null || before === undefined || after === undefined)
    return undefined;
  const { letter } = await getDocument(ctx.db, before.documentId);
  return { id: after.id, change: { before: letter, after: await aboveOf(ctx, after) } };
}

async function urge(ctx: Ctx, { unitId, path, directive, writer }: Asked): Promise<Made> {
  const asOf = {
    rootId: directive.rootId,
    top: { id: unitId, path },
    at: ctx.now,
    day: ctx.today,
    latest: true,
    // A letter is urged by who sent it; where it carries another's, what that began above is not all read.
    whole: directive.rootId === directive.id,
  };
  const all = { kind: undefined, what: undefined, after: undefined, limit: MOST_RECIPIENTS };
  const found = (await listLateRows(ctx.db, asOf, all)).items;
  // Whoever got the order from this unit answers to it; units further down answer to those, unless only they are late.
  const direct = found.filter(({ fromUnitId }) => fromUnitId === unitId);
  const late = direct.length > 0 ? direct : found;
  if (late.length === 0) throw directiveProblem("no-recipients");
  const units = new Map(
    late.map(({ unitId: id, name, shortName, kind }) => [id, { id, name, shortName, kind }]),
  );
  const document = await getDocument(ctx.db, directive.documentId);
  const suggested = suggestUrge(
    writer,
    await standingOf(ctx, directive, document),
    [...units.values()],
    groupsOf(late),
  );
  return {
    relation: { kind: "urge", ofId: directive.id },
    letter: suggested.letter,
    recipients: addressed([...units.values()], suggested),
  };
}

/** What is late, by what and by day, the longest overdue first. */
function groupsOf(
  late: readonly { readonly what: LateWhat; readonly dueOn: string; readonly shortName: string }[],
): LateGroup[] {
  const groups = new Map<string, { what: string; dueOn: string; names: string[] }>();
  for (const { what, dueOn, shortName } of late) {
    const key = `${dueOn} ${what}`;
    const group = groups.get(key) ?? { what: lateWords(what), dueOn, names: [] };
    group.names.push(shortName);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const addressed = <Unit extends Addressed & { readonly shortName: string }>(
  units: readonly Unit[],
  { lineOf }: Suggested,
) => units.map(({ id, name, shortName }) => ({ id, name, shortName, addressee: lineOf.get(id) ?? name }));

async function standingOf(ctx: Ctx, directive: DirectiveFacts, document: FoundDocument): Promise<Standing> {
  const sender = await headOf(ctx.db, directive.unitId, document.issuedOn ?? ctx.today);
  const { number, notation, issuedOn, subject } = document;
  return {
    kind: DocumentKind.parse(document.kind),
    number,
    notation,
    issuedOn,
    subject,
    sender: sender.name,
  };
}

async function aboveOf(ctx: Ctx, directive: DirectiveFacts): Promise<Above> {
  const document = await getDocument(ctx.db, directive.documentId);
  const standing = await standingOf(ctx, directive, document);
  const { shortName } = await getUnitNode(ctx.db, directive.unitId, document.issuedOn ?? ctx.today);
  return { ...standing, shortName, letter: document.letter };
}
