// Side: union. A donation day: host, facility, sessions and slots.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, day, id, instant, line, note, UnitRef } from "../platform/contract/shapes.ts";

export const DayType = z.enum(["main", "response", "regular", "emergency"]);
export const DriveState = z.enum(["planned", "approved", "open", "closed", "cancelled"]);
export type DriveState = z.output<typeof DriveState>;

/** Local wall time, HH:MM. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const SessionEntry = z.object({
  id,
  from: WallTime,
  until: WallTime,
  slotMinutes: z.number().int().min(5).max(240),
  /** Places in each slot, from what the stations can take. */
  perSlot: z.number().int().min(1).max(1000),
});

export const DriveEntry = z.object({
  id,
  campaignId: id,
  facilityId: id,
  name: line(160),
  dayType: DayType,
  day,
  place: line(200),
  sessions: z.array(SessionEntry).min(1).max(6),
  programme: note(160).optional(),
  /** Hours from the last donation to the laboratory. */
  labHours: z.number().int().min(0).max(72).nullable().optional(),
  expectedDonors: z.number().int().min(1).max(100_000).nullable().optional(),
});
export type DriveEntry = z.output<typeof DriveEntry>;

export type SessionEntry = z.output<typeof SessionEntry>;

export const SlotView = z.object({ id, startsAt: instant, capacity: z.number().int() });

export const DriveView = z.object({
  id,
  campaignId: id,
  name: z.string(),
  dayType: DayType,
  day,
  place: z.string(),
  state: DriveState,
  host: UnitRef,
  facility: UnitRef,
  slots: z.array(SlotView),
  programme: z.string(),
  labHours: z.number().int().nullable(),
  expectedDonors: z.number().int().nullable(),
  /** Counts the changes of the plan; whoever approves names the one they saw. */
  planVersion: z.number().int(),
  allowedActions,
});
export type DriveView = z.output<typeof DriveView>;
export const DriveRow = DriveView.omit({
  slots: true,
  programme: true,
  labHours: true,
  expectedDonors: true,
  planVersion: true,
  allowedActions: true,
});
export type DriveRow = z.output<typeof DriveRow>;

export const driveProblem = problems({
  "session-times": 422,
  "day-outside-campaign": 422,
  "not-a-facility": 422,
  "desk-days": 422,
  "drive-state": 409,
  "plan-changed": 409,
});
