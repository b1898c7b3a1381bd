// The page of an invitation: may I give, where and when, in three taps and without a request between them. What somebody
// touches in the first step opens on their own screen and is sent nowhere.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { selfChecksOn } from "../../eligibility/rules/self-check.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Html, html } from "../../platform/pages/html.ts";
import { addDays, formatDay } from "../../platform/pure/calendar.ts";
import type { DriveToChoose, InvitedPage } from "../service/registering.ts";
import { link, NONE, page, type T, WORDS } from "./parts.ts";
import { HERO } from "./style.ts";

export const MINE_PATH = "/cua-toi";

export function invitedPage(ctx: Pick<Ctx, "locale" | "demo" | "today">, found: InvitedPage): FileAnswer {
  const t = WORDS[ctx.locale];
  if (found.show !== "invited") return wrongLink(ctx, found.show);
  return page(ctx, {
    heading: t("booking.come.title"),
    // Nobody's name is in it: a phone may keep it and ask whether it still stands.
    lasting: true,
    body: html`
<div class="hero">${HERO}<p><b>${
      found.kind === "friend"
        ? t("booking.come.hello-friend")
        : t("booking.come.hello", { unit: found.unit.shortName })
    }</b><br>${found.campaignName}</p></div>
${mayI(t, ctx.today)}
${where(t, found.code, found.drives)}
<p class="quiet">${t("booking.come.doctor")} ${t("booking.come.free-will")}</p>
<nav>${link(MINE_PATH, t("booking.come.mine"), "")}</nav>`,
  });
}

const step = (number: number, id: string, words: string): Html =>
  html`<h2 class="step" id="${id}"><i aria-hidden="true">${number}</i>${words}</h2>`;

function mayI(t: T, today: string): Html {
  const { instrument, checks } = selfChecksOn(today);
  return html`${step(1, "b1", t("booking.come.step-may"))}
<p class="quiet">${t("booking.come.may-lead")}</p>
${checks.map(({ code, clause, values }) => {
  const days = values.days ?? 0;
  const told = { ...values, since: formatDay(addDays(today, -days)) };
  return html`<details class="fold check" name="check"><summary>${t(`booking.come.check.${code}`, told)}</summary>
<div><p>${t(`booking.come.check.${code}-then`, told)}</p>
<p class="quiet">${t("booking.come.clause", { instrument, clause })}</p></div></details>\n`;
})}
${link("#b2", t("booking.come.may-none"), "go")}`;
}

function where(t: T, code: string, drives: readonly DriveToChoose[]): Html {
  const [only] = drives;
  if (only === undefined) {
    return html`${step(2, "b2", t("booking.come.step-where"))}
<div class="card"><p><b>${t("booking.come.no-drive")}</b></p><p>${t("booking.come.no-drive-what")}</p></div>`;
  }
  return html`${step(2, "b2", t("booking.come.step-where"))}
<p class="quiet">${t("booking.come.choose-drive")}</p>
${drives.map((drive) => driveFold(t, code, drive, drives.length === 1))}`;
}

function driveFold(t: T, code: string, drive: DriveToChoose, open: boolean): Html {
  const free = drive.slots.reduce((sum, slot) => sum + Math.max(0, slot.free), 0);
  return html`<details class="fold drive" name="drive"${open ? OPEN : NONE}><summary><span><b>${formatDay(drive.day)}</b>${drive.place}<small>${drive.name} · ${t("booking.come.free", { count: free })}</small></span></summary>
<div>${step(3, `g${drive.driveId}`, t("booking.come.step-when"))}
${free === 0 ? html`<p class="quiet">${t("booking.come.drive-full")}</p>` : NONE}
<ul class="times">${drive.slots.map(
    ({ slotId, startsAt, free: places }) =>
      html`<li><a href="/m/${code}/${slotId}"${places > 0 ? NONE : FULL}>${wallTimeIn(startsAt)}<small>${
        places > 0 ? t("booking.come.free", { count: places }) : t("booking.come.full")
      }</small></a></li>`,
  )}</ul>
<p class="quiet">${t("booking.come.by", { unit: drive.hostName })}</p></div></details>
`;
}

const OPEN = html` open`;
const FULL = html` class="none"`;

/** A link that ended, was mistyped, or whose time has passed: what it is, and what to do. */
export function wrongLink(
  reader: Pick<Ctx, "locale" | "demo">,
  show: "ended" | "unknown" | "closed" | "not-yet",
  code?: string,
): FileAnswer {
  const t = WORDS[reader.locale];
  const status = { ended: 410, unknown: 404, closed: 409, "not-yet": 404 } as const;
  return page(reader, {
    heading: t(`booking.come.${show}-title`),
    status: status[show],
    body: html`<p>${t(`booking.come.${show}`)}</p>
${
  code === undefined
    ? html`<p>${show === "not-yet" ? "" : t("booking.come.ask-again")}</p>`
    : link(`/m/${code}#b2`, t("booking.come.choose-other"), "go")
}
<nav>${link(MINE_PATH, t("booking.come.mine"), "")}</nav>`,
  });
}
