// The day's figures of a unit and those below it, after closing.
import { getDriveById } from "../../drive/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { unitRefs } from "../../unit/service.ts";
import { subtotal } from "../rules/suppress.ts";
import type { UnitSheet } from "../schema.ts";
import { listGroups, readPresence } from "../store/closing.ts";
import { countCorrections } from "../store/correcting.ts";
import { listVolumesWithin } from "../store/unit-sheet.ts";
import { readSheet } from "../store.ts";

const NONE = { ml250: 0, ml350: 0, ml450: 0 };

/** Before closing everything is empty: nothing is published piece by piece. */
export async function getUnitSheet(ctx: Ctx, unitId: string, driveId: string): Promise<UnitSheet> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const { closedAt } = await readSheet(ctx.db, driveId);
  const told = await readPresence(ctx.db, driveId);
  if (closedAt === null || told === undefined) return EMPTY;
  const within = await listVolumesWithin(ctx.db, { driveId, unitId, today: ctx.today });
  const ids = within.map((unit) => unit.unitId);
  const groups = (await listGroups(ctx.db, driveId)).filter((group) => ids.includes(group.unitId));
  const refs = await unitRefs(ctx.db, ids, ctx.today);
  const sum = (key: "ml250" | "ml350" | "ml450"): number =>
    within.reduce((total, unit) => total + unit[key], 0);
  return {
    closedAt,
    registered: groups.reduce((total, { gave, zeros }) => total + gave + zeros, 0),
    donated: { ml250: sum("ml250"), ml350: sum("ml350"), ml450: sum("ml450") },
    attended: subtotal(groups, told.units),
    units: groups.flatMap((group) => {
      const unit = refs.get(group.unitId);
      if (unit === undefined) return [];
      return [{ unit, donated: group.gave, attended: told.units.get(group.unitId) ?? null }];
    }),
    whole: { listed: told.listed, outside: told.outside, event: told.event },
    corrected: await countCorrections(ctx.db, driveId, ids),
  };
}

const EMPTY: UnitSheet = {
  closedAt: null,
  registered: 0,
  donated: NONE,
  attended: null,
  units: [],
  whole: { listed: null, outside: null, event: null },
  corrected: 0,
};
