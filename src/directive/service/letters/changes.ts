// What a letter that amends or replaces says differently; letters in which units below carry one further.
import { getDocument } from "../../../document/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import { notFound } from "../../../platform/contract/problem.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { cutPage } from "../../../platform/pure/page-key.ts";
import { compareText } from "../../../platform/pure/word-diff.ts";
import { compareOrders } from "../../rules/comparing.ts";
import type { LetterChanges, LetterLink } from "../../schema/family.ts";
import { listReissueRows } from "../../store/family.ts";
import { type DirectiveFacts, findDirective, listInstructions } from "../../store/letters.ts";
import { getSeen, INSTANT, keyFrom, type Page } from "../read.ts";
import { linkIn, linksOf, namedLinks } from "./links.ts";

type Field = LetterChanges["fields"][number]["field"];

/** Throws not-found for a letter that changes no other one. */
export async function compareLetter(ctx: Ctx, unitId: string, directiveId: string): Promise<LetterChanges> {
  await ctx.allow({ unit: unitId });
  const { directive: after } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const changes = after.relation === "amend" || after.relation === "replace";
  const before = changes && after.ofId !== null ? await findDirective(ctx.db, after.ofId) : undefined;
  if (before === undefined) throw notFound("changes");
  const links = await linksOf(ctx.db, [before.id, after.id], ctx.today);
  const [beforeLink, afterLink] = [linkIn(links, before.id), linkIn(links, after.id)];
  if (beforeLink === null || afterLink === null) throw notFound("directive");
  const [was, is] = [await fieldsOf(ctx.db, before), await fieldsOf(ctx.db, after)];
  return {
    before: beforeLink,
    after: afterLink,
    fields: (Object.keys(is) as Field[])
      .filter((field) => was[field] !== is[field])
      .map((field) => ({ field, parts: compareText(was[field], is[field]) })),
    instructions: compareOrders(
      await listInstructions(ctx.db, before.id),
      await listInstructions(ctx.db, after.id),
    ),
  };
}

async function fieldsOf(db: Db, letter: DirectiveFacts): Promise<Record<Field, string>> {
  const document = await getDocument(db, letter.documentId);
  return {
    subject: document.subject ?? "",
    reportDays: letter.reportDays === null ? "" : String(letter.reportDays),
    reportTo: letter.reportTo ?? "",
    reportThrough: letter.reportThrough ?? "",
  };
}

export async function listReissues(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  { after, limit }: Page,
): Promise<{ items: LetterLink[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const key = keyFrom(after, INSTANT);
  const asked = { directiveId, unitId, day: ctx.today, after: key, limit: limit + 1 };
  const { items, next } = cutPage(await listReissueRows(ctx.db, asked), limit, ({ at, id }) => ({
    by: at,
    id,
  }));
  return { items: await namedLinks(ctx.db, items, ctx.today), next };
}
