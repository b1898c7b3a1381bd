// Who is behind and why: codes for one unit of a list, from what the list already knows. Words are the screen's.
import { paceOf } from "./pace.ts";

export const WHY = [
  "receipt",
  "no-drive",
  "registrations-held",
  "registrations",
  "yield",
  "no-drive-left",
  "unexplained",
] as const;
export type WhyCode = (typeof WHY)[number];

/**
 * `have` and `need` where the reason has two numbers: people registered at the drives held, people registered for those
 * to come, permille for yield.
 */
export interface Why {
  readonly code: WhyCode;
  readonly have: number | null;
  readonly need: number | null;
}

export interface BehindFacts {
  /** Đơn vị máu; null: nobody set one, and nobody is behind nothing. */
  readonly target: number | null;
  readonly doneHundredths: number;
  /** Part of the target due today, and due once the next LEAD_DAYS have gone by: 0 to 1. */
  readonly due: number;
  readonly dueSoon: number;
  /** At drives held, and so far for those to come. */
  readonly registeredHeld: number;
  readonly registeredComing: number;
  readonly donated: number;
  /** A letter of the campaign reached it and is not confirmed. */
  readonly notReceived: boolean;
  /** A drive of the campaign is hosted by the unit, below it or above it, or somebody of it is registered at one. */
  readonly driveNear: boolean;
  readonly comingNear: boolean;
  /** Of the whole list: donated of registered at drives held, 0 to 1, and units of a donor in hundredths. */
  readonly level: { readonly yielded: number; readonly perDonorHundredths: number };
}

/** People should be registered a week before the drive that needs them. */
export const LEAD_DAYS = 7;
/** Yield taken where no drive was held yet: the middle of 0.55 to 0.85 (domain 4.3). */
export const ASSUMED_YIELD = 0.7;
/** Under this many registered a unit's own yield is not judged. */
export const LEAST_FOR_YIELD = 20;
const QUANTILE = 1.2816;

/** Upper end of the 80% Wilson interval of `gave` of `of`. */
function wilsonUpper(gave: number, of: number): number {
  const share = gave / of;
  const z2 = QUANTILE * QUANTILE;
  const middle = share + z2 / (2 * of);
  const reach = QUANTILE * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return (middle + reach) / (1 + z2 / of);
}

/**
 * Behind: blood short of the plan line, or too few registered for what the next LEAD_DAYS ask beyond what is there. How
 * many are needed: units / (yield × units of a donor), both of the whole list; nine tenths of them will do. Every reason
 * that holds is told; `unexplained` when none does.
 */
export function whyBehind(facts: BehindFacts): { readonly behind: boolean; readonly why: readonly Why[] } {
  const { target, level, doneHundredths, registeredHeld, registeredComing } = facts;
  if (target === null || target === 0) return { behind: false, why: [] };
  const goal = target * 100;
  const due = Math.round(goal * facts.due);
  const dueSoon = Math.round(goal * facts.dueSoon);
  const perRegistered = Math.max(1, level.yielded * level.perDonorHundredths);
  const peopleFor = (hundredths: number): number => Math.ceil(Math.max(0, hundredths) / perRegistered);
  const short = paceOf(doneHundredths, due) === "behind";
  const needHeld = peopleFor(due);
  // What the plan asked before is told by the blood; these days ask for what they add to it.
  const needComing = peopleFor(dueSoon - Math.max(due, doneHundredths));
  const fewComing = registeredComing * 10 < needComing * 9;
  if (!short && !fewComing) return { behind: false, why: [] };
  const gave = Math.min(facts.donated, registeredHeld);
  const lowYield = registeredHeld >= LEAST_FOR_YIELD && wilsonUpper(gave, registeredHeld) < level.yielded;
  const told = (
    code: WhyCode,
    holds: boolean,
    have: number | null = null,
    need: number | null = null,
  ): Why[] => (holds ? [{ code, have, need }] : []);
  const why = [
    ...told("receipt", facts.notReceived),
    ...told("no-drive", !facts.driveNear),
    ...told("registrations-held", short && registeredHeld * 10 < needHeld * 9, registeredHeld, needHeld),
    ...told(
      "yield",
      short && lowYield,
      Math.round((gave / Math.max(1, registeredHeld)) * 1000),
      Math.round(level.yielded * 1000),
    ),
    ...told("registrations", fewComing, registeredComing, needComing),
    ...told("no-drive-left", short && facts.driveNear && !facts.comingNear),
  ];
  return { behind: true, why: why.length > 0 ? why : told("unexplained", true) };
}
