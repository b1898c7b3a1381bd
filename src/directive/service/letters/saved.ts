// A draft as it was kept, to be written on: on another device, or by another hand of the same office.
import { DocumentKind, type LetterFields } from "../../../document/schema.ts";
import { filesOf } from "../../../document/service/files.ts";
import { getDocument } from "../../../document/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import type { DraftRelation, Suggestion } from "../../schema/family.ts";
import { directiveProblem } from "../../schema.ts";
import { countByAddressee, type DirectiveFacts, listDraftRecipients } from "../../store/letters.ts";
import { listHeld } from "../../store/recipients.ts";

export interface SavedDraft {
  readonly relation: DraftRelation;
  readonly letter: LetterFields;
  readonly recipients: readonly { id: string; name: string; shortName: string; addressee: string }[];
  readonly whole: Suggestion["whole"];
  readonly saved: NonNullable<Suggestion["saved"]>;
}

/** Only the sender's own draft; an issued letter answers `not-a-draft`. */
export async function savedDraft(
  ctx: Ctx,
  unitId: string,
  directive: DirectiveFacts,
  most: number,
): Promise<SavedDraft> {
  if (directive.unitId !== unitId || directive.state !== "draft") throw directiveProblem("not-a-draft");
  const document = await getDocument(ctx.db, directive.documentId);
  const files = await filesOf(ctx.db, directive.documentId);
  // Nobody can have named so many one by one.
  const whole = (await countByAddressee(ctx.db, directive.id)).filter(({ count }) => count > most);
  const changed = directive.relation === "amend" || directive.relation === "replace";
  const recipients =
    changed && directive.ofId !== null
      ? await listHeld(ctx.db, directive.ofId, ctx.today, most)
      : await listDraftRecipients(ctx.db, directive.id, ctx.today, {
          most,
          without: whole.map(({ addressee }) => addressee),
        });
  return {
    whole,
    relation: relationOf(directive),
    letter: { ...document.letter, kind: DocumentKind.parse(document.kind) },
    recipients,
    saved: {
      documentId: directive.documentId,
      text: document.body,
      originalFileId: files.find(({ role }) => role === "original")?.id ?? null,
      annexFileIds: files.filter(({ role }) => role === "annex").map(({ id }) => id),
    },
  };
}

function relationOf({ relation, parentId, ofId, spreadAgain }: DirectiveFacts): DraftRelation {
  if (relation === "reissue" && parentId !== null) return { kind: relation, parentId };
  if (relation === "urge" && ofId !== null) return { kind: relation, ofId };
  if ((relation === "amend" || relation === "replace") && ofId !== null)
    return { kind: relation, ofId, spreadAgain, ...(parentId !== null && { parentId }) };
  return { kind: "first" };
}
