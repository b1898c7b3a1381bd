// Side: union. What the union may know of the day: by name "đã hiến (ml)" or "không hiến đợt này", counts, nothing finer.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, id, instant, UnitRef } from "../platform/contract/shapes.ts";

export const VOLUMES = [250, 350, 450] as const;
/** Millilitres drawn; 0 is "không hiến đợt này". */
export const Volume = z.union([z.literal(0), z.literal(250), z.literal(350), z.literal(450)]);
export type Volume = z.output<typeof Volume>;

const people = z.number().int().min(0).max(100_000);
const byVolume = z.object({ ml250: people, ml350: people, ml450: people });
export type ByVolume = z.output<typeof byVolume>;

export const SheetEntry = z.object({
  /** Donors outside the system, by volume. */
  outside: byVolume,
  /** Bags the facility counted in all, by volume. */
  bags: byVolume,
  /** People who came, in all; shown to the union from 5 up. */
  attended: people,
});
export type SheetEntry = z.output<typeof SheetEntry>;

/** A donor on the facility's list. `volume` null: not entered yet. */
export const OutcomeRow = z.object({
  bookingId: id,
  fullName: z.string(),
  birthYear: z.number().int().nullable(),
  unit: UnitRef,
  startsAt: instant,
  volume: Volume.nullable(),
});

export type OutcomeRow = z.output<typeof OutcomeRow>;

/** What does not add up, one line each; empty means the drive can be closed. */
export const Difference = z.object({
  code: z.enum(["outcomes-missing", "bags-differ", "attended-too-few"]),
  /** The volume concerned, for bags. */
  volume: z.number().int().nullable(),
  entered: count,
  counted: count,
});
export type Difference = z.output<typeof Difference>;

export const TurnoutView = z.object({
  driveId: id,
  closedAt: instant.nullable(),
  sheet: SheetEntry,
  entered: z.object({ registered: count, recorded: count, donated: byVolume }),
  differences: z.array(Difference),
  allowedActions,
});
export type TurnoutView = z.output<typeof TurnoutView>;

/** What a unit sees after closing. */
export const UnitOutcome = z.object({
  personId: id,
  fullName: z.string(),
  unit: UnitRef,
  volume: Volume,
});
export type UnitOutcome = z.output<typeof UnitOutcome>;

export const turnoutProblem = problems({
  "turnout-closed": 409,
  "not-open": 409,
  "not-confirmed": 409,
  "before-the-day": 409,
  "does-not-reconcile": 409,
});
