// The facility's entry of outcomes, closing, and what units may see after it.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { done, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { ClosingEntry } from "./schema/closing.ts";
import { OutcomeRow, SheetEntry, TurnoutView, UnitOutcome, UnitSheet, Volume } from "./schema.ts";

const ofDrive = z.object({ driveId: id });

export const getTurnout = endpoint({
  id: "turnout.get",
  method: "GET",
  path: "/api/drives/:driveId/turnout",
  summary: "The facility's sheet of a drive: what is entered, what was counted, what differs.",
  params: ofDrive,
  output: TurnoutView,
});

export const listOutcomes = endpoint({
  id: "turnout.list",
  method: "GET",
  path: "/api/drives/:driveId/turnout/donors",
  summary:
    "Confirmed donors of a drive with the outcome entered so far, by given name; for the facility's role.",
  params: ofDrive,
  query: pageQuery.extend({ after: id.optional(), words: z.string().max(100).optional() }),
  output: page(OutcomeRow),
});

export const recordOutcome = endpoint({
  id: "turnout.record",
  method: "PUT",
  path: "/api/drives/:driveId/turnout/donors/:bookingId",
  summary:
    "Enter one donor's outcome: millilitres given, or 0 for không hiến đợt này. Entering again corrects it, null takes it back.",
  params: z.object({ driveId: id, bookingId: id }),
  body: z.object({ volume: Volume.nullable() }),
  output: done,
  problems: ["turnout-closed", "not-open", "not-confirmed", "before-the-day", "sessions-running"],
});

export const recordSheet = endpoint({
  id: "turnout.sheet",
  method: "PUT",
  path: "/api/drives/:driveId/turnout/sheet",
  summary: "Enter the aggregate line for donors outside the system, and the bags the facility counted.",
  params: ofDrive,
  body: SheetEntry,
  output: done,
  problems: ["turnout-closed", "not-open", "before-the-day"],
});

export const closeDrive = endpoint({
  id: "turnout.close",
  method: "POST",
  path: "/api/drives/:driveId/turnout/close",
  summary:
    "Close: publishes outcomes to units and counts them, if everything reconciles; else says what differs. How many came is kept only as far as it may be told.",
  params: ofDrive,
  body: ClosingEntry,
  output: done,
  problems: ["turnout-closed", "not-open", "does-not-reconcile", "before-the-day"],
});

export const listUnitOutcomes = endpoint({
  id: "turnout.unit-list",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/outcomes",
  summary: "After closing: đã hiến (ml) or không hiến đợt này, for people credited to a unit or below.",
  params: z.object({ unitId: id, driveId: id }),
  query: pageQuery.extend({ after: id.optional() }),
  output: page(UnitOutcome),
});

export const getUnitSheet = endpoint({
  id: "turnout.unit-sheet",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/turnout",
  summary:
    "After closing: the day's figures of a unit and those below; how many came only where it may be told.",
  params: z.object({ unitId: id, driveId: id }),
  output: UnitSheet,
});
