// The union's thanks behind a donor's own link, and the tips everybody may read.
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { ThanksPage } from "../service/thanks.ts";
import { answerPage, NONE, tipsSection, WORDS } from "./frame.ts";

type Given = Pick<Ctx, "locale" | "demo" | "today">;

/** `letterPath`: where the letter as PDF is; on this site. */
export function thanksPage(ctx: Given, page: ThanksPage | undefined, letterPath: string): FileAnswer {
  const t = WORDS[ctx.locale];
  if (page === undefined) return goneThanks(ctx);
  const { given, unitName, again } = page;
  const said = {
    name: given.fullName,
    unit: unitName,
    ml: given.volumeMl,
    day: formatDay(given.day),
    place: given.place,
  };
  return answerPage(ctx, {
    heading: t("recall.thanks.title"),
    body: html`<div class="card ticket"><p class="big">${t("recall.thanks.lead", said)}</p>
<p>${t("recall.thanks.meaning")}</p></div>
<a class="yes no-print" href="${letterPath}">${t("recall.thanks.letter")}</a>
${again === undefined ? NONE : html`<p>${t("recall.thanks.again", { ...again, day: formatDay(again.day) })}</p>`}
${tipsSection(t, ctx.today, given.day)}
<p class="quiet">${t("recall.thanks.not-certificate")}</p>`,
  });
}

export function goneThanks(ctx: Given): FileAnswer {
  const t = WORDS[ctx.locale];
  return answerPage(ctx, {
    heading: t("recall.thanks.gone-title"),
    body: html`<p>${t("recall.thanks.gone")}</p>`,
    status: 404,
  });
}

/** For everybody, today. */
export const tipsPage = (ctx: Given): FileAnswer => {
  const t = WORDS[ctx.locale];
  return answerPage(ctx, {
    heading: t("donor.tips.title"),
    body: tipsSection(t, ctx.today, ctx.today, { headed: false }),
  });
};
