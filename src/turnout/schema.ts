// Side: union. What the union may know of the day: by name "đã hiến (ml)" or "không hiến đợt này", counts, nothing finer.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, id, instant, UnitRef } from "../platform/contract/shapes.ts";

export const VOLUMES = [250, 350, 450] as const;
/** Millilitres drawn; 0 is "không hiến đợt này". */
export const Volume = z.union([z.literal(0), z.literal(250), z.literal(350), z.literal(450)]);
export type Volume = z.output<typeof Volume>;

/** A whole number of people, bags or things. */
export const people = z.number().int().min(0).max(100_000);
export const byVolume = z.object({ ml250: people, ml350: people, ml450: people });
export type ByVolume = z.output<typeof byVolume>;

export const SheetEntry = z.object({
  /** Donors outside the system, by volume. */
  outside: byVolume,
  /** Bags the facility counted in all, by volume. */
  bags: byVolume,
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
  /** On the printed list; null until it was printed with this person on it. */
  number: z.number().int().positive().nullable(),
});

export type OutcomeRow = z.output<typeof OutcomeRow>;

/** What does not add up, one line each; empty means the drive can be closed. */
export const Difference = z.object({
  code: z.enum([
    "outcomes-missing",
    "bags-differ",
    "list-differs",
    "unit-differs",
    "units-differ",
    "outside-too-few",
    "certificates-differ",
    "gifts-differ",
    "travel-too-many",
    "travel-over-tariff",
  ]),
  /** The volume concerned, for bags. */
  volume: z.number().int().nullable(),
  /** The union concerned, where one has more who came than names. */
  unitId: id.nullable(),
  entered: count,
  counted: count,
});
export type Difference = z.output<typeof Difference>;

/** How many came, where it may be told; null: not told. Donors included. */
export const Presence = z.object({
  listed: count.nullable(),
  outside: count.nullable(),
  event: count.nullable(),
});
export type Presence = z.output<typeof Presence>;

export const TurnoutView = z.object({
  driveId: id,
  closedAt: instant.nullable(),
  sheet: SheetEntry,
  entered: z.object({ registered: count, recorded: count, donated: byVolume }),
  /** The list by credited unit, for counts that are typed while closing. */
  units: z.array(z.object({ unit: UnitRef, registered: count, donated: count })),
  /** When the last session ends: whoever gave nothing is entered from then on. */
  sessionsEnd: instant.nullable(),
  sessionsOver: z.boolean(),
  /** How many have a number on the printed list. */
  numbered: count,
  /** Certificates on the host's record of supplies; null where it has none. */
  certificates: z.object({ issued: count, spoiled: count }).nullable(),
  /** What is allowed for one donor on the drive's day, in đồng; null where no tariff is known. */
  tariff: z
    .object({
      instrument: z.string(),
      giftAtLeast: z.object({ ml250: count, ml350: count, ml450: count }),
      travelAtMost: count,
    })
    .nullable(),
  /** After closing. */
  presence: Presence.nullable(),
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

/** The day's figures of a unit and those below it, after closing. */
export const UnitSheet = z.object({
  closedAt: instant.nullable(),
  registered: count,
  donated: byVolume,
  /** Of these units' people; null where it is not told. */
  attended: count.nullable(),
  /** Units told one by one. */
  units: z.array(z.object({ unit: UnitRef, donated: count, attended: count.nullable() })),
  whole: Presence,
  /** Facts that were put right after closing. */
  corrected: count,
});
export type UnitSheet = z.output<typeof UnitSheet>;

export const turnoutProblem = problems({
  "turnout-closed": 409,
  "not-open": 409,
  "not-confirmed": 409,
  "before-the-day": 409,
  "does-not-reconcile": 409,
  "sessions-running": 409,
  "nothing-to-correct": 409,
  "corrected-meanwhile": 409,
});
