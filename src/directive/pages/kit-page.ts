// The page behind a poster's QR code: whole without any script, phone first, at most 30 kB, in plain Vietnamese.
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { Html, html } from "../../platform/pages/html.ts";
import { framed } from "../../platform/pages/shell.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { LoudspeakerLanguage } from "../schema/kit.ts";
import type { KitPage } from "../service/kit/page.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";
import { KIT_STYLE } from "./style.ts";

type Key = keyof typeof vi;
const WORDS: Readonly<Record<"vi" | "en", Translate<Key>>> = {
  vi: translator(vi, "vi"),
  en: translator(en, "en"),
};
const NONE = new Html("");
const STATUS = { kit: 200, withdrawn: 410, unknown: 404 } as const;
/** A page on a slow line; questions that would make it larger are counted instead of shown. */
const MOST_BYTES = 30_000;
/** Tai languages and Hmong, as BCP 47 knows them; a voice that reads the page aloud should not read them as Vietnamese. */
const LANG: Readonly<Record<LoudspeakerLanguage, string>> = { vi: "vi", thai: "tai", mong: "hmn" };

export function kitPage({ locale, demo }: Pick<Ctx, "locale" | "demo">, page: KitPage): FileAnswer {
  const t = WORDS[locale];
  return {
    fileName: "index.html",
    mediaType: "text/html; charset=utf-8",
    content: page.show === "kit" ? fitting(t, locale, demo, page) : whole(t, locale, demo, page, 0),
    status: STATUS[page.show],
  };
}

type Kit = Extract<KitPage, { show: "kit" }>;

/** With as many questions as fit: all of them but for a kit written to its very limits. */
function fitting(t: Translate<Key>, locale: string, demo: boolean, page: Kit): string {
  for (let shown = page.content.questions.length; ; shown--) {
    const text = whole(t, locale, demo, page, shown);
    if (shown === 0 || Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
}

function whole(t: Translate<Key>, locale: string, demo: boolean, page: KitPage, shown: number): string {
  const { heading, body } = parts(t, page, shown);
  return framed({
    lang: locale,
    product: t("directive.page.product"),
    heading,
    body,
    demo: demo ? t("directive.page.demo") : undefined,
    style: KIT_STYLE,
  });
}

function parts(t: Translate<Key>, page: KitPage, shown: number): { heading: string; body: Html } {
  switch (page.show) {
    case "unknown":
      return {
        heading: t("directive.page.unknown-title"),
        body: html`<p>${t("directive.page.unknown")}</p>
<p>${t("directive.page.unknown-what")}</p>`,
      };
    case "withdrawn":
      return {
        heading: t("directive.page.withdrawn-title"),
        body: html`<p>${t("directive.page.withdrawn", { unit: page.unitName, campaign: page.campaignName })}</p>
<p>${t("directive.page.withdrawn-what")}</p>`,
      };
    case "kit":
      return { heading: page.content.poster.headline, body: kit(t, page, shown) };
  }
}

function kit(
  t: Translate<Key>,
  { content, unitName, campaignName, version, publishedOn, joinPath }: Kit,
  shown: number,
) {
  const { poster, keyMessages, questions, loudspeaker } = content;
  return html`<p class="from"><b>${campaignName}</b><br>${unitName}</p>
<div lang="vi">${list("lines", poster.lines)}</div>
${facts(t, poster)}
<p><a class="join" href="${joinPath}">${t("directive.page.join")}</a></p>
${section(t("directive.page.key"), keyMessages.length > 0, list("key", keyMessages))}
${section(
  t("directive.page.questions"),
  questions.length > 0,
  html`<div lang="vi">${questions
    .slice(0, shown)
    .map(
      ({ question, answer }) => html`<details><summary>${question}</summary><p>${answer}</p></details>\n`,
    )}</div>
${
  shown < questions.length
    ? html`<p class="quiet">${t("directive.page.more-questions", { count: questions.length - shown })}</p>`
    : NONE
}`,
)}
${section(
  t("directive.page.loudspeaker"),
  loudspeaker.length > 0,
  html`<p class="quiet">${t("directive.page.loudspeaker-lead")}</p>
${loudspeaker.map(
  ({ language, text }) =>
    html`<div class="loud"><h3>${t(`directive.page.language.${language}`)}</h3><p lang="${LANG[language]}">${text}</p></div>\n`,
)}`,
)}
<footer class="quiet">
<p>${t("directive.page.free")}</p>
<p>${t("directive.page.version", { version, day: formatDay(publishedOn) })}</p>
</footer>`;
}

const section = (title: string, there: boolean, body: Html): Html =>
  there ? html`<section><h2>${title}</h2>${body}</section>` : NONE;

const list = (name: string, lines: readonly string[]): Html =>
  lines.length === 0 ? NONE : html`<ul class="${name}">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

function facts(t: Translate<Key>, { when, where }: { readonly when: string; readonly where: string }): Html {
  const told = [
    [t("directive.page.when"), when],
    [t("directive.page.where"), where],
  ].filter(([, text]) => text !== "");
  if (told.length === 0) return NONE;
  return html`<div class="card"><dl>${told.map(
    ([what = "", text = ""]) => html`<div><dt>${what}</dt><dd lang="vi">${text}</dd></div>`,
  )}</dl></div>`;
}
