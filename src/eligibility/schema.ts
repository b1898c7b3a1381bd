// Side: union. Dated rule sets about who may give, with the clause cited. Pure; a decision never says "eligible".

/** What a booking may be checked against: only what the union may know. */
export interface BookingFacts {
  /** Absent where it is not known: the desk asks on the day. */
  readonly birthDate?: string;
  /** Last donation the union knows of. */
  readonly lastDonation?: string;
  /** The drive's day. */
  readonly day: string;
}

export type BookingReason = "too-young" | "too-old" | "too-soon";

/** `until`: the first day on which this reason no longer stands. */
export type BookingDecision =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reasons: readonly { readonly code: BookingReason; readonly until?: string }[];
    };

export interface BookingRuleSet {
  /** Number of the instrument. */
  readonly instrument: string;
  readonly inForceFrom: string;
  readonly minAge: { readonly years: number; readonly clause: string };
  /** `yearInclusive`: the whole year of that age still passes, until the next birthday. */
  readonly maxAge: { readonly years: number; readonly yearInclusive: boolean; readonly clause: string };
  readonly interval: { readonly days: number; readonly clause: string };
}
