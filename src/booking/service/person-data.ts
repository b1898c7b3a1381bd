// What is kept here of a person: their places and waiting for one; ended and made nobody's when they ask for it.
import { wallTimeIn } from "../../drive/rules/slots.ts";
import type { PersonHolder } from "../../person/service/holder.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addCounts } from "../../tally/service.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import {
  countRunningOf,
  forgetLink,
  type HeldPlaceOf,
  listHolders,
  listPlacesOf,
  listWaitingOf,
} from "../store/person-data.ts";
import { giveBack, lockSeats } from "../store/seats.ts";
import { endWaiting } from "../store/waiting.ts";
import { uncounted } from "./places.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

const bySlot = (one: HeldPlaceOf, other: HeldPlaceOf): number =>
  `${one.driveId}${one.slotId}` < `${other.driveId}${other.slotId}` ? -1 : 1;

export const bookingHolder: PersonHolder = {
  name: "booking",
  async list(db, personId, locale) {
    const t = words[locale];
    // Which are still to come makes no difference to what is told.
    const places = await listPlacesOf(db, personId, "9999-12-31");
    const waiting = await listWaitingOf(db, personId);
    return [
      ...places.map((place) => ({
        label: t("booking.kept.place"),
        value: t("booking.kept.place-line", {
          drive: place.driveName,
          time: wallTimeIn(place.startsAt),
          day: formatDay(dayIn(place.startsAt)),
          unit: place.unitName,
          state: place.state,
        }),
      })),
      ...waiting.map((row) => ({
        label: t("booking.kept.waiting"),
        value: t("booking.kept.waiting-line", { drive: row.driveName, day: formatDay(row.day) }),
      })),
    ];
  },
  holds: async (db, personIds) => (await listHolders(db, personIds)).map(({ personId }) => personId),
  running: (db, personId, now) => countRunningOf(db, personId, now),
  /**
   * Places to come are given back and waiting ends; who waits is offered them by the next sweep. Places of days that
   * were stay as facts of nobody, under links that open nothing.
   */
  async erase(tx, personId, { now, today }) {
    for (const { id } of await listWaitingOf(tx, personId)) await endWaiting(tx, { now, id });
    for (const place of (await listPlacesOf(tx, personId, today)).sort(bySlot)) {
      const { id, driveId, slotId, campaignId } = place;
      if (place.state === "released") continue;
      if (!place.toCome) {
        await forgetLink(tx, id, (await newLink()).hash);
        continue;
      }
      const slotIds = [slotId];
      await lockSeats(tx, { driveId, slotIds });
      const gone = await giveBack(tx, { now, slotIds, ids: [id] });
      await addCounts(tx, uncounted(gone, { campaignId, driveId, day: today }));
    }
  },
};
