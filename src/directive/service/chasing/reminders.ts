// Reminding units below (đôn đốc), and what a unit was reminded of: once a day at most, by whomever.
import { mayLeaveAt } from "../../../message/rules/quiet.ts";
import { accountId, type Ctx, type WriteCtx } from "../../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../../platform/contract/problem.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { dayIn, isDay } from "../../../platform/pure/calendar.ts";
import { cutPage, readKey } from "../../../platform/pure/page-key.ts";
import { getUnitNode } from "../../../unit/service.ts";
import type { ReminderView } from "../../schema/chasing.ts";
import { directiveProblem } from "../../schema.ts";
import { listWithin } from "../../store/chasing/held.ts";
import { listOwed } from "../../store/chasing/look.ts";
import {
  findReminder,
  insertReminders,
  listOwingFamily,
  listReminderRows,
  markSeen,
  type ReminderRow,
} from "../../store/chasing/reminders.ts";
import { follow } from "./follow.ts";
import { queueReminders } from "./mail.ts";

/**
 * The day a reminder stands for: today, or tomorrow for one asked for at night, which goes out in the morning. So that
 * morning's own look leaves the unit alone.
 */
const dayOf = (now: string): string => dayIn(mayLeaveAt("reminder", now));

/**
 * Reminds those of the units that hold a letter of the order and owe its receipt or a duty, due or not. Others need no
 * reminder and are counted in neither number. Throws recipient-outside-subtree, and then reminds nobody.
 */
export async function remindUnits(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  asked: { id: string; unitIds: readonly string[] },
): Promise<{ id: string; reminded: number; alreadyToday: number }> {
  await ctx.allow({ unit: unitId });
  const asOf = await follow(ctx, unitId, directiveId);
  const unitIds = [...new Set(asked.unitIds)];
  const within = await listWithin(ctx.tx, asOf, unitIds);
  const outside = unitIds.filter((id) => !within.has(id));
  if (outside.length > 0)
    throw directiveProblem("recipient-outside-subtree", {
      count: outside.length,
      units: outside.slice(0, 50),
    });
  const owing = await listOwingFamily(ctx.tx, asOf.rootId, unitIds);
  const owed = await listOwed(ctx.tx, { day: ctx.today, units: owing });
  const owedBy = new Map(owed.map((one) => [one.unitId, one]));
  const none = { late: 0, dueSoon: 0, belowLate: 0 };
  const reminders = owing.map((id) => ({ ...none, ...owedBy.get(id), unitId: id, id: ctx.newId() }));
  const day = dayOf(ctx.now);
  const written = await insertReminders(
    ctx.tx,
    { day, now: ctx.now, from: unitId, directiveId, by: accountId(ctx) },
    reminders,
  );
  const alreadyToday = owing.length - written.size;
  if (written.size === 0) ctx.unchanged();
  else {
    await ctx.audit({
      subject: { kind: "directive", id: directiveId },
      unitId,
      detail: { reminded: written.size, alreadyToday, day },
    });
    const { shortName } = await getUnitNode(ctx.tx, unitId, ctx.today);
    await queueReminders(
      ctx,
      { day, publicUrl: ctx.publicUrl, from: shortName },
      reminders.filter((one) => written.has(one.unitId)),
    );
  }
  return { id: asked.id, reminded: written.size, alreadyToday };
}

const asView = (found: ReminderRow): ReminderView => ({
  id: found.id,
  day: found.day,
  from:
    found.fromUnitId === null
      ? null
      : { id: found.fromUnitId, name: found.fromName ?? "", shortName: found.fromShortName ?? "" },
  directiveId: found.directiveId,
  late: found.late,
  dueSoon: found.dueSoon,
  belowLate: found.belowLate,
  sentAt: found.sentAt,
  seenAt: found.seenAt,
});

export async function listReminders(
  ctx: Ctx,
  unitId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: ReminderView[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const key = after === undefined ? undefined : readKey(after);
  if (after !== undefined && (key === undefined || !isDay(key.by))) throw invalidInput("after", "not-a-key");
  const found = await listReminderRows(ctx.db, unitId, key?.by, limit + 1);
  const { items, next } = cutPage(found, limit, ({ day, id }) => ({ by: day, id }));
  return { items: items.map(asView), next };
}

/** The last reminder of a unit, if nobody there has looked at it yet. */
export async function latestReminder(db: Db, unitId: string): Promise<ReminderView | null> {
  const [latest] = await listReminderRows(db, unitId, undefined, 1);
  return latest === undefined || latest.seenAt !== null ? null : asView(latest);
}

/** With it all that came before it are seen. Throws not-found for a reminder of another unit. */
export async function seeReminder(
  ctx: WriteCtx,
  unitId: string,
  reminderId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const reminder = await findReminder(ctx.tx, reminderId);
  if (reminder?.unitId !== unitId) throw notFound("reminder");
  const seen = await markSeen(ctx.tx, { unitId, day: reminder.day, now: ctx.now, by: accountId(ctx) });
  if (seen === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "reminder", id: reminderId }, unitId });
  return { id: reminderId };
}
