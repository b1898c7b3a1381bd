// Who is behind and why: codes for one unit of a list, from what the list already knows. Words are the screen's.
import { paceOf } from "./pace.ts";

export const WHY = ["receipt", "no-drive", "registrations", "yield", "no-drive-left", "unexplained"] as const;
export type WhyCode = (typeof WHY)[number];

/** `have` and `need` where the reason has two numbers: people for registrations, permille for yield. */
export interface Why {
  readonly code: WhyCode;
  readonly have: number | null;
  readonly need: number | null;
}

export interface BehindFacts {
  /** Đơn vị máu; null: nobody set one, and nobody is behind nothing. */
  readonly target: number | null;
  readonly doneHundredths: number;
  /** Part of the target due today, and due LEAD_DAYS later: 0 to 1. */
  readonly due: number;
  readonly dueSoon: number;
  readonly registered: number;
  readonly registeredHeld: number;
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
 * Behind: blood short of the plan line, or too few registered for what is due within a week (nine tenths of
 * target × due / (yield × units of a donor)). Every reason that holds is told; `unexplained` when none does.
 */
export function whyBehind(facts: BehindFacts): { readonly behind: boolean; readonly why: readonly Why[] } {
  const { target, level } = facts;
  if (target === null || target === 0) return { behind: false, why: [] };
  const goal = target * 100;
  const short = paceOf(facts.doneHundredths, Math.round(goal * facts.due)) === "behind";
  const perRegistered = Math.max(1, level.yielded * level.perDonorHundredths);
  const need = Math.ceil((goal * facts.dueSoon) / perRegistered);
  // Who has given all that is due needs nobody more, however few were registered for it.
  const reached = facts.doneHundredths >= Math.round(goal * facts.dueSoon);
  const few = !reached && facts.registered * 10 < need * 9;
  if (!short && !few) return { behind: false, why: [] };
  const gave = Math.min(facts.donated, facts.registeredHeld);
  const lowYield =
    facts.registeredHeld >= LEAST_FOR_YIELD && wilsonUpper(gave, facts.registeredHeld) < level.yielded;
  const plain = (code: WhyCode): Why => ({ code, have: null, need: null });
  const why: Why[] = [
    ...(facts.notReceived ? [plain("receipt")] : []),
    ...(facts.driveNear ? [] : [plain("no-drive")]),
    ...(few ? [{ code: "registrations" as const, have: facts.registered, need }] : []),
    ...(lowYield
      ? [
          {
            code: "yield" as const,
            have: Math.round((gave / facts.registeredHeld) * 1000),
            need: Math.round(level.yielded * 1000),
          },
        ]
      : []),
    ...(short && facts.driveNear && !facts.comingNear ? [plain("no-drive-left")] : []),
  ];
  return { behind: true, why: why.length > 0 ? why : [plain("unexplained")] };
}
