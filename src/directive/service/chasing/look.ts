// The program's own daily look at what is late: one statement for all units, one transaction for all that follows.
import type { Outgoing } from "../../../message/service.ts";
import type { AuditEntry } from "../../../platform/contract/context.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { dayIn } from "../../../platform/pure/calendar.ts";
import { daysAnsweredFor, isLookDay, lookBegins } from "../../rules/chasing/rhythm.ts";
import { isLookedThrough, listOwed, noteLook, takeDay } from "../../store/chasing/look.ts";
import { insertReminders } from "../../store/chasing/reminders.ts";
import { queueReminders } from "./mail.ts";

/** Cheap enough for every minute: is there a look to be taken now? */
export async function isLookDue(db: Db, now: string): Promise<boolean> {
  const day = dayIn(now);
  return isLookDay(day) && now >= lookBegins(day) && !(await isLookedThrough(db, day));
}

export interface Look extends Outgoing {
  readonly publicUrl: string;
  audit(entry: AuditEntry): Promise<void>;
}

/**
 * Looks through the day of `now`, unless that was done: days on which the program was off are not made up for. All or
 * nothing: killed in the middle, the next minute begins anew; of two programs one finds the day taken. Whoever was
 * reminded today already is left alone. Answers how many units were reminded.
 */
export async function lookThrough(look: Look): Promise<number> {
  const day = dayIn(look.now);
  if (!(await takeDay(look.tx, day, look.now))) return 0;
  const owed = await listOwed(look.tx, { day, beatOf: daysAnsweredFor(day) });
  const reminders = owed.map((one) => ({ ...one, id: look.newId() }));
  const written = await insertReminders(
    look.tx,
    { day, now: look.now, from: null, directiveId: null, by: null },
    reminders,
  );
  await noteLook(look.tx, day, written.size);
  await look.audit({ subject: { kind: "chase", id: look.newId() }, detail: { day, reminded: written.size } });
  await queueReminders(
    look,
    { day, publicUrl: look.publicUrl },
    reminders.filter(({ unitId }) => written.has(unitId)),
  );
  return written.size;
}
