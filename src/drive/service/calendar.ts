// The calendar of drives, and what facilities say they can take.
import { bookingRulesOn } from "../../eligibility/rules/booking-check.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { addDays, daysBetween } from "../../platform/pure/calendar.ts";
import { numbersOf } from "../../unit/rules/path.ts";
import { ancestorsOf, getUnitNode, unitRefs } from "../../unit/service.ts";
import { circleOf } from "../rules/circle.ts";
import { capacityOn, clashesOf } from "../rules/clashes.ts";
import {
  type Capacity,
  type CapacityEntry,
  capacityProblem,
  type DriveCalendar,
} from "../schema/capacity.ts";
import { asRow } from "../service.ts";
import {
  type CapacityRow,
  capacityBetween,
  countByLevel,
  deleteCapacity,
  drivesBetween,
  facilityDays,
  findAt,
  findCapacity,
  listCapacity,
  writeCapacity,
} from "../store/calendar.ts";

/** A calendar shows a year and its eves at once, no more. */
const LONGEST_DAYS = 400;
/** More drives than these, with those before that may be in their way, are looked at in a narrower circle. */
const MOST_READ = 500;

export async function capacityOf(ctx: Ctx, facilityId: string) {
  await ctx.allow({ facility: facilityId });
  const items = await named(ctx.db, await listCapacity(ctx.db, facilityId), ctx.today);
  const may = await ctx.may("drive.state-capacity", { facility: facilityId });
  return { items, allowedActions: may ? ["drive.state-capacity", "drive.drop-capacity"] : [] };
}

/** A facility's own word for a span of days; said again with the same id, it is what counts from now on. */
export async function stateCapacity(
  ctx: WriteCtx,
  facilityId: string,
  capacityId: string,
  entry: CapacityEntry,
): Promise<{ id: string }> {
  await ctx.allow({ facility: facilityId });
  if (entry.until < entry.from || daysBetween(entry.from, entry.until) > LONGEST_DAYS) {
    throw capacityProblem("capacity-days");
  }
  if ((await writeCapacity(ctx.tx, { ...entry, id: capacityId, facilityId, now: ctx.now })) === 0)
    throw new Problem("key-reused", 409);
  await ctx.audit({
    subject: { kind: "capacity", id: capacityId },
    unitId: facilityId,
    detail: { from: entry.from, until: entry.until, donors: entry.mostDonors, teams: entry.teams },
  });
  return { id: capacityId };
}

export async function dropCapacity(
  ctx: WriteCtx,
  facilityId: string,
  capacityId: string,
): Promise<{ id: string }> {
  await ctx.allow({ facility: facilityId });
  const found = await findCapacity(ctx.tx, capacityId);
  if ((await deleteCapacity(ctx.tx, facilityId, capacityId)) === 0) ctx.unchanged();
  else {
    await ctx.audit({
      subject: { kind: "capacity", id: capacityId },
      unitId: facilityId,
      detail: { dropped: true, from: found?.from ?? null, until: found?.until ?? null },
    });
  }
  return { id: capacityId };
}

async function named(db: Db, rows: readonly CapacityRow[], day: string): Promise<Capacity[]> {
  const refs = await unitRefs(db, [...new Set(rows.map(({ facilityId }) => facilityId))], day);
  return rows.flatMap(({ facilityId, ...one }) => {
    const facility = refs.get(facilityId);
    return facility === undefined ? [] : [{ ...one, facility }];
  });
}

/** Drives the unit takes part in, with what stands in their way; facilities are told of over all campaigns, as counts. */
export async function driveCalendar(
  ctx: Ctx,
  unitId: string,
  { from, until, campaignId }: { from: string; until: string; campaignId?: string | undefined },
): Promise<DriveCalendar> {
  await ctx.allow({ unit: unitId });
  if (until < from || daysBetween(from, until) > LONGEST_DAYS) throw capacityProblem("calendar-span");
  const { db, today } = ctx;
  const intervalDays = bookingRulesOn(until)?.interval.days ?? 0;
  const { path } = await getUnitNode(db, unitId, today);
  const leaders = await ancestorsOf(db, unitId, today);
  const asked = { path, leaders, today, campaignId, from: addDays(from, -intervalDays), until };
  const steps = stepsOf(path);
  const circle = circleOf(steps, await countByLevel(db, { ...asked, shownFrom: from, steps }), MOST_READ);
  const found = await drivesBetween(db, { ...asked, circle: circle.path, steps });
  const centre = circle.path === undefined ? undefined : await findAt(db, circle.path, today);
  const standing = found.filter(({ state }) => state !== "cancelled");
  const facilityIds = [...new Set(found.map(({ facilityId }) => facilityId))];
  const loads = await facilityDays(db, { facilityIds, from, until });
  const capacities = await capacityBetween(db, from, until);
  const around = { drives: standing, facilityDays: loads, capacities, intervalDays };
  const refs = await unitRefs(db, [...facilityIds, ...(centre === undefined ? [] : [centre.id])], today);
  const drives = found
    .filter(({ day }) => day >= from)
    .map((drive) => ({
      ...asRow(drive),
      places: drive.places,
      clashes: drive.state === "cancelled" || drive.state === "closed" ? [] : [...clashesOf(drive, around)],
    }));
  const told = new Set(
    drives.flatMap(({ clashes }) => clashes.flatMap((clash) => ("otherId" in clash ? [clash.otherId] : []))),
  );
  return {
    from,
    until,
    drives,
    earlier: found.filter(({ id, day }) => day < from && told.has(id)).map(asRow),
    loads: loads.flatMap(({ facilityId, ...load }) => {
      const facility = refs.get(facilityId);
      const stated = capacityOn(capacities, facilityId, load.day);
      if (facility === undefined) return [];
      const left = stated && {
        donors: Math.max(0, stated.mostDonors - load.places),
        teams: Math.max(0, stated.teams - load.drives),
      };
      return [{ ...load, facility, left: left ?? null }];
    }),
    capacities: await named(db, capacities, today),
    circle: (centre && refs.get(centre.id)) ?? null,
    elsewhere: circle.elsewhere,
  };
}

/** The paths on the way down to a path, itself last. */
const stepsOf = (path: string): string[] =>
  numbersOf(path).map((_, at, all) =>
    all
      .slice(0, at + 1)
      .map((no) => `${no}.`)
      .join(""),
  );
