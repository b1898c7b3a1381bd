// The minute's look at who is to be reminded of their place: each reminder once, by e-mail, with the way to the ticket.
import { ticketAddress } from "../../booking/service/ticket-link.ts";
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { queueEmail, type StillNeeded } from "../../message/service.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { remindersDue } from "../rules/reminding.ts";
import { insertReminders, isStillTheirs } from "../store/reminders.ts";
import type { Asking } from "./waves.ts";

/** Writes what is due now, in the caller's transaction; answers how many people are reminded. */
export async function remindDonors(ctx: Asking): Promise<number> {
  let reminded = 0;
  for (const due of remindersDue(ctx.now, dayIn(ctx.now))) {
    for (const place of await insertReminders(ctx.tx, { ...due, now: ctx.now })) {
      const { bookingId, personId, startsAt } = place;
      const link = await ticketAddress(ctx.tx, { bookingId, publicUrl: ctx.publicUrl, now: ctx.now });
      await queueEmail(ctx, {
        personId,
        template: "place-reminder",
        params: {
          kind: due.kind,
          drive: place.driveName,
          day: formatDay(place.day),
          time: wallTimeIn(startsAt),
          place: place.place,
          // Not said: what the message is about, for asking again when it leaves.
          bookingId,
          startsAt,
          // Said instead of a link where there is none.
          ...(link === undefined && { link: "none" }),
        },
        ...(link !== undefined && { secrets: { link } }),
      });
      await ctx.audit({ subject: { kind: "booking", id: bookingId }, detail: { reminder: due.kind } });
      reminded++;
    }
  }
  return reminded;
}

/** A reminder speaks of one place at one time: moved, given back or taken back since, it is not needed. */
export const placeReminderStillNeeded: StillNeeded = (db, now, { bookingId, startsAt }) =>
  isStillTheirs(db, { bookingId: String(bookingId), startsAt: String(startsAt), now });
