// The pages behind a member's link: a place to answer for, the ticket, a turn on the waiting list, a drive that moved or
// is no more. Whole without any script, in the reader's language.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Html, html } from "../../platform/pages/html.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import type { LinkPage } from "../service/ticket.ts";
import type { StandingPlace } from "../store/ticket.ts";
import { MINE_PATH } from "./invited-page.ts";
import { facts, hidden, link, NONE, type PageParts, page, type Reader, type T, WORDS } from "./parts.ts";
import { pastPage, ticketPage } from "./ticket-page.ts";

export async function linkPage(
  reader: Reader,
  token: string,
  found: Exclude<LinkPage, { show: "other" }>,
  device?: string | null,
): Promise<FileAnswer> {
  const parts = await partsOf(WORDS[reader.locale], token, found);
  return page(reader, { ...parts, ...(device !== undefined && { device }) });
}

async function partsOf(t: T, token: string, found: Exclude<LinkPage, { show: "other" }>): Promise<PageParts> {
  switch (found.show) {
    case "gone":
      return { heading: t("booking.page.gone-title"), body: gone(t), status: 404 };
    case "thanks":
      return { heading: t("booking.page.thanks-title"), body: thanks(t) };
    case "left":
      return { heading: t("booking.waiting.left-title"), body: html`<p>${t("booking.waiting.left")}</p>` };
    case "given-back":
      return { heading: t("booking.ticket.given-title"), body: html`<p>${t("booking.ticket.given")}</p>` };
    case "ask":
    case "offer":
      return {
        heading: t(found.show === "offer" ? "booking.offer.title" : "booking.page.ask-title"),
        body: ask(t, found.place, found.missing, found.show === "offer"),
        status: found.missing ? 422 : 200,
      };
    case "moved":
      return {
        heading: t("booking.moved.title"),
        body: moved(t, found.place, found.missing),
        status: found.missing ? 422 : 200,
      };
    case "waiting":
      return { heading: t("booking.waiting.title"), body: waiting(t, token, found) };
    case "cancelled":
      return {
        heading: t("booking.cancelled.title"),
        body: cancelled(t, found),
        status: found.missing ? 422 : 200,
      };
    case "past":
      return pastPage(t, token, found);
    case "ticket":
      return ticketPage(t, token, found);
  }
}

const when = (t: T, startsAt: string): string =>
  t("booking.page.when-text", { time: wallTimeIn(startsAt), day: formatDay(dayIn(startsAt)) });

const ask = (t: T, place: StandingPlace, missing: boolean, offer: boolean): Html => html`
<p>${t("booking.page.ask-lead", { name: place.fullName, unit: place.unitName })}</p>
<div class="card"><dl>
<div><dt>${t("booking.page.when")}</dt><dd class="big">${when(t, place.startsAt)}</dd></div>
<div><dt>${t("booking.page.where")}</dt><dd>${place.place}</dd></div>
<div><dt>${t("booking.page.what")}</dt><dd>${place.driveName}</dd></div>
<div><dt>${t("booking.page.unit")}</dt><dd>${place.unitName}</dd></div></dl></div>
<p class="quiet">${t(offer ? "booking.offer.until" : "booking.page.held-until", until(place))} ${t("booking.page.doctor")}</p>
<h2>${t("booking.page.why-title")}</h2>
<ul>
<li>${t("booking.page.why-kept")}</li>
<li>${t("booking.page.why-result")}</li>
<li>${t("booking.page.why-free")}</li>
</ul>
${missing ? html`<p class="warn" role="alert">${t("booking.page.consent-missing")}</p>` : NONE}
${yesForm(t)}
${noForm(t("booking.page.release"))}`;

const until = ({ heldUntil }: StandingPlace): { time: string; day: string } => ({
  time: wallTimeIn(heldUntil),
  day: formatDay(dayIn(heldUntil)),
});

