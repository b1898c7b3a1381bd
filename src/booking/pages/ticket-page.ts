// The ticket as a card: who, when, where, what to bring, the signed code; moving, inviting, giving back.
import { seasonTips } from "../../donor/rules/tips.ts";
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { type Html, html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { FriendLink } from "../service/inviting.ts";
import type { LinkPage, Said } from "../service/ticket.ts";
import { MINE_PATH } from "./invited-page.ts";
import { facts, hidden, link, NONE, type PageParts, shortNumber, type T } from "./parts.ts";
import { qrPicture } from "./qr.ts";

/** Draws the card on a canvas, so that a phone keeps the whole ticket as one picture. */
const SAVE_SCRIPT = "/ve.js";

/** What does everybody good after giving; the same page for all. */
const TIPS_PATH = "/loi-khuyen";

type Ticket = Extract<LinkPage, { show: "ticket" }>;

export async function ticketPage(t: T, token: string, found: Ticket): Promise<PageParts> {
  const { place, code, others, friends, said, handsOn } = found;
  const number = shortNumber(place.bookingId);
  return {
    heading: t("booking.page.ticket-title"),
    script: SAVE_SCRIPT,
    body: html`${said === undefined ? NONE : outcome(t, said)}
<article class="card pass" id="ve" data-file="ve-hien-mau-${number}.png">
<div class="top"><span>${place.driveName}</span><b>${t("booking.page.when-text", {
      time: wallTimeIn(place.startsAt),
      day: formatDay(place.day),
    })}</b></div>
${facts([
  [t("booking.page.name"), place.fullName],
  [t("booking.page.where"), place.place],
  [t("booking.page.unit"), place.unitName],
])}
<div class="code"><img src="${await qrPicture(code)}" alt="${t("booking.ticket.code-alt", { number })}" width="240" height="240"><p><b>${t("booking.ticket.number", { number })}</b></p><p class="quiet">${t("booking.ticket.code")}</p></div>
</article>
<button class="no no-print" id="luu-ve" hidden>${t("booking.ticket.save")}</button>
${link(`/d/${token}/lich.ics`, t("booking.ticket.calendar"))}
<h2>${t("booking.page.bring-title")}</h2>
<ul>
<li>${t("booking.page.bring-papers")}</li>
<li>${t("booking.page.bring-food")}</li>
<li>${t("booking.page.bring-medicine")}</li>
${seasonTips(place.day).map((id) => html`<li>${t(`donor.tip.${id}`)}</li>\n`)}</ul>
<p>${link(TIPS_PATH, t("donor.tips.after"), "")}</p>
<p class="quiet">${t("booking.page.doctor")}</p>
<div class="no-print">
<h2>${t("booking.ticket.more")}</h2>
${others.length === 0 ? NONE : moving(t, others)}
${inviting(t, friends, false)}
${leaving(t, handsOn)}
<nav>${link(`/d/${token}/du-lieu`, t("booking.ticket.data"), "")} · ${link(MINE_PATH, t("booking.ticket.mine"), "")}</nav>
</div>`,
  };
}

/** After the day everybody who had a place reads the same. */
export function pastPage(
  t: T,
  token: string,
  { place, friends }: Extract<LinkPage, { show: "past" }>,
): PageParts {
  return {
    heading: t("booking.past.title"),
    body: html`<p>${t("booking.past.lead", { drive: place.driveName, day: formatDay(place.day) })}</p>
<p>${t("booking.past.care")}</p>
${friends === undefined ? NONE : inviting(t, friends, true)}
<nav>${link(`/d/${token}/du-lieu`, t("booking.ticket.data"), "")} · ${link(MINE_PATH, t("booking.ticket.mine"), "")}</nav>`,
  };
}

const outcome = (t: T, said: Said): Html =>
  said === "moved"
    ? html`<p class="ok" role="status">${t("booking.ticket.moved")}</p>`
    : html`<p class="warn" role="alert">${t(said === "move-full" ? "booking.ticket.move-full" : "booking.ticket.move-late")}</p>`;

const moving = (
  t: T,
  others: Ticket["others"],
): Html => html`<details class="fold"><summary>${t("booking.ticket.move-title")}</summary><div>
<p class="quiet">${t("booking.ticket.move-lead")}</p>
<form method="post">${hidden("answer", "move")}<ul class="times">${others.map(
  ({ slotId, startsAt, free }) =>
    html`<li><button name="slotId" value="${slotId}" aria-label="${t("booking.ticket.move", {
      time: wallTimeIn(startsAt),
      count: free,
    })}">${wallTimeIn(startsAt)} <small>${t("booking.come.free", { count: free })}</small></button></li>`,
)}</ul></form></div></details>`;

function inviting(t: T, friends: FriendLink | undefined, open: boolean): Html {
  return html`<details class="fold"${open ? html` open` : NONE}><summary>${t("booking.ticket.invite-title")}</summary><div>
<p class="quiet">${t("booking.ticket.invite-lead")}</p>
${
  friends === undefined
    ? html`<form method="post">${hidden("answer", "invite")}<button class="no">${t("booking.ticket.invite")}</button></form>`
    : html`<p><b>${t("booking.ticket.invite-link")}</b></p><p class="copy">${friends.link}</p>
<p>${t("booking.ticket.came", { count: friends.came.registered })} ${
        friends.came.gave === null
          ? t("booking.ticket.gave-later")
          : t("booking.ticket.gave", { count: friends.came.gave })
      }</p>`
}</div></details>`;
}

/** Not coming is nobody's business; who took a place themselves may also hand it on, which can be seen. */
const leaving = (
  t: T,
  own: boolean,
): Html => html`<details class="fold"><summary>${t("booking.page.changed-title")}</summary><div>
<p class="quiet">${t("booking.page.changed")}</p>
<form method="post">${hidden("answer", "release")}<button class="no">${t("booking.page.withdraw")}</button></form>
${
  own
    ? html`<p class="quiet">${t("booking.ticket.give-back-why")}</p><form method="post">${hidden("answer", "give-back")}<button class="no">${t("booking.ticket.give-back")}</button></form>`
    : NONE
}</div></details>`;
