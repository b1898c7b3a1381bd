// Files of a letter: what it carries while it is a draft, and the signed, stamped scan that makes it more than one.

import type { AttachmentRole } from "../../../document/schema.ts";
import { attachFiles } from "../../../document/service/files.ts";
import type { WriteCtx } from "../../../platform/contract/context.ts";
import { notFound } from "../../../platform/contract/problem.ts";
import { directiveProblem } from "../../schema.ts";
import { lockDirective } from "../../store/letters.ts";

/**
 * Attaches a kept file of the unit to its own letter. An issued letter takes the signed scan, once; everything else
 * only as a draft. The same file again answers as done.
 */
export async function attachFile(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  { fileId, role }: { readonly fileId: string; readonly role: AttachmentRole },
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const letter = await lockDirective(ctx.tx, directiveId);
  if (letter?.unitId !== unitId) throw notFound("directive");
  if (role !== "signed" && letter.state !== "draft") throw directiveProblem("not-a-draft");
  const { documentId } = letter;
  if ((await attachFiles(ctx, { documentId, unitId, files: [{ fileId, role }] })) === 0) ctx.unchanged();
  else {
    await ctx.audit({
      subject: { kind: "directive", id: directiveId },
      unitId,
      detail: { file: fileId, role },
    });
  }
  return { id: directiveId };
}
