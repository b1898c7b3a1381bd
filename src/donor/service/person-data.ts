// What is kept here of a person: days and volumes given, and links they made for friends.
import type { PersonHolder } from "../../person/service/holder.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import {
  endThoseOf,
  listDonationsOf,
  listDonors,
  listInviters,
  listOfInviter,
} from "../store/invitations.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

export const donorHolder: PersonHolder = {
  name: "donor",
  async list(db, personId, locale) {
    const t = words[locale];
    const given = await listDonationsOf(db, personId);
    const links = await listOfInviter(db, personId);
    return [
      ...given.map(({ day, volumeMl }) => ({
        label: t("donor.held.gave"),
        value: t("donor.held.gave-line", { ml: volumeMl, day: formatDay(day) }),
      })),
      ...(links.length === 0
        ? []
        : [
            {
              label: t("donor.held.links"),
              value: t("donor.held.links-line", {
                running: links.filter(({ endedAt }) => endedAt === null).length,
                all: links.length,
              }),
            },
          ]),
    ];
  },
  async holds(db, personIds) {
    const found = [...(await listDonors(db, personIds)), ...(await listInviters(db, personIds))];
    return [...new Set(found.map(({ personId }) => personId))];
  },
  /** Volumes on days stay, of nobody any more; links of theirs let nobody in. */
  async erase(tx, personId, { now }) {
    await endThoseOf(tx, personId, now);
  },
};
