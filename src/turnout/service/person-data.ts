// What is kept here of a person: that they did not give at a drive. What they gave is told with their donations.
import type { PersonHolder } from "../../person/service/holder.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { listNotGiven, listWithOutcome } from "../store/person-data.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

export const turnoutHolder: PersonHolder = {
  name: "turnout",
  async list(db, personId, locale) {
    const t = words[locale];
    return (await listNotGiven(db, personId)).map(({ day }) => ({
      label: t("turnout.held"),
      value: t("turnout.held-line", { day: formatDay(day) }),
    }));
  },
  async holds(db, personIds) {
    return (await listWithOutcome(db, personIds)).map(({ personId }) => personId);
  },
  /** An outcome names nobody: it hangs on a booking, and stays as a count once that is nobody's. */
  erase: () => Promise.resolve(),
};
