// The e-mail of a reminder: to those who hold an office at the unit and gave an address; dropped once it is moot.
import { reachableOfficers } from "../../../account/service.ts";
import { type Outgoing, queueEmail, type StillNeeded } from "../../../message/service.ts";
import { addDays, dayIn, formatDay } from "../../../platform/pure/calendar.ts";
import { SOON_DAYS } from "../../rules/chasing/rhythm.ts";
import { findFamily } from "../../store/chasing/held.ts";
import { listOwed, owesSoon } from "../../store/chasing/look.ts";
import {
  findReminder,
  listMailFacts,
  listOwingFamily,
  type NewReminder,
} from "../../store/chasing/reminders.ts";

/** A mail that lists more is not read to its end. */
const MOST_TITLES = 5;

/** Queues the e-mails of reminders written in this transaction. `from`: the unit that reminds; absent: the program. */
export async function queueReminders(
  ctx: Outgoing,
  { day, publicUrl, from }: { day: string; publicUrl: string; from?: string },
  reminders: readonly NewReminder[],
): Promise<void> {
  const unitIds = reminders.map(({ unitId }) => unitId);
  const officers = await reachableOfficers(ctx.tx, unitIds, day);
  if (officers.length === 0) return;
  const reached = [...new Set(officers.map(({ unitId }) => unitId))];
  const facts = await listMailFacts(ctx.tx, reached, day, addDays(day, SOON_DAYS));
  const factsOf = new Map(facts.map((fact) => [fact.unitId, fact]));
  const reminderOf = new Map(reminders.map((reminder) => [reminder.unitId, reminder]));
  for (const { unitId, accountId } of officers) {
    const reminder = reminderOf.get(unitId);
    const fact = factsOf.get(unitId);
    if (reminder === undefined || fact === undefined) continue;
    await queueEmail(ctx, {
      accountId,
      template: "reminder",
      params: {
        unit: fact.shortName,
        day: formatDay(day),
        by: from === undefined ? "program" : "unit",
        from: from ?? "",
        late: reminder.late,
        dueSoon: reminder.dueSoon,
        belowLate: reminder.belowLate,
        titled: fact.titles.length > 0 ? "yes" : "no",
        letters: fact.titles
          .slice(0, MOST_TITLES)
          .map((title) => `- ${title}`)
          .join("\n"),
        link: `${publicUrl}/u/${unitId}/viec`,
        // Not said: what the message is about, for asking again when it leaves.
        reminderId: reminder.id,
      },
    });
  }
}

/**
 * A reminder is for its day, and for as long as the unit still owes what it is about: what is late or due soon, or, of
 * a letter that an officer above reminded of, anything.
 */
export const reminderStillNeeded: StillNeeded = async (db, now, { reminderId }) => {
  const reminder = await findReminder(db, String(reminderId));
  const today = dayIn(now);
  if (reminder === undefined || reminder.day < today) return false;
  const { unitId, directiveId } = reminder;
  if (directiveId !== null) {
    const family = await findFamily(db, directiveId);
    return family !== undefined && (await listOwingFamily(db, family.rootId, [unitId])).length > 0;
  }
  if (await owesSoon(db, unitId, today)) return true;
  return reminder.belowLate > 0 && (await listOwed(db, { day: today, units: [unitId] })).length > 0;
};
