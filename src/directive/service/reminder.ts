// A reminder to paste into Zalo: which units have not confirmed, by name of the unit only.
import { en as documentEn } from "../../document/messages.en.ts";
import { vi as documentVi } from "../../document/messages.vi.ts";
import { getDocument } from "../../document/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { numberOf } from "../rules/title.ts";
import { listAnswering } from "../store/receipts.ts";
import { getSeen } from "./read.ts";

const WORDS: Readonly<Record<Ctx["locale"], Translate>> = {
  vi: translator({ ...documentVi, ...vi }, "vi"),
  en: translator({ ...documentEn, ...en }, "en"),
};
/** A chat message that names more is not read. */
const MOST_NAMES = 30;

/** The units that got the letter from this one and have not confirmed or not spread it; says so when all have. */
export async function reminderText(ctx: Ctx, unitId: string, directiveId: string): Promise<{ text: string }> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const document = await getDocument(ctx.db, directive.documentId);
  const answering = await listAnswering(ctx.db, directiveId, unitId, ctx.today);
  const t = WORDS[ctx.locale];

  const naming = (units: readonly { readonly shortName: string }[]): string => {
    const names = units
      .slice(0, MOST_NAMES)
      .map(({ shortName }) => shortName)
      .join(", ");
    const more = units.length - MOST_NAMES;
    return more > 0 ? t("directive.reminder.more", { names, count: more }) : names;
  };
  const notReceived = answering.filter(({ received }) => !received);
  const notSpread = answering.filter(({ received, disseminated }) => received && !disseminated);
  const number = numberOf(document);
  const head =
    number === undefined
      ? t("directive.reminder.untitled", { title: directive.title })
      : t("directive.reminder.numbered", { kind: t(`document.kind.${document.kind}`), number });
  const lines = [head];
  if (answering.length === 0) lines.push(t("directive.reminder.nobody"));
  else if (notReceived.length + notSpread.length === 0) {
    lines.push(t("directive.reminder.all-done", { count: answering.length }));
  } else {
    if (notReceived.length > 0) {
      const names = naming(notReceived);
      lines.push(t("directive.reminder.not-received", { count: notReceived.length, names }));
    }
    if (notSpread.length > 0) {
      const names = naming(notSpread);
      lines.push(t("directive.reminder.not-spread", { count: notSpread.length, names }));
    }
    lines.push(t("directive.reminder.please", { url: ctx.publicUrl }));
  }
  return { text: lines.join("\n") };
}
