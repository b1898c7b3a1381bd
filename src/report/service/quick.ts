// The quick figure of a drive's evening: its words to paste, that it was sent, and whether it is late.
import { whoAmI } from "../../account/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import type { Db } from "../../platform/db/sql.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { getUnitNode } from "../../unit/service.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { mayTellRegistered } from "../rules/figures.ts";
import { quickDueAt } from "../rules/quick.ts";
import { type QuickState, reportProblem } from "../schema.ts";
import { countedFigures, type DriveRow, listCreditedWithin } from "../store/facts.ts";
import { insertQuick, listQuick } from "../store/quick.ts";
import { eventFigures, getDrive } from "./figures.ts";

/** How the quick figures of these rows stand; `end`: as of an instant gone by. Answers by place in the list. */
export async function quickStates(
  ctx: Ctx,
  of: readonly { driveId: string; driveDay: string; unitId: string }[],
  end?: string,
): Promise<(index: number) => QuickState> {
  const found = await listQuick(
    ctx.db,
    [...new Set(of.map(({ driveId }) => driveId))],
    [...new Set(of.map(({ unitId }) => unitId))],
  );
  // As instants: those of a day's end bear their zone.
  const until = Date.parse(end ?? ctx.now);
  return (index) => {
    const row = of[index];
    const dueAt = quickDueAt(row?.driveDay ?? ctx.today);
    const sent = found.find(
      (one) => one.driveId === row?.driveId && one.unitId === row.unitId && Date.parse(one.sentAt) <= until,
    );
    return {
      dueAt,
      sent: sent === undefined ? null : { at: sent.sentAt, by: sent.byName, donated: sent.donated },
      late: (sent === undefined ? until : Date.parse(sent.sentAt)) > Date.parse(dueAt),
    };
  };
}

/** Says that the union sent its quick figure, by whom, and what it said. The first time stands. */
export async function sendQuick(ctx: WriteCtx, unitId: string, driveId: string): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDrive(ctx.tx, driveId, ctx.today);
  if (drive.state !== "closed") throw reportProblem("drive-not-closed");
  const unit = await getUnitNode(ctx.tx, unitId, ctx.today);
  const credited = await listCreditedWithin(ctx.tx, driveId, unit.path, ctx.today);
  const figures = await countedFigures(ctx.tx, driveId, credited);
  const written = await insertQuick(ctx.tx, {
    driveId,
    unitId,
    by: accountId(ctx),
    byName: (await whoAmI(ctx)).displayName,
    donated: figures.donated,
    unitsHundredths: figures.unitsHundredths,
    now: ctx.now,
  });
  if (written === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "drive", id: driveId }, unitId, detail: { quick: true } });
  return { id: driveId };
}

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };

/**
 * The day's figure to paste into a group: counts only, marked as not official. It leaves the house, so beside donors
 * it tells the registered only where the difference is no small group.
 */
export async function quickText(ctx: Ctx, unitId: string, driveId: string): Promise<string> {
  await ctx.allow({ unit: unitId });
  const t = words[ctx.locale];
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const drive = await getDrive(ctx.db, driveId, ctx.today);
  const head = { day: formatDay(drive.day), drive: drive.name, unit: unit.name };
  if (drive.state === "cancelled") return t("report.quick.cancelled", head);
  if (drive.state !== "closed") return t("report.quick.not-closed", head);
  const credited = await listCreditedWithin(ctx.db, driveId, unit.path, ctx.today);
  const figures = await countedFigures(ctx.db, driveId, credited);
  const lines = [
    t("report.quick.title", head),
    ...(mayTellRegistered(figures) ? [t("report.quick.registered", { people: figures.registered })] : []),
    t("report.quick.donated", {
      people: figures.donated,
      units: figures.unitsHundredths / 100,
      ml: figures.ml,
    }),
    ...(unitId === drive.leadingUnitId ? [await eventLine(ctx.db, drive, t)] : []),
    t("report.quick.not-official"),
  ];
  return lines.join("\n");
}

async function eventLine(db: Db, drive: DriveRow, t: (typeof words)["vi"]): Promise<string> {
  const event = await eventFigures(db, drive);
  return t("report.quick.event", {
    people: event.donated,
    units: event.unitsHundredths / 100,
    ml: event.ml,
  });
}
