// What is kept of a person here: that they were written to. Emptied when they ask to be deleted.
import type { PersonHolder } from "../../person/service/holder.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { emptyMessages, findWrittenTo, listWrittenTo } from "../store/person-data.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

export const messageHolder: PersonHolder = {
  name: "message",
  async list(db, personId, locale) {
    const t = words[locale];
    return (await listWrittenTo(db, personId)).map(({ state, at }) => ({
      label: t("message.kept"),
      value: t(state === "sent" ? "message.kept-sent" : "message.kept-unsent", { day: formatDay(dayIn(at)) }),
    }));
  },
  holds: findWrittenTo,
  erase: (tx, personId) => emptyMessages(tx, personId),
};
