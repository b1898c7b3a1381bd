// Delegating one's signature (ủy quyền ký): what may be delegated, for how long, and by whom never.
import type { Day } from "../../platform/pure/calendar.ts";

interface Term {
  readonly from: Day;
  /** The last day, inclusive; null: open. */
  readonly until: Day | null;
}

/** Whether `inner` lies within `outer`, first and last day included. */
export const within = (inner: Term, outer: Term): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

export type DelegationRefusal = "delegation-term" | "delegation-beyond-term" | "delegate-without-office";

/**
 * Why this delegation cannot be: its days run backwards or lie in the past, no term of the delegator as signatory
 * covers them, or the delegate holds no office at the union on the first of them.
 */
export function delegationRefusal(asked: {
  readonly term: { readonly from: Day; readonly until: Day };
  readonly today: Day;
  /** Terms of the delegator as signatory of the union. */
  readonly own: readonly Term[];
  /** Terms of the delegate as officer or deputy there. */
  readonly offices: readonly Term[];
}): DelegationRefusal | undefined {
  const { term, today, own, offices } = asked;
  if (term.from < today || term.until < term.from) return "delegation-term";
  if (!own.some((office) => within(term, office))) return "delegation-beyond-term";
  if (!offices.some((office) => within({ from: term.from, until: term.from }, office))) {
    return "delegate-without-office";
  }
  return undefined;
}
