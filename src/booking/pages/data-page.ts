// The page of one's own data: what is kept, what was agreed to, what may be asked for and by when it is done.
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Html, html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { type DataPage, FREE_PURPOSES } from "../service/own-data.ts";
import { facts, hidden, link, NONE, page, type Reader, type T, WORDS } from "./parts.ts";

type Data = Extract<DataPage, { show: "data" }>;

export function dataPage(reader: Reader, found: DataPage): FileAnswer {
  const t = WORDS[reader.locale];
  if (found.show === "gone") {
    return page(reader, {
      heading: t("booking.page.gone-title"),
      status: 404,
      body: html`<p>${t("booking.page.gone-lead")}</p><p>${t("booking.page.gone-what")}</p>`,
    });
  }
  const lines = found.data.flatMap((part) => part.lines.map(({ label, value }) => [label, value] as const));
  return page(reader, {
    heading: t("booking.data.title"),
    status: found.said === "note-missing" ? 422 : 200,
    body: html`${told(t, found)}
<p>${t("booking.data.lead")}</p>
${lines.length === 0 ? html`<p>${t("booking.data.none")}</p>` : html`<div class="card">${facts(lines)}</div>`}
<h2>${t("booking.data.consents")}</h2>
${FREE_PURPOSES.map((purpose) => consent(t, found, purpose))}
<p class="quiet">${t("booking.data.withdraw-take-part")}</p>
<h2>${t("booking.data.ask-title")}</h2>
<p class="quiet">${t("booking.data.law", found.law)}</p>
${asking(t, found, "access", html`<p>${t("booking.data.access-why")}</p>`)}
${asking(
  t,
  found,
  "correct",
  html`<div class="field"><label class="name" for="note">${t("booking.data.correct-what")}</label>
${found.said === "note-missing" ? html`<p class="wrong" id="note-wrong">${t("booking.data.note-missing")}</p>` : NONE}
<input type="text" id="note" name="note" maxlength="500"${found.said === "note-missing" ? html` aria-invalid="true" aria-describedby="note-wrong"` : NONE}></div>`,
)}
${asking(t, found, "restrict", html`<p>${t("booking.data.restrict-why")}</p>`)}
${asking(t, found, "delete", html`<p>${t("booking.data.delete-why")}</p>`)}
<nav>${link(`/d/${found.token}`, t("booking.data.back"), "")}</nav>`,
  });
}

function told(t: T, found: Data): Html {
  if (found.said === "sure") {
    return html`<form method="post" class="card"><p class="warn" role="alert">${t("booking.data.delete-sure")}</p>
${hidden("sure", "yes")}${hidden("requestId", found.requestId)}
<button class="yes" name="do" value="delete">${t("booking.data.delete-yes")}</button>
${link(`/d/${found.token}/du-lieu`, t("booking.data.delete-no"))}</form>`;
  }
  if (found.said === "changed") return html`<p class="ok" role="status">${t("booking.data.changed")}</p>`;
  if (found.due === undefined) return NONE;
  return html`<p class="ok" role="status">${t("booking.data.asked", { day: formatDay(found.due) })}</p>`;
}

function consent(t: T, { running }: Data, purpose: (typeof FREE_PURPOSES)[number]): Html {
  const given = running?.includes(purpose);
  const button = (act: "withdraw" | "give"): Html =>
    html`<button class="no" name="do" value="${act}">${t(`booking.data.${act}`)}</button>`;
  return html`<form method="post" class="card">${hidden("purpose", purpose)}
<p><b>${t(`booking.data.purpose.${purpose}`)}</b>${
    given === undefined ? NONE : html` · ${t(given ? "booking.data.given" : "booking.data.not-given")}`
  }</p>
${given === false ? NONE : button("withdraw")}${given === true ? NONE : button("give")}</form>`;
}

function asking(t: T, found: Data, kind: "access" | "correct" | "restrict" | "delete", body: Html): Html {
  const before = found.asked.find((one) => one.kind === kind);
  const open = kind === "correct" && found.said === "note-missing";
  return html`<details class="fold"${open ? html` open` : NONE}><summary>${t(`booking.data.${kind}`)}</summary><div>
${
  before === undefined
    ? html`<form method="post">${body}${hidden("requestId", found.requestId)}
<button class="no" name="do" value="${kind}">${t("booking.data.send")}</button></form>`
    : html`<p class="ok">${t("booking.data.asked-before", {
        day: formatDay(before.askedOn),
        due: formatDay(before.dueOn),
      })}</p>`
}</div></details>`;
}
