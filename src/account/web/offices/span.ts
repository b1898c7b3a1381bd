// From which to which day a line of terms is drawn.
import { addDays, type Day } from "../../../platform/pure/calendar.ts";

export interface Span {
  readonly from: Day;
  /** The last day drawn. */
  readonly until: Day;
}

/** What an open term is drawn beyond today, so that it is seen to go on. */
const AHEAD_DAYS = 180;
/** Terms of long ago would press the present into a corner: what is older begins at the edge. */
const MOST_DAYS = 366 * 12;

/** From the first term (twelve years back at most) to the last known day, or half a year ahead; undefined: no terms. */
export function spanOf(
  terms: readonly { readonly from: Day; readonly until: Day | null }[],
  today: Day,
): Span | undefined {
  const [first, ...rest] = terms;
  if (first === undefined) return undefined;
  let from = first.from;
  let until = addDays(today, AHEAD_DAYS);
  for (const term of [first, ...rest]) {
    if (term.from < from) from = term.from;
    if (term.until !== null && term.until > until) until = term.until;
  }
  if (from > today) from = today;
  const oldest = addDays(today, -MOST_DAYS);
  return { from: from < oldest ? oldest : from, until };
}
