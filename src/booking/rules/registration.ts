// What somebody typed into the form, read: either an entry, or what to do about each field. Pure: no clock, no database.
import { decideBooking } from "../../eligibility/rules/booking-check.ts";
import { dayFrom } from "../../platform/pure/calendar.ts";
import type { RegistrationForm } from "../schema/public.ts";

export type FormField =
  | "fullName"
  | "birth"
  | "sex"
  | "phone"
  | "email"
  | "relation"
  | "unit"
  | "slot"
  | "takePart";

/** A word for what is wrong; `until`: the first day on which somebody is old enough. */
export interface FieldError {
  readonly field: FormField;
  readonly code:
    | "missing"
    | "no-letters"
    | "no-such-day"
    | "not-born-yet"
    | "too-young"
    | "too-old"
    | "not-a-phone"
    | "not-an-email"
    | "not-chosen";
  readonly until?: string;
}

export const RELATIONS = ["member", "worker", "relative", "outside"] as const;
export type FormRelation = (typeof RELATIONS)[number];

export interface ReadForm {
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: "female" | "male";
  readonly phone: string;
  /** Absent: whoever has something to tell them calls. */
  readonly email?: string;
  readonly relation: FormRelation;
}

type Reader = (typed: string) => string | undefined;
interface Readers {
  readonly phoneOf: Reader;
  readonly emailOf: Reader;
}

const LETTERS = /\p{L}.*\p{L}/u;
const number = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

/** "9/6/1990" in three boxes → "1990-06-09"; undefined where there is no such day. */
export function birthDateOf({ birthDay, birthMonth, birthYear }: RegistrationForm): string | undefined {
  const [year, month, date] = [number(birthYear), number(birthMonth), number(birthDay)];
  return year >= 1900 ? dayFrom(year, month, date) : undefined;
}

/**
 * Every field at once, so that nobody is sent back twice. `day`: the drive's; `today`: nobody is born later. `phoneOf`
 * and `emailOf` read a number or an address as typed, undefined where it is none.
 */
export function readForm(
  form: RegistrationForm,
  { day, today, phoneOf, emailOf }: { readonly day: string; readonly today: string } & Readers,
): { readonly entry?: ReadForm; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (field: FormField, code: FieldError["code"], until?: string): void => {
    errors.push({ field, code, ...(until !== undefined && { until }) });
  };
  if (form.fullName === "") wrong("fullName", "missing");
  else if (!LETTERS.test(form.fullName)) wrong("fullName", "no-letters");

  const birthDate = birthDateOf(form);
  if (form.birthDay === "" && form.birthMonth === "" && form.birthYear === "") wrong("birth", "missing");
  else if (birthDate === undefined) wrong("birth", "no-such-day");
  else if (birthDate > today) wrong("birth", "not-born-yet");
  else {
    const decision = decideBooking({ birthDate, day });
    const [reason] = decision.ok ? [] : decision.reasons;
    if (reason?.code === "too-young" || reason?.code === "too-old") wrong("birth", reason.code, reason.until);
  }

  const sex = form.sex === "female" || form.sex === "male" ? form.sex : undefined;
  if (sex === undefined) wrong("sex", "not-chosen");
  const phone = phoneOf(form.phone);
  if (form.phone === "") wrong("phone", "missing");
  else if (phone === undefined) wrong("phone", "not-a-phone");
  const email = emailOf(form.email);
  if (form.email !== "" && email === undefined) wrong("email", "not-an-email");
  const relation = RELATIONS.find((known) => known === form.relation);
  if (relation === undefined) wrong("relation", "not-chosen");
  if (form.takePart !== "yes") wrong("takePart", "missing");

  if (
    errors.length > 0 ||
    birthDate === undefined ||
    sex === undefined ||
    phone === undefined ||
    relation === undefined
  )
    return { errors };
  const entry: ReadForm = { fullName: form.fullName, birthDate, sex, phone, relation };
  return { entry: email === undefined ? entry : { ...entry, email }, errors };
}
