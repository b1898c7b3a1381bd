// Sessions of a day, as typed in local wall time, cut into slots. Viet Nam keeps UTC+7 the whole year round.
import type { SessionEntry } from "../schema.ts";

const ZONE = "+07:00";
const ZONE_MINUTES = 7 * 60;

export interface PlannedSlot {
  /** ISO instant in local time. */
  readonly startsAt: string;
  readonly capacity: number;
}

export interface PlannedSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly slotMinutes: number;
  readonly slots: readonly PlannedSlot[];
}

export type SlotDecision =
  | { readonly ok: true; readonly sessions: readonly PlannedSession[] }
  | {
      readonly ok: false;
      readonly reasons: readonly { readonly code: "session-times"; readonly session: number }[];
    };

const minutesOf = (wallTime: string): number => Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));

const wallTimeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** "2021-06-09", "07:30" → "2021-06-09T07:30:00+07:00". */
export const instantAt = (day: string, wallTime: string): string => `${day}T${wallTime}:00${ZONE}`;

/** The local wall time of an instant in UTC, as rows bring it: "2021-06-09T00:30:00.000Z" → "07:30". */
export function wallTimeIn(instantUtc: string): string {
  const minutes = minutesOf(instantUtc.slice(11, 16)) + ZONE_MINUTES;
  return wallTimeOf(minutes % (24 * 60));
}

/**
 * Each session becomes whole slots from its beginning; minutes that do not fill a slot at the end are left over.
 * Refused: a session that ends before it begins, that is shorter than one slot, or that overlaps another.
 */
export function cutIntoSlots(day: string, sessions: readonly SessionEntry[]): SlotDecision {
  const timed = sessions.map((session) => ({
    ...session,
    begin: minutesOf(session.from),
    end: minutesOf(session.until),
  }));
  const reasons = timed.flatMap((session, index) => {
    const tooShort = session.end - session.begin < session.slotMinutes;
    const overlaps = timed.some(
      (other, otherIndex) => otherIndex !== index && other.begin < session.end && session.begin < other.end,
    );
    return tooShort || overlaps ? [{ code: "session-times" as const, session: index + 1 }] : [];
  });
  if (reasons.length > 0) return { ok: false, reasons };
  return {
    ok: true,
    sessions: timed.map((session) => ({
      id: session.id,
      startsAt: instantAt(day, session.from),
      endsAt: instantAt(day, session.until),
      slotMinutes: session.slotMinutes,
      slots: Array.from(
        { length: Math.floor((session.end - session.begin) / session.slotMinutes) },
        (_, index) => ({
          startsAt: instantAt(day, wallTimeOf(session.begin + index * session.slotMinutes)),
          capacity: session.perSlot,
        }),
      ),
    })),
  };
}
