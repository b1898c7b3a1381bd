// What recall keeps of a person, told to them in plain words, and ended when they ask to be deleted.
import type { PersonHolder } from "../../person/service/holder.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { endLinks, findHeld, listHeld } from "../store/person-data.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

export const recallHolder: PersonHolder = {
  name: "recall",
  list: async (db, personId, locale) =>
    (await listHeld(db, personId)).map(({ what, driveName, at }) => ({
      label: words[locale](`recall.held.${what}`),
      value: words[locale]("recall.held.at", { drive: driveName, day: formatDay(dayIn(at)) }),
    })),
  holds: findHeld,
  erase: (tx, personId) => endLinks(tx, personId),
};
