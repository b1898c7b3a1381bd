// Who has not answered, as of any moment; how fast the letter went down; reminders.
import { z } from "zod";
import { Duty } from "../../document/schema.ts";
import { count, day, id, instant, UnitRef } from "../../platform/contract/shapes.ts";
import { UnitKind } from "../../unit/schema.ts";

/** One line a kind of unit, from the top down. */
export const LevelRow = z.object({
  kind: UnitKind,
  units: count,
  reached: count,
  received: count,
  disseminated: count,
  /** Units with a receipt or a duty past its day. */
  late: count,
});
export type LevelRow = z.output<typeof LevelRow>;

export const LateWhat = z.union([z.literal("receive"), Duty]);
export type LateWhat = z.output<typeof LateWhat>;
export const LateRow = z.object({
  unit: UnitRef,
  kind: UnitKind,
  /** The unit it got the letter from. */
  from: UnitRef,
  what: LateWhat,
  directiveId: id,
  dueOn: day,
  daysLate: z.number().int().min(1),
  /** The last day it was reminded, by anybody. */
  remindedOn: day.nullable(),
});
export type LateRow = z.output<typeof LateRow>;

/** Cumulative counts of units below; a point stands where something happened, at most 200 of them. */
export const Pace = z.object({
  units: count,
  points: z.array(z.object({ at: instant, reached: count, received: count, disseminated: count })),
  /** Hours from issue until half, nine in ten, and all of the units below had confirmed; null: not yet. */
  hoursToHalf: z.number().nullable(),
  hoursToNinety: z.number().nullable(),
  hoursToAll: z.number().nullable(),
  /** The last unit to confirm so far. */
  last: z.object({ unit: UnitRef, at: instant }).nullable(),
});
export type Pace = z.output<typeof Pace>;

/** A unit in the picture of the cascade. Where a level is too wide to show, its units are summed in `below`. */
export const CascadeNode = z.object({
  id,
  /** Null for the asking unit, the root of the picture. */
  parentId: id.nullable(),
  kind: UnitKind,
  name: z.string(),
  shortName: z.string(),
  reachedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  disseminatedAt: instant.nullable(),
  /** When it issued its own letter further down, or passed this one on. */
  carriedAt: instant.nullable(),
  /** The first day it was late with anything still open; null when nothing is late. */
  lateSince: day.nullable(),
  /** Units under it that the picture leaves out, and the instants at which those confirmed. */
  below: z.object({ units: count, receivedAt: z.array(instant) }).nullable(),
});
export type CascadeNode = z.output<typeof CascadeNode>;
export const Cascade = z.object({
  issuedAt: instant,
  now: instant,
  nodes: z.array(CascadeNode),
});
export type Cascade = z.output<typeof Cascade>;

export const ReminderView = z.object({
  id,
  day,
  /** Null: by the program. */
  from: UnitRef.nullable(),
  directiveId: id.nullable(),
  late: count,
  dueSoon: count,
  belowLate: count,
  sentAt: instant,
  seenAt: instant.nullable(),
});
export type ReminderView = z.output<typeof ReminderView>;
