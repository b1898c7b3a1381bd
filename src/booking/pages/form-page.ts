// The form of a registration: nothing ticked beforehand, every wrong field answered beside it, what was typed stays.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { Html, html } from "../../platform/pages/html.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import type { FormField } from "../rules/registration.ts";
import type { RegistrationForm } from "../schema/public.ts";
import type { FormPage } from "../service/registering.ts";
import { hidden, type Key, link, NONE, page, type Reader, type T, WORDS } from "./parts.ts";

const CHECKED = new Html(" checked");
const REFUSALS = ["drive-not-open", "slot-full"] as const;

export function formPage(reader: Reader, found: FormPage): FileAnswer {
  const t = WORDS[reader.locale];
  const { errors, refused } = found;
  const full = found.slot.free <= 0;
  return page(reader, {
    heading: t("booking.form.title"),
    status: errors.length > 0 ? 422 : refused === undefined ? 200 : 409,
    body: html`
${errors.length > 0 ? html`<p class="warn" role="alert">${t("booking.form.errors", { count: errors.length })}</p>` : NONE}
${refused === undefined ? NONE : html`<p class="warn" role="alert">${t("booking.form.refused")} ${refusal(t, refused)}</p>`}
<div class="card">${html`<dl><div><dt>${found.drive.name}</dt><dd class="big">${t("booking.form.chosen", {
      time: wallTimeIn(found.slot.startsAt),
      day: formatDay(found.drive.day),
    })}</dd><dd>${found.drive.place}</dd></div></dl>`}</div>
<nav>${link(`/m/${found.code}#b2`, t("booking.form.change"), "")}</nav>
<p class="quiet">${t("booking.form.lead")}</p>
<form method="post" novalidate>
${hidden("personId", found.typed.personId)}${hidden("bookingId", found.typed.bookingId)}
<button class="yes" name="do" value="${full ? "wait" : "register"}" hidden tabindex="-1" aria-hidden="true"></button>
${full ? fullSlot(t, found) : hidden("slot", found.slot.slotId)}
${about(t, found)}
${belonging(t, found)}
${agreeing(t, found)}
<p class="quiet">${t("booking.form.result")} ${t("booking.come.doctor")}</p>
<button class="yes" name="do" value="${full ? "wait" : "register"}">${t(
      !full
        ? "booking.form.send"
        : found.others.length > 0
          ? "booking.form.send-either"
          : "booking.form.wait",
    )}</button>
</form>`,
  });
}

const refusal = (t: T, code: string): string => {
  const known = REFUSALS.find((one) => one === code);
  return t(`booking.form.refused.${known ?? "other"}`);
};

/** The time is full: another one, or wait for this one. What was typed goes along with either. */
function fullSlot(t: T, { slot, others }: FormPage): Html {
  return html`<fieldset><legend>${t("booking.form.full-title")}</legend>
<p class="why">${others.length === 0 ? t("booking.form.full-wait") : t("booking.form.full-others")}</p>
${[slot, ...others].map(
  ({ slotId, startsAt, free }) =>
    html`<label class="pick"><input type="radio" name="slot" value="${slotId}"${
      slotId === slot.slotId ? CHECKED : NONE
    }><span>${
      slotId === slot.slotId
        ? t("booking.form.keep-slot", { time: wallTimeIn(startsAt) })
        : `${wallTimeIn(startsAt)} · ${t("booking.come.free", { count: free })}`
    }</span></label>\n`,
)}</fieldset>`;
}

function about(t: T, found: FormPage): Html {
  const { typed } = found;
  return html`
<div class="field"><label class="name" for="fullName">${t("booking.form.name")}</label>
<p class="why" id="fullName-why">${t("booking.form.name-why")}</p>${wrong(t, found, "fullName")}
<input type="text" id="fullName" name="fullName" autocomplete="name" autocapitalize="words" maxlength="100" required${said(found, "fullName", true)} value="${typed.fullName}"></div>
<fieldset${said(found, "birth")}><legend>${t("booking.form.birth")}</legend>${wrong(t, found, "birth")}
<div class="three">
${box(t("booking.form.day"), "birthDay", typed.birthDay, "bday-day", 2, found)}
${box(t("booking.form.month"), "birthMonth", typed.birthMonth, "bday-month", 2, found)}
${box(t("booking.form.year"), "birthYear", typed.birthYear, "bday-year", 4, found)}
</div></fieldset>
<fieldset><legend>${t("booking.form.sex")}</legend>${wrong(t, found, "sex")}
<div class="two">${(["female", "male"] as const).map((sex) => pick("sex", sex, t(`booking.form.${sex}`), typed.sex === sex))}</div></fieldset>
<div class="field"><label class="name" for="phone">${t("booking.form.phone")}</label>
<p class="why" id="phone-why">${t("booking.form.phone-why")}</p>${wrong(t, found, "phone")}
<input type="tel" id="phone" name="phone" autocomplete="tel" inputmode="tel" maxlength="20" required${said(found, "phone", true)} value="${typed.phone}"></div>
<div class="field"><label class="name" for="email">${t("booking.form.email")}</label>
<p class="why" id="email-why">${t("booking.form.email-why")}</p>${wrong(t, found, "email")}
<input type="email" id="email" name="email" autocomplete="email" maxlength="200"${said(found, "email", true)} value="${typed.email}"></div>`;
}

const box = (
  label: string,
  name: "birthDay" | "birthMonth" | "birthYear",
  value: string,
  auto: string,
  most: number,
  { errors }: FormPage,
): Html =>
  html`<label class="one"><span>${label}</span><input type="text" name="${name}" inputmode="numeric" autocomplete="${auto}" maxlength="${most}" required${
    errors.some(({ field }) => field === "birth")
      ? html` aria-invalid="true" aria-describedby="birth-wrong"`
      : NONE
  } value="${value}"></label>`;

const RELATION_WORDS = ["member", "worker", "relative", "outside"] as const;

function belonging(t: T, found: FormPage): Html {
  const { typed, unit } = found;
  const chosen = typed.unit === "" ? unit.unitId : typed.unit;
  return html`<fieldset><legend>${t("booking.form.who")}</legend>${wrong(t, found, "relation")}
${RELATION_WORDS.map((relation) => pick("relation", relation, t(`booking.form.${relation}`), typed.relation === relation))}</fieldset>
<fieldset id="cong-doan"><legend>${t("booking.form.of-unit")}</legend>
<p class="why">${t("booking.form.of-unit-why")}</p>${wrong(t, found, "unit")}
${pick("unit", unit.unitId, unit.name, chosen === unit.unitId)}
${found.found
  .filter(({ unitId }) => unitId !== unit.unitId)
  .map(({ unitId, name }) => pick("unit", unitId, name, chosen === unitId))}
<details class="fold"${found.nothingFound || found.found.length > 0 ? html` open` : NONE}><summary>${t("booking.form.other-unit")}</summary><div>
${found.nothingFound ? html`<p class="wrong" role="alert">${t("booking.form.nothing-found")}</p>` : NONE}
<div class="find"><label class="one"><span>${t("booking.form.unit-words")}</span><input type="text" name="unitWords" maxlength="100" value="${typed.unitWords}"></label>
<button class="no" name="do" value="search" formaction="#cong-doan">${t("booking.form.search")}</button></div></div></details></fieldset>`;
}

const PURPOSES = [
  ["takePart", "take-part"],
  ["reminder", "reminder"],
  ["invitation", "invitation"],
] as const satisfies readonly (readonly [keyof RegistrationForm, string])[];

function agreeing(t: T, found: FormPage): Html {
  return html`<fieldset><legend>${t("booking.form.agree")}</legend>
<p class="why">${t("booking.form.agree-lead")}</p>
${PURPOSES.map(
  ([field, purpose]) => html`${field === "takePart" ? wrong(t, found, "takePart") : NONE}
<label class="pick"><input type="checkbox" name="${field}" value="yes"${found.typed[field] === "yes" ? CHECKED : NONE}${
    field === "takePart" ? said(found, "takePart") : NONE
  }><span>${t(`booking.form.${purpose}`)}<small>${t(`booking.form.${purpose}-why`)}</small></span></label>\n`,
)}</fieldset>`;
}

const pick = (name: string, value: string, words: string, on: boolean): Html =>
  html`<label class="pick"><input type="radio" name="${name}" value="${value}"${on ? CHECKED : NONE}><span>${words}</span></label>\n`;

function wrong(t: T, { errors }: FormPage, field: FormField): Html {
  const error = errors.find((one) => one.field === field);
  if (error === undefined) return NONE;
  const words = t(`booking.wrong.${field}.${error.code}` as Key, {
    until: error.until === undefined ? "" : formatDay(error.until),
  });
  return html`<p class="wrong" id="${field}-wrong">${words}</p>`;
}

/** What a reader of screens is told of a field: that it is wrong and why, and what it is for. */
function said({ errors }: FormPage, field: FormField, explained = false): Html {
  const bad = errors.some((one) => one.field === field);
  const ids = [...(bad ? [`${field}-wrong`] : []), ...(explained ? [`${field}-why`] : [])];
  return html`${bad ? html` aria-invalid="true"` : NONE}${ids.length > 0 ? html` aria-describedby="${ids.join(" ")}"` : NONE}`;
}
