// What is kept of a person here, told to the person in plain words, and emptied when they ask to be deleted.
import type { Locale } from "../../platform/contract/context.ts";
import type { Db } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import {
  emptyPerson,
  findHeld,
  findKept,
  listAffiliations,
  listConsents,
  listContacts,
} from "../store/person-data.ts";
import { listOwnRequests } from "../store/requests.ts";
import type { HeldLine, PersonHolder } from "./holder.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };
const dayOf = (instant: string): string => formatDay(dayIn(instant));

async function list(db: Db, personId: string, locale: Locale): Promise<HeldLine[]> {
  const kept = await findKept(db, personId);
  if (kept === undefined) return [];
  const t = words[locale];
  const line = (label: string, value: string): HeldLine => ({ label: t(`person.held.${label}`), value });
  const lines: HeldLine[] = [];
  if (kept.erasedAt !== null) lines.push(line("erased", dayOf(kept.erasedAt)));
  else lines.push(line("name", kept.fullName));
  if (kept.birthDate !== null) lines.push(line("born", formatDay(kept.birthDate)));
  else if (kept.birthYear !== null) lines.push(line("born", String(kept.birthYear)));
  if (kept.sex !== null) lines.push(line("sex", t(`person.held.sex.${kept.sex}`)));
  for (const { channel, value } of await listContacts(db, personId)) lines.push(line(channel, value));
  lines.push(line("since", t(`person.held.source.${kept.source}`, { day: dayOf(kept.createdAt) })));
  if (kept.restrictedAt !== null) lines.push(line("restricted", dayOf(kept.restrictedAt)));
  for (const { unitName, relation, from, until } of await listAffiliations(db, personId)) {
    const days = until === null ? "person.held.from" : "person.held.from-until";
    const value = t(days, {
      unit: unitName,
      from: formatDay(from),
      until: until === null ? "" : formatDay(until),
    });
    lines.push(line(`relation.${relation}`, value));
  }
  for (const { purpose, givenAt, withdrawnAt, evidence } of await listConsents(db, personId)) {
    const value = t(withdrawnAt === null ? "person.held.agreed" : "person.held.agreed-until", {
      day: dayOf(givenAt),
      until: withdrawnAt === null ? "" : dayOf(withdrawnAt),
      how: t(`person.held.evidence.${evidence}`),
    });
    lines.push(line(`consent.${purpose}`, value));
  }
  for (const { kind, askedAt } of await listOwnRequests(db, personId)) {
    lines.push(line(`request.${kind}`, dayOf(askedAt)));
  }
  return lines;
}

export const personHolder: PersonHolder = {
  name: "person",
  list,
  holds: findHeld,
  async erase(tx, personId, { now, today }) {
    await emptyPerson(tx, personId, now, today);
  },
};
