// The page behind a member's link: whole without any script, under 20 kB, in the reader's language.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { Html, html } from "../../platform/pages/html.ts";
import { framed } from "../../platform/pages/shell.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import type { Ticket } from "../schema.ts";
import type { LinkPage } from "../service/link.ts";

const words: Record<"vi" | "en", Translate> = { vi: translator(vi, "vi"), en: translator(en, "en") };
const NONE = new Html("");

const STATUS = { ask: 200, ticket: 200, thanks: 200, "consent-missing": 422, gone: 404 } as const;

export function linkPage({ locale, demo }: Pick<Ctx, "locale" | "demo">, page: LinkPage): FileAnswer {
  const t = words[locale];
  const content = whole(t, locale, demo, page);
  return {
    fileName: "index.html",
    mediaType: "text/html; charset=utf-8",
    content,
    status: STATUS[page.show],
  };
}

function whole(t: Translate, locale: string, demo: boolean, page: LinkPage): string {
  const { heading, body } = parts(t, page);
  return framed({
    lang: locale,
    product: t("booking.page.product"),
    heading,
    body,
    demo: demo ? t("booking.page.demo") : undefined,
  });
}

function parts(t: Translate, page: LinkPage): { heading: string; body: Html } {
  switch (page.show) {
    case "gone":
      return { heading: t("booking.page.gone-title"), body: gone(t) };
    case "thanks":
      return { heading: t("booking.page.thanks-title"), body: thanks(t) };
    case "ticket":
      return { heading: t("booking.page.ticket-title"), body: ticketPage(t, page.ticket) };
    default:
      return {
        heading: t("booking.page.ask-title"),
        body: ask(t, page.ticket, page.show === "consent-missing"),
      };
  }
}

const ask = (t: Translate, ticket: Ticket, consentMissing: boolean): Html => html`
<p>${t("booking.page.ask-lead", { name: ticket.fullName, unit: ticket.unitName })}</p>
${facts(t, ticket, false)}
<p class="quiet">${t("booking.page.held-until", {
  time: wallTimeIn(ticket.heldUntil),
  day: formatDay(dayIn(ticket.heldUntil)),
})} ${t("booking.page.doctor")}</p>
<h2>${t("booking.page.why-title")}</h2>
<ul>
<li>${t("booking.page.why-kept")}</li>
<li>${t("booking.page.why-result")}</li>
<li>${t("booking.page.why-free")}</li>
</ul>
${consentMissing ? html`<p class="warn" role="alert">${t("booking.page.consent-missing")}</p>` : NONE}
${yesForm(t)}
${noForm(t("booking.page.release"))}`;

const ticketPage = (t: Translate, ticket: Ticket): Html => html`
<p>${t("booking.page.ticket-lead")}</p>
${facts(t, ticket, true)}
<h2>${t("booking.page.bring-title")}</h2>
<ul>
<li>${t("booking.page.bring-papers")}</li>
<li>${t("booking.page.bring-food")}</li>
<li>${t("booking.page.bring-medicine")}</li>
</ul>
<p class="quiet">${t("booking.page.doctor")}</p>
<div class="no-print">
<h2>${t("booking.page.changed-title")}</h2>
<p class="quiet">${t("booking.page.changed")}</p>
${noForm(t("booking.page.withdraw"))}
</div>`;

/** The same words whether a place was declined or a yes taken back; the way back is there and does not push. */
const thanks = (t: Translate): Html => html`
<p>${t("booking.page.thanks-lead")}</p>
<details>
<summary>${t("booking.page.again-title")}</summary>
${yesForm(t)}
</details>`;

const gone = (t: Translate): Html => html`
<p>${t("booking.page.gone-lead")}</p>
<p>${t("booking.page.gone-what")}</p>`;

function facts(t: Translate, ticket: Ticket, named: boolean): Html {
  const when = t("booking.page.when-text", {
    time: wallTimeIn(ticket.startsAt),
    day: formatDay(ticket.day),
  });
  const lines: readonly (readonly [string, string])[] = [
    ...(named ? [[t("booking.page.name"), ticket.fullName] as const] : []),
    [t("booking.page.where"), ticket.place],
    [t("booking.page.what"), ticket.driveName],
    [t("booking.page.unit"), ticket.unitName],
  ];
  return html`<div class="card${named ? " ticket" : ""}"><dl>
<div><dt>${t("booking.page.when")}</dt><dd class="big">${when}</dd></div>
${lines.map(([what, text]) => html`<div><dt>${what}</dt><dd>${text}</dd></div>\n`)}</dl></div>`;
}

/** No box is ticked beforehand. A browser asks for the first; the server asks again. */
const yesForm = (t: Translate): Html => html`<form method="post">
<input type="hidden" name="answer" value="confirm">
<label><input type="checkbox" name="consent" value="take-part" required><span>${t("booking.page.consent")}</span></label>
<button class="yes">${t("booking.page.confirm")}</button>
</form>`;

const noForm = (label: string): Html => html`<form method="post">
<input type="hidden" name="answer" value="release">
<button class="no">${label}</button>
</form>`;
