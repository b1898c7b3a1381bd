// Tickets of several people on one phone.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { MinePage } from "../service/mine.ts";
import { hidden, link, NONE, page, type Reader, WORDS } from "./parts.ts";

export function minePage(reader: Reader, found: MinePage, device?: string | null): FileAnswer {
  const t = WORDS[reader.locale];
  const { tickets, code } = found;
  return page(reader, {
    heading: t("booking.mine.title"),
    ...(device !== undefined && { device }),
    body: html`${
      tickets.length === 0
        ? html`<div class="card"><p><b>${t("booking.mine.none")}</b></p><p>${t("booking.mine.none-what")}</p></div>`
        : NONE
    }
${tickets.map(
  ({ token, key, ticket }) => html`<div class="card">${
    ticket === undefined
      ? html`<p>${t("booking.mine.gone")}</p>`
      : html`<dl><div><dt>${ticket.driveName} · ${t(`booking.mine.${ticket.state}`)}</dt><dd class="big">${ticket.fullName}</dd>
<dd>${
          ticket.startsAt === null
            ? formatDay(ticket.day)
            : t("booking.page.when-text", { time: wallTimeIn(ticket.startsAt), day: formatDay(ticket.day) })
        }<br>${ticket.place}</dd></div></dl>${link(`/d/${token}`, t("booking.mine.open"), "go")}`
  }
<form method="post">${hidden("forget", key)}<button class="no">${t("booking.mine.forget")}</button></form></div>`,
)}
${tickets.length === 0 ? NONE : html`<p class="quiet">${t("booking.mine.forget-why")}</p>`}
${code === "" ? NONE : link(`/m/${code}`, t("booking.mine.more"))}`,
  });
}
