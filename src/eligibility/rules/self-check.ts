// Source: circular 26/2013/TT-BYT of 16/09/2013, in force from 15/11/2013, as read from secondary sites: Art. 4(1) age,
// 4(2)a weight (women 42 kg, men 45 kg; at least 45 kg for more than 250 ml), 4(2)c health, 5(1)–5(4) waiting times,
// 6(1) interval. Compare with the signed text before relying on it.
// What everybody can look at for themselves before they register. Nothing here is asked, sent or kept: these are words
// to read, with the clause beside, and the doctor decides.

/** A thing that may stand against giving now, by what somebody knows of themselves. */
export type SelfCheckCode = "age" | "weight" | "interval" | "unwell" | "medicine" | "recent";

export interface SelfCheck {
  readonly code: SelfCheckCode;
  /** Article and clause of `instrument`. */
  readonly clause: string;
  /** Numbers the words speak of. */
  readonly values: Readonly<Record<string, number>>;
}

interface SelfCheckSet {
  readonly instrument: string;
  readonly inForceFrom: string;
  readonly checks: readonly SelfCheck[];
}

/** Newest last. */
const SELF_CHECKS: readonly SelfCheckSet[] = [
  {
    instrument: "26/2013/TT-BYT",
    inForceFrom: "2013-11-15",
    checks: [
      { code: "age", clause: "4(1)", values: { from: 18, until: 60 } },
      { code: "weight", clause: "4(2)a", values: { women: 42, men: 45 } },
      { code: "interval", clause: "6(1)", values: { weeks: 12, days: 84 } },
      { code: "unwell", clause: "5(4)", values: { days: 7 } },
      { code: "medicine", clause: "4(2)c", values: {} },
      { code: "recent", clause: "5(1)–5(3)", values: { months: 12 } },
    ],
  },
];

/** The set in force on `day`; the first one before that. */
export const selfChecksOn = (day: string): SelfCheckSet =>
  SELF_CHECKS.filter(({ inForceFrom }) => inForceFrom <= day).at(-1) ?? (SELF_CHECKS[0] as SelfCheckSet);
