// Side: union. What a facility can take, by its own word, and the calendar of drives with what stands in their way.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, count, day, id, note, UnitRef } from "../../platform/contract/shapes.ts";
import { OCCASIONS } from "../rules/occasions.ts";
import { DriveRow } from "../schema.ts";

/** Both days are counted in. */
export const CapacityEntry = z.object({
  from: day,
  until: day,
  /** Donors a day, over all its drives. */
  mostDonors: z.number().int().min(0).max(100_000),
  /** Drives it can go out to on one day. */
  teams: z.number().int().min(0).max(100),
  note: note(300),
});
export type CapacityEntry = z.output<typeof CapacityEntry>;

export const Capacity = CapacityEntry.extend({ id, facility: UnitRef });
export type Capacity = z.output<typeof Capacity>;

export const CapacityList = z.object({ items: z.array(Capacity), allowedActions });

const Clash = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("facility-teams"), drives: count, teams: count }),
  z.object({ kind: z.literal("facility-donors"), places: count, most: count }),
  z.object({ kind: z.literal("same-place"), otherId: id }),
  z.object({ kind: z.literal("interval"), otherId: id, days: count }),
  z.object({ kind: z.literal("occasion"), occasion: z.enum(OCCASIONS) }),
]);
export type Clash = z.output<typeof Clash>;

export const CalendarDrive = DriveRow.extend({ places: count, clashes: z.array(Clash) });
export type CalendarDrive = z.output<typeof CalendarDrive>;

/** A day on which a facility has a drive: what it has taken on, and what is left of what it said it can take. */
export const FacilityLoad = z.object({
  facility: UnitRef,
  day,
  drives: count,
  places: count,
  /** Null where it has said nothing for the day; below nought it is nought. */
  left: z.object({ donors: count, teams: count }).nullable(),
});
export type FacilityLoad = z.output<typeof FacilityLoad>;

export const DriveCalendar = z.object({
  from: day,
  until: day,
  drives: z.array(CalendarDrive),
  /** Drives named by clashes that lie before `from`. */
  earlier: z.array(DriveRow),
  loads: z.array(FacilityLoad),
  capacities: z.array(Capacity),
  /** Where there are too many to show all: those hosted here, below, or above the unit that asks; null: all are shown. */
  circle: UnitRef.nullable(),
  /** Drives of these days beyond the circle. */
  elsewhere: count,
});
export type DriveCalendar = z.output<typeof DriveCalendar>;

export const capacityProblem = problems({ "capacity-days": 422, "calendar-span": 422 });
