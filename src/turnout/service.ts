// Use cases of the day's outcome: the facility enters, closing reconciles and publishes, units see after that.

import { tariffOn } from "../drive/rules/tariff.ts";
import { sessionsEnd } from "../drive/service/hours.ts";
import { getDriveById } from "../drive/service.ts";
import type { Ctx, WriteCtx } from "../platform/contract/context.ts";
import { notFound } from "../platform/contract/problem.ts";
import { searchKey } from "../platform/pure/text-vi.ts";
import { unitRefs } from "../unit/service.ts";
import { differences } from "./rules/differences.ts";
import {
  type OutcomeRow,
  type SheetEntry,
  type TurnoutView,
  turnoutProblem,
  type UnitOutcome,
  type Volume,
} from "./schema.ts";
import { asked, enter, forFacility, mayStillRecord } from "./service/entering.ts";
import { certificatesOf } from "./service/handed.ts";
import { readPresence } from "./store/closing.ts";
import { countNumbers } from "./store/typing.ts";
import {
  countEntered,
  findBooking,
  listDonors,
  listPublished,
  listUnits,
  readSheet,
  upsertSheet,
} from "./store.ts";

/** What the facility does beside entering, by the drive's state. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  approved: ["turnout.print-list"],
  open: ["turnout.print-list"],
  closed: ["turnout.correct"],
};

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What stands entered, what was counted, what differs. */
export async function getTurnout(ctx: Ctx, driveId: string): Promise<TurnoutView> {
  const drive = await forFacility(ctx, driveId);
  const sheet = await readSheet(ctx.db, driveId);
  const entered = await countEntered(ctx.db, driveId);
  const differing = sheet.closedAt === null ? differences(entered, sheet.entry) : [];
  const allowedActions: string[] = [];
  if (drive.state === "open" && ctx.today >= drive.day) {
    for (const operation of ["turnout.record", "turnout.sheet"]) {
      if (await ctx.may(operation, asked(drive))) allowedActions.push(operation);
    }
    if (differing.length === 0 && (await ctx.may("turnout.close", asked(drive))))
      allowedActions.push("turnout.close");
  }
  for (const operation of OFFERED[drive.state] ?? []) {
    if (await ctx.may(operation, asked(drive))) allowedActions.push(operation);
  }
  const units = await listUnits(ctx.db, driveId);
  const refs = await unitRefs(
    ctx.db,
    units.map(({ unitId }) => unitId),
    drive.day,
  );
  const tariff = tariffOn(drive.day);
  const end = await sessionsEnd(ctx.db, driveId);
  const told = sheet.closedAt === null ? undefined : await readPresence(ctx.db, driveId);
  return {
    driveId,
    closedAt: sheet.closedAt,
    sheet: sheet.entry,
    entered,
    units: units.flatMap(({ unitId, ...counts }) => {
      const unit = refs.get(unitId);
      return unit === undefined ? [] : [{ unit, ...counts }];
    }),
    sessionsEnd: end ?? null,
    sessionsOver: end === undefined || ctx.now >= end,
    numbered: await countNumbers(ctx.db, driveId),
    certificates: (await certificatesOf(ctx.db, driveId)) ?? null,
    tariff:
      tariff === undefined
        ? null
        : {
            instrument: tariff.instrument,
            giftAtLeast: { ...tariff.giftAtLeast },
            travelAtMost: tariff.travelAtMost,
          },
    presence: told === undefined ? null : { listed: told.listed, outside: told.outside, event: told.event },
    differences: differing,
    allowedActions,
  };
}

/** The facility's list: confirmed donors by given name. Who took a yes back is not on it. */
export async function listOutcomes(
  ctx: Ctx,
  driveId: string,
  query: Page & { words?: string | undefined },
): Promise<{ items: OutcomeRow[]; next: string | null }> {
  const drive = await forFacility(ctx, driveId);
  const found = await listDonors(ctx.db, {
    driveId,
    day: drive.day,
    words: searchKey(query.words ?? ""),
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit).map((donor) => ({
    bookingId: donor.bookingId,
    fullName: donor.fullName,
    birthYear: donor.birthYear,
    unit: { id: donor.unitId, name: donor.unitName, shortName: donor.unitShortName },
    startsAt: donor.startsAt,
    volume: donor.volume,
    number: donor.number,
  }));
  return { items, next: found.length > query.limit ? (items.at(-1)?.bookingId ?? null) : null };
}

/** One donor's outcome; entered again it corrects. Two tablets at once: the later entry stands, both are audited. */
export async function recordOutcome(
  ctx: WriteCtx,
  driveId: string,
  bookingId: string,
  volume: Volume | null,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  await mayStillRecord(ctx, drive);
  const booking = await findBooking(ctx.tx, driveId, bookingId);
  if (booking === undefined) throw notFound("booking");
  const problem = await enter(
    ctx,
    driveId,
    { ...booking, id: bookingId },
    volume,
    await sessionsEnd(ctx.tx, driveId),
  );
  if (problem !== null) throw turnoutProblem(problem);
  return { id: bookingId };
}

/** The line for donors outside the system, and the bags the facility counted. */
export async function recordSheet(
  ctx: WriteCtx,
  driveId: string,
  entry: SheetEntry,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  await mayStillRecord(ctx, drive);
  await upsertSheet(ctx.tx, driveId, entry, ctx.now);
  await ctx.audit({ subject: { kind: "sheet", id: driveId } });
  return { id: driveId };
}

/** What a unit may see of the day, once it is closed: đã hiến (ml), or 0 for không hiến đợt này. */
export async function listUnitOutcomes(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: Page,
): Promise<{ items: UnitOutcome[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const found = await listPublished(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit);
  return {
    items: items.map((outcome) => ({
      personId: outcome.personId,
      fullName: outcome.fullName,
      unit: { id: outcome.unitId, name: outcome.unitName, shortName: outcome.unitShortName },
      volume: outcome.volume,
    })),
    next: found.length > query.limit ? (items.at(-1)?.bookingId ?? null) : null,
  };
}
