// The frame and words shared by the pages behind recall's links: whole without any script, under 20 kB.

import { en as donorEn } from "../../donor/messages.en.ts";
import { vi as donorVi } from "../../donor/messages.vi.ts";
import { afterTips, seasonTips } from "../../donor/rules/tips.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { Html, html } from "../../platform/pages/html.ts";
import { framed } from "../../platform/pages/shell.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";

export type Words = Translate<keyof typeof vi | keyof typeof donorVi>;
export const WORDS: Readonly<Record<"vi" | "en", Words>> = {
  vi: translator({ ...donorVi, ...vi }, "vi"),
  en: translator({ ...donorEn, ...en }, "en"),
};
export const NONE = new Html("");

const STYLE = new Html(`<style>
fieldset{border:0;margin:1.2rem 0 .4rem;padding:0}
legend{font-weight:600;padding:0;margin-bottom:.3rem}
.slots{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.5rem}
.slots label{border:1px solid var(--line);border-radius:12px;padding:.5rem .7rem;background:var(--paper);align-items:center}
.slots label:has(:checked){border-color:var(--rose);box-shadow:inset 0 0 0 1px var(--rose);background:var(--rose-soft)}
.slots input{width:22px;height:22px;flex:none;margin:0;accent-color:var(--rose)}
.slots b{font-variant-numeric:tabular-nums;font-size:1.15rem;display:block;line-height:1.3}
.slots span span{color:var(--quiet);font-size:.9rem;display:block;line-height:1.35}
.slots .wished{grid-column:1/-1}
.tips{border-left:4px solid var(--rose);padding-left:1rem;margin:1.4rem 0}
.tips h2{margin-top:0}
.tips h3{font-size:.95rem;color:var(--quiet);font-weight:600;margin:.8rem 0 .1rem}
a.yes,a.no{display:flex;align-items:center;justify-content:center;min-height:56px;margin:.8rem 0;padding:.7rem 1rem;border-radius:12px;font-weight:600;text-decoration:none;border:2px solid var(--rose)}
a.no{border-color:var(--quiet)}
</style>`);

export function answerPage(
  { locale, demo }: Pick<Ctx, "locale" | "demo">,
  { heading, body, status = 200 }: { heading: string; body: Html; status?: number },
): FileAnswer {
  const t = WORDS[locale];
  return {
    fileName: "index.html",
    mediaType: "text/html; charset=utf-8",
    status,
    content: framed({
      lang: locale,
      product: t("recall.page.product"),
      heading,
      body,
      demo: demo ? t("recall.page.demo") : undefined,
      style: STYLE,
    }),
  };
}

/** What does everybody good: after giving on `givenOn`, and in the season of `today`. `headed` false: the page is these tips. */
export function tipsSection(
  t: Words,
  today: string,
  givenOn: string | undefined,
  { headed = true }: { readonly headed?: boolean } = {},
): Html {
  const after = givenOn === undefined ? [] : afterTips(givenOn);
  const season = seasonTips(today);
  if (after.length + season.length === 0) return NONE;
  const list = (title: string, ids: readonly ReturnType<typeof afterTips>[number][] | typeof season): Html =>
    ids.length === 0
      ? NONE
      : html`<h3>${title}</h3><ul>${ids.map((id) => html`<li>${t(`donor.tip.${id}`)}</li>\n`)}</ul>`;
  return html`<section class="tips">${headed ? html`<h2>${t("donor.tips.title")}</h2>` : NONE}
${list(t("donor.tips.after"), after)}
${list(t("donor.tips.season"), season)}
<p class="quiet">${t("donor.tips.lead")}</p></section>`;
}
