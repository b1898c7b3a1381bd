// The page behind a personal invitation: one tap takes the proposed time; other times, and an end to invitations, below.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Html, html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { InvitationPage, InvitationView } from "../service/answering.ts";
import { answerPage, NONE, tipsSection, WORDS, type Words } from "./frame.ts";

type Given = Pick<Ctx, "locale" | "demo" | "today">;

export function invitationPage(ctx: Given, page: InvitationPage): FileAnswer {
  const t = WORDS[ctx.locale];
  switch (page.show) {
    case "ask":
      return answerPage(ctx, { heading: t("recall.page.title"), body: ask(t, ctx.today, page.view, NONE) });
    case "consent-missing":
    case "slot-full": {
      const why = t(page.show === "slot-full" ? "recall.page.full-now" : "recall.page.consent-missing");
      const warning = html`<p class="warn" role="alert">${why}</p>`;
      const status = page.show === "slot-full" ? 409 : 422;
      return answerPage(ctx, {
        heading: t("recall.page.title"),
        body: ask(t, ctx.today, page.view, warning),
        status,
      });
    }
    case "placed":
      return answerPage(ctx, { heading: t("recall.page.placed-title"), body: placed(t, ctx.today, page) });
    case "refused":
      return answerPage(ctx, {
        heading: t("recall.page.refused-title"),
        body: html`<p>${t(`recall.page.refused.${page.why}`)}</p>`,
        status: 409,
      });
    case "no-more":
      return answerPage(ctx, {
        heading: t("recall.page.no-more-done-title"),
        body: html`<p>${t("recall.page.no-more-done")}</p>`,
      });
    case "gone":
      return answerPage(ctx, {
        heading: t("recall.page.gone-title"),
        body: html`<p>${t("recall.page.gone")}</p>`,
        status: 404,
      });
  }
}

const ask = (t: Words, today: string, view: InvitationView, warning: Html): Html => html`
<p>${t("recall.page.lead", { name: view.fullName, day: formatDay(view.day), ...view.rule })}</p>
<div class="card"><dl>
<div><dt>${t("recall.page.when")}</dt><dd class="big">${formatDay(view.day)}</dd></div>
<div><dt>${t("recall.page.where")}</dt><dd>${view.place}</dd></div>
<div><dt>${t("recall.page.what")}</dt><dd>${view.driveName}</dd></div>
<div><dt>${t("recall.page.host")}</dt><dd>${view.hostName}</dd></div>
</dl></div>
${warning}
${view.slots.length === 0 ? html`<p>${t("recall.page.no-slot")}</p>` : form(t, view)}
<p class="quiet">${t("recall.page.doctor")} ${t("recall.page.free-will")}</p>
${tipsSection(t, today, undefined)}
<details>
<summary>${t("recall.page.no-more-title")}</summary>
<p class="quiet">${t("recall.page.no-more-lead")}</p>
<form method="post"><input type="hidden" name="answer" value="no-more">
<button class="no">${t("recall.page.no-more")}</button></form>
</details>`;

/** The proposed time is chosen beforehand; consent never is. */
const form = (t: Words, view: InvitationView): Html => html`<form method="post">
<input type="hidden" name="answer" value="take">
<input type="hidden" name="bookingId" value="${view.bookingId}">
<fieldset><legend>${t("recall.page.time")}</legend><div class="slots">
${proposedFirst(view).map(({ slotId, startsAt, free }) => {
  const proposed = slotId === view.proposed;
  return html`<label${proposed ? html` class="wished"` : NONE}><input type="radio" name="slotId" value="${slotId}"${proposed ? html` checked` : NONE}><span><b>${wallTimeIn(startsAt)}</b><span>${proposed ? t("recall.page.proposed") : t("recall.page.free", { free })}</span></span></label>\n`;
})}</div></fieldset>
<label><input type="checkbox" name="consent" value="take-part" required><span>${t("recall.page.consent")}</span></label>
<label><input type="checkbox" name="reminder" value="reminder"><span>${t("recall.page.reminder")}</span></label>
<button class="yes">${t("recall.page.take")}</button>
</form>`;

const proposedFirst = ({ slots, proposed }: InvitationView) => [
  ...slots.filter(({ slotId }) => slotId === proposed),
  ...slots.filter(({ slotId }) => slotId !== proposed),
];

const placed = (t: Words, today: string, page: Extract<InvitationPage, { show: "placed" }>): Html => html`
<div class="card ticket"><p class="big">${t("recall.page.placed", {
  time: wallTimeIn(page.startsAt),
  day: formatDay(page.day),
  place: page.place,
})}</p></div>
${
  page.ticket === undefined
    ? html`<p>${t("recall.page.ticket-lost")}</p>`
    : html`<a class="yes" href="${page.ticket}">${t("recall.page.ticket")}</a>`
}
${tipsSection(t, today, undefined)}`;
