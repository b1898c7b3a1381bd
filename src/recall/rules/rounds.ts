// A round of invitations: whether its next wave may go. Pure; people are asked in small waves so that
// nobody comes to a full hall and nobody is written to who need not be.
import { addDays } from "../../platform/pure/calendar.ts";
import type { InviteSetting, RoundEnd } from "../schema.ts";

/** Thirty at once, three days to answer, thirty days of peace for everybody who was asked. */
export const INVITE_DEFAULT: InviteSetting = { perWave: 30, waitDays: 3, restDays: 30 };

export interface RoundStanding {
  readonly now: string;
  readonly today: string;
  /** ISO instant before which nothing may leave; undefined by day. */
  readonly quietUntil: string | undefined;
  readonly drive: { readonly state: string; readonly day: string };
  readonly wanted: number;
  readonly perWave: number;
  readonly sent: number;
  /** undefined: none went yet. `open`: asked and without a place. */
  readonly lastWave: { readonly at: string; readonly open: number } | undefined;
  readonly waitDays: number;
  /** Places nobody has; and of these not proposed to somebody who may still answer. */
  readonly free: number;
  readonly room: number;
}

export type RoundStep =
  | { readonly step: "send"; readonly people: number }
  | { readonly step: "wait" }
  | { readonly step: "end"; readonly reason: RoundEnd };

/** The earliest instant of the next wave while somebody has not answered the last. */
export const nextWaveAt = (lastWaveAt: string, waitDays: number): string =>
  `${addDays(lastWaveAt.slice(0, 10), waitDays)}${lastWaveAt.slice(10)}`;

/** Is an invitation of that instant still waited for? */
export const stillOpen = (at: string, waitDays: number, now: string): boolean =>
  now < nextWaveAt(at, waitDays);

/** Asking ends on the eve: who is asked on the day itself cannot prepare. */
export const mayStillAsk = (drive: RoundStanding["drive"], today: string): boolean =>
  drive.state === "open" && today < drive.day;

/** What is to be done with a running round now. */
export function nextStep(round: RoundStanding): RoundStep {
  if (!mayStillAsk(round.drive, round.today)) return { step: "end", reason: "drive-over" };
  if (round.sent >= round.wanted) return { step: "end", reason: "reached" };
  if (round.free === 0) return { step: "end", reason: "full" };
  if (round.quietUntil !== undefined) return { step: "wait" };
  const { lastWave } = round;
  if (lastWave !== undefined && lastWave.open > 0 && stillOpen(lastWave.at, round.waitDays, round.now)) {
    return { step: "wait" };
  }
  const people = Math.min(round.perWave, round.wanted - round.sent, round.room);
  return people === 0 ? { step: "wait" } : { step: "send", people };
}