/** The old day and the new side by side; one tap says yes again. Whoever had not answered yet ticks as before. */
function moved(t: T, place: StandingPlace, missing: boolean): Html {
  const before = new Date(Date.parse(place.startsAt) - (place.shiftSeconds ?? 0) * 1000).toISOString();
  return html`
<p>${t("booking.moved.lead", { name: place.fullName })}</p>
<div class="days"><div><span class="quiet">${t("booking.moved.old")}</span><s>${formatDay(place.fromDay ?? place.day)}</s><span>${wallTimeIn(before)} · ${place.fromPlace ?? ""}</span></div>
<div class="new"><span class="quiet">${t("booking.moved.new")}</span><b>${formatDay(place.day)}</b><span>${wallTimeIn(place.startsAt)} · ${place.place}</span></div></div>
<p>${t(`booking.moved.why.${place.reason ?? "other"}`)}${place.note === null || place.note === "" ? "" : ` ${place.note}`}</p>
${
  place.agreedBefore && !missing
    ? html`<p class="quiet">${t("booking.moved.agree")}</p><form method="post">${hidden("answer", "confirm")}<button class="yes">${t("booking.moved.yes")}</button></form>`
    : html`${missing ? html`<p class="warn" role="alert">${t("booking.page.consent-missing")}</p>` : NONE}${yesForm(t)}`
}
${noForm(t("booking.moved.no"))}
<p class="quiet">${t("booking.moved.until", until(place))} ${t("booking.page.doctor")}</p>`;
}

function cancelled(t: T, { place, instead, said, missing }: Extract<LinkPage, { show: "cancelled" }>): Html {
  const { fullName: name, driveName: drive, day } = place;
  return html`
<p>${t("booking.cancelled.lead", { name, drive, day: formatDay(day) })}</p>
<p>${t(`booking.moved.why.${place.reason ?? "other"}`)}${place.note === null || place.note === "" ? "" : ` ${place.note}`}</p>
${missing ? html`<p class="warn" role="alert">${t("booking.page.consent-missing")}</p>` : NONE}
${said === "taken" ? html`<p class="warn" role="alert">${t("booking.cancelled.taken")}</p>` : NONE}
${
  instead === undefined
    ? html`<p>${t("booking.cancelled.none")}</p>`
    : html`<p>${t("booking.cancelled.instead")}</p>
<div class="card ticket"><dl><div><dt>${instead.name}</dt><dd class="big">${when(t, instead.slot.startsAt)}</dd><dd>${instead.place}</dd></div></dl></div>
<form method="post">${hidden("answer", "instead")}${hidden("slotId", instead.slot.slotId)}${
        place.agreedBefore && !missing ? NONE : consentBox(t)
      }<button class="yes">${t("booking.cancelled.take")}</button></form>`
}
<nav>${link(MINE_PATH, t("booking.ticket.mine"), "")}</nav>`;
}

function waiting(t: T, token: string, { waiting: found }: Extract<LinkPage, { show: "waiting" }>): Html {
  return html`
<div class="card">${facts([
    [t("booking.page.name"), found.fullName],
    [
      found.driveName,
      found.startsAt === null
        ? `${formatDay(found.day)} · ${t("booking.waiting.any")}`
        : when(t, found.startsAt),
    ],
    [t("booking.page.where"), found.place],
    [t("booking.waiting.turn-label"), t("booking.waiting.turn", { count: found.turn - 1 })],
  ])}</div>
<p>${t("booking.waiting.lead")}</p>
<form method="post">${hidden("answer", "leave")}<button class="no">${t("booking.waiting.leave")}</button></form>
<nav>${link(`/d/${token}/du-lieu`, t("booking.ticket.data"), "")} ${link(MINE_PATH, t("booking.ticket.mine"), "")}</nav>`;
}

/** The same words whether a place was declined or a yes taken back; the way back is there and does not push. */
const thanks = (t: T): Html => html`
<p>${t("booking.page.thanks-lead")}</p>
<details>
<summary>${t("booking.page.again-title")}</summary>
${yesForm(t)}
</details>`;

const gone = (t: T): Html => html`
<p>${t("booking.page.gone-lead")}</p>
<p>${t("booking.page.gone-what")}</p>`;

/** No box is ticked beforehand. A browser asks for the first; the server asks again. */
const yesForm = (t: T): Html => html`<form method="post">
<input type="hidden" name="answer" value="confirm">
${consentBox(t)}
<button class="yes">${t("booking.page.confirm")}</button>
</form>`;

const consentBox = (t: T): Html =>
  html`<label><input type="checkbox" name="consent" value="take-part" required><span>${t("booking.page.consent")}</span></label>`;

const noForm = (label: string): Html => html`<form method="post">
<input type="hidden" name="answer" value="release">
<button class="no">${label}</button>
</form>`;
