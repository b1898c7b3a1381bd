// Where a letter stands in its family, and whether it may stand there: asked when it is drafted and again when issued.
import type { WriteCtx } from "../../../platform/contract/context.ts";
import type { DraftRelation } from "../../schema/family.ts";
import { directiveProblem } from "../../schema.ts";
import {
  countDraftRecipients,
  type DirectiveFacts,
  findDirective,
  lockDirective,
} from "../../store/letters.ts";
import { lockRecipient } from "../../store/recipients.ts";

export interface Place {
  readonly rootId: string;
  readonly parentId: string | null;
  readonly ofId: string | null;
  /** The family's; null for a first letter, which chooses. */
  readonly campaignId: string | null;
  /** It amends or replaces. */
  readonly changes: boolean;
}

/** Throws parent-not-held, letter-not-held, already-changed or still-going-out. */
export async function placeOf(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  relation: DraftRelation,
): Promise<Place> {
  switch (relation.kind) {
    case "first":
      return { rootId: directiveId, parentId: null, ofId: null, campaignId: null, changes: false };
    case "reissue": {
      const parent = await heldParent(ctx, unitId, relation.parentId);
      return {
        rootId: parent.rootId,
        parentId: parent.id,
        ofId: null,
        campaignId: parent.campaignId,
        changes: false,
      };
    }
    case "urge": {
      const of = await ownHeld(ctx, unitId, relation.ofId);
      return {
        rootId: directiveId,
        parentId: null,
        ofId: of.id,
        campaignId: of.campaignId,
        changes: false,
      };
    }
    default: {
      const of = await ownHeld(ctx, unitId, relation.ofId);
      // A change reaches exactly whom the letter holds for: known once it has reached its whole list.
      if ((await countDraftRecipients(ctx.tx, of.id)) > 0) throw directiveProblem("still-going-out");
      // The letter it carries further stays the one its first wording carried, unless a change of that is why.
      const parentId =
        relation.parentId === undefined || relation.parentId === of.parentId
          ? of.parentId
          : (await heldParent(ctx, unitId, relation.parentId, of.rootId)).id;
      return { rootId: of.rootId, parentId, ofId: of.id, campaignId: of.campaignId, changes: true };
    }
  }
}

/** The same question about a draft kept earlier, at the moment it is issued. */
export const placeOfDraft = (ctx: WriteCtx, draft: DirectiveFacts): Promise<Place> =>
  placeOf(ctx, draft.unitId, draft.id, relationOf(draft));

function relationOf({ relation, parentId, ofId, spreadAgain }: DirectiveFacts): DraftRelation {
  if (relation === "reissue" && parentId !== null) return { kind: relation, parentId };
  if (relation === "urge" && ofId !== null) return { kind: relation, ofId };
  if ((relation === "amend" || relation === "replace") && ofId !== null) {
    return { kind: relation, ofId, spreadAgain, ...(parentId !== null && { parentId }) };
  }
  return { kind: "first" };
}

/** A letter that reached the unit and holds there; its row stays locked, so that it does while this one is written. */
async function heldParent(
  ctx: WriteCtx,
  unitId: string,
  parentId: string,
  rootId?: string,
): Promise<DirectiveFacts> {
  const mine = await lockRecipient(ctx.tx, parentId, unitId);
  const parent = await findDirective(ctx.tx, parentId);
  if (mine === undefined || mine.endedAt !== null || parent === undefined)
    throw directiveProblem("parent-not-held");
  if (rootId !== undefined && parent.rootId !== rootId) throw directiveProblem("parent-not-held");
  return parent;
}

/** A letter of the unit's own that is issued and holds, locked. */
async function ownHeld(ctx: WriteCtx, unitId: string, ofId: string): Promise<DirectiveFacts> {
  const of = await lockDirective(ctx.tx, ofId);
  if (of?.unitId !== unitId) throw directiveProblem("letter-not-held");
  if (of.state === "amended" || of.state === "replaced") throw directiveProblem("already-changed");
  if (of.state !== "issued") throw directiveProblem("letter-not-held");
  return of;
}
