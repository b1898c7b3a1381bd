// Terms of office: which last day one may be given, and where it stands on a day.
import type { Day } from "../../platform/pure/calendar.ts";

interface Term {
  readonly from: Day;
  /** The last day, inclusive; null: open. */
  readonly until: Day | null;
}

export type TermRefusal = "term-ended" | "term-in-past";

/**
 * Why a term cannot be given this last day (null: open). What is over stays over: coming back takes a new grant; and
 * nobody's days in office are rewritten, so the earliest last day is today.
 */
export function termRefusal(term: Term, until: Day | null, today: Day): TermRefusal | undefined {
  if (term.until !== null && term.until < today) return "term-ended";
  if (until !== null && (until < today || until < term.from)) return "term-in-past";
  return undefined;
}

/** Where a term stands as of a day. */
export function standingOn(term: Term, day: Day): "past" | "running" | "coming" {
  if (day < term.from) return "coming";
  return term.until !== null && term.until < day ? "past" : "running";
}
