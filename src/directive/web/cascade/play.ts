// Playing a letter's way down: quiet stretches pass quickly, busy hours slowly; the scrubber itself shows true time.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of the whole play: so much goes with true time, the rest with what happens. */
const BY_TIME = 0.35;
const MOST_KNOTS = 400;

/** A rising line through (instant, share of the play). */
export interface Course {
  readonly instants: readonly number[];
  readonly shares: readonly number[];
}

/** `changes` ascend and lie between `from` and `until` (milliseconds). */
export function courseOf(from: number, until: number, changes: readonly number[]): Course {
  const length = Math.max(until - from, 1);
  const every = Math.max(1, Math.ceil(changes.length / MOST_KNOTS));
  const instants = [from];
  const shares = [0];
  changes.forEach((at, index) => {
    if ((index + 1) % every !== 0 || at <= (instants.at(-1) ?? from) || at >= until) return;
    instants.push(at);
    shares.push(BY_TIME * ((at - from) / length) + (1 - BY_TIME) * ((index + 1) / (changes.length + 1)));
  });
  instants.push(until);
  shares.push(1);
  return { instants, shares };
}

function between(value: number, xs: readonly number[], ys: readonly number[]): number {
  let at = xs.findIndex((x) => x >= value);
  if (at === -1) at = xs.length - 1;
  if (at === 0) return ys[0] ?? 0;
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[at - 1], xs[at], ys[at - 1], ys[at]];
  return x1 === x0 ? y1 : y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
}

/** The moment after playing on for `share` (0…1) of the whole course. Never past its end. */
export function playOn({ instants, shares }: Course, at: number, share: number): number {
  const now = between(at, instants, shares);
  return between(Math.min(1, now + share), shares, instants);
}

/** What one step of the buttons is: an hour for a letter of the last days, a day otherwise. */
export const stepOf = (from: number, until: number): number => (until - from < 3 * DAY_MS ? HOUR_MS : DAY_MS);

export const isDayStep = (step: number): boolean => step === DAY_MS;

/** 1 for the day of issue. */
export const dayNumber = (from: number, at: number): number => Math.floor((at - from) / DAY_MS) + 1;
