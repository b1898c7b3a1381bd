// What each unit did with the letters that reached it, and when. Of the first season everybody has answered in the end;
// of the second some have not yet.
import { addWorkingDays } from "../../../directive/rules/working-days.ts";
import type { Day } from "../../../platform/pure/calendar.ts";
import { draw, share } from "../chance.ts";
import { LEVEL } from "../country.ts";
import { issuedMs, type LetterKind } from "./letters.ts";
import type { Plan } from "./plan.ts";
import { FACT } from "./purposes.ts";
import { dayNumber, dayOf, localDay, type SeasonNo } from "./seasons.ts";

export interface Answer {
  /** Days and instants; null: not yet. */
  readonly reachedMs: number;
  readonly receiveBy: Day;
  readonly receivedMs: number | null;
  readonly disseminatedMs: number | null;
  /** Of a unit between: handed on as it is; of a federation: carried further in its own letter. */
  readonly passedOnMs: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const RECEIVE_DAYS = 2;

const byDay = new Map<number, Day>();
function receiveBy(reachedMs: number): Day {
  const day = localDay(reachedMs);
  let known = byDay.get(day);
  if (known === undefined) {
    known = addWorkingDays(dayOf(day), RECEIVE_DAYS);
    byDay.set(day, known);
  }
  return known;
}

/** The national order at a federation, a unit between or a grassroots union; undefined where it has not got there. */
export function answerTo(plan: Plan, no: SeasonNo, unit: number): Answer | undefined {
  const { units } = plan.country;
  const level = units.level[unit];
  if (level === LEVEL.province) return federationAnswer(plan, no, unit);
  const above = (no === 0 ? units.before[unit] : units.after[unit]) ?? 0;
  const direct = units.level[above] === LEVEL.province;
  const reachedMs = direct
    ? issuedMs(plan.country, no, "reissue", above)
    : (answerTo(plan, no, above)?.passedOnMs ?? null);
  if (reachedMs === null || reachedMs >= plan.nowMs) return undefined;
  return answer(plan, no, unit, { reachedMs, passes: level !== LEVEL.grassroots, nth: 0 });
}

/** The federation's own order, which goes to those directly below it. */
export function answerToOwn(plan: Plan, no: SeasonNo, federation: number, unit: number): Answer {
  const reachedMs = issuedMs(plan.country, no, "own", federation);
  return answer(plan, no, unit, { reachedMs, passes: false, nth: 20 });
}

function federationAnswer(plan: Plan, no: SeasonNo, unit: number): Answer {
  const reachedMs = issuedMs(plan.country, no, "nation", 0);
  const carried = issuedMs(plan.country, no, "reissue", unit);
  return {
    reachedMs,
    receiveBy: receiveBy(reachedMs),
    receivedMs: Math.min(carried, reachedMs + 20 * HOUR),
    disseminatedMs: carried + 3 * DAY,
    passedOnMs: carried,
  };
}

function answer(
  plan: Plan,
  no: SeasonNo,
  unit: number,
  { reachedMs, passes, nth }: { reachedMs: number; passes: boolean; nth: number },
): Answer {
  const drawn = (n: number): number => share(draw(plan.country.seed, FACT.answer, unit, nth + no * 10 + n));
  const by = (ms: number): number | null => (ms < plan.nowMs ? ms : null);
  const complete = no === 0;
  const late = drawn(0) < 0.1 ? 4 * DAY : 0;
  const ignores = !complete && drawn(1) < (passes ? 0.015 : 0.05);
  const receivedMs = ignores ? null : by(reachedMs + HOUR + Math.floor(drawn(2) * 2 * DAY) + late);
  const base = { reachedMs, receiveBy: receiveBy(reachedMs) };
  if (receivedMs === null) return { ...base, receivedMs, disseminatedMs: null, passedOnMs: null };
  const spreads = complete || drawn(3) >= 0.08;
  return {
    ...base,
    receivedMs,
    disseminatedMs: spreads ? by(receivedMs + 2 * HOUR + Math.floor(drawn(4) * 14 * DAY)) : null,
    passedOnMs: passes ? by(receivedMs + HOUR + Math.floor(drawn(5) * 2 * DAY)) : null,
  };
}

export type NationalDuty = "disseminate" | "mobilise" | "meet-target" | "report-after-drive";

/** When the unit had done a duty that no form settles; null: still open. `reportedMs`: its first report of a drive. */
export function settledMs(
  plan: Plan,
  no: SeasonNo,
  {
    unit,
    duty,
    kind,
    answered,
    reportedMs,
  }: {
    readonly unit: number;
    readonly duty: NationalDuty;
    readonly kind: LetterKind;
    readonly answered: Answer;
    readonly reportedMs: number | null;
  },
): number | null {
  if (duty === "disseminate") return answered.disseminatedMs;
  const { country, nowMs } = plan;
  const nth = 40 + no * 10 + (kind === "own" ? 5 : 0) + (duty === "mobilise" ? 0 : 2);
  const drawn = (n: number): number => share(draw(country.seed, FACT.answer, unit, nth + n));
  if (duty === "report-after-drive" && reportedMs !== null) return reportedMs;
  const { received } = { received: answered.receivedMs };
  if (received === null) return null;
  // Before the tree changes nothing of the first season is left open.
  const last = dayNumber(plan.seasons[0].season.until) * DAY - 10 * DAY;
  if (no === 0) {
    const from = duty === "mobilise" ? received + 5 * DAY : last - 20 * DAY;
    return Math.floor(from + drawn(0) * (duty === "mobilise" ? 25 * DAY : 20 * DAY));
  }
  if (duty === "report-after-drive" || drawn(1) < (duty === "mobilise" ? 0.1 : 0.4)) return null;
  const span = duty === "mobilise" ? 40 * DAY : nowMs - received;
  const at = Math.floor(received + HOUR + drawn(0) * (span - 2 * HOUR));
  return at < nowMs ? at : null;
}
