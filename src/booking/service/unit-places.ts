// Places as the officer of one union sees them: what its people may still take, and what is kept for it until when.
import { getDriveById } from "../../drive/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { unitRefs } from "../../unit/service.ts";
import type { UnitPlaces } from "../schema/unit-places.ts";
import { findCap } from "../store/board.ts";
import { listPlaces } from "../store/lists.ts";
import { listReservesAround } from "../store/unit-places.ts";
import { listFree } from "../store/waiting.ts";

/** Counts only; what is kept for unions on other branches is not told, it is merely not free. */
export async function getUnitPlaces(ctx: Ctx, unitId: string, driveId: string): Promise<UnitPlaces> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const asked = { driveId, unitId, now: ctx.now, today: ctx.today };
  const slots = await listPlaces(ctx.db, driveId, ctx.now);
  const free = new Map((await listFree(ctx.db, asked)).map((slot) => [slot.slotId, slot.free]));
  const reserves = await listReservesAround(ctx.db, asked);
  const units = await unitRefs(ctx.db, [...new Set(reserves.map((row) => row.unitId))], ctx.today);
  return {
    driveId,
    slots: slots.map(({ slotId, startsAt, capacity, booked }) => ({
      slotId,
      startsAt,
      capacity,
      booked,
      free: free.get(slotId) ?? 0,
    })),
    reserves: reserves.flatMap(({ unitId: keptFor, ...row }) => {
      const unit = units.get(keptFor);
      return unit === undefined ? [] : [{ ...row, unit }];
    }),
    cap: (await findCap(ctx.db, driveId)) ?? null,
  };
}
