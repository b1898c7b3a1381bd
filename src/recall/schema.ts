// Side: union. Asking again who gave before, reminding who has a place, thanking who gave: by the dates the union knows.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, id, instant, UnitRef } from "../platform/contract/shapes.ts";

/** Setting `recall.invite`: how many at once, how long a wave waits for answers, how long a person is left in peace. */
export const InviteSetting = z.object({
  perWave: z.number().int().min(1).max(500),
  waitDays: z.number().int().min(1).max(30),
  restDays: z.number().int().min(1).max(365),
});
export type InviteSetting = z.output<typeof InviteSetting>;

export const RoundState = z.enum(["running", "ended"]);
export type RoundState = z.output<typeof RoundState>;
export const RoundEnd = z.enum(["reached", "full", "nobody-left", "drive-over", "stopped"]);
export type RoundEnd = z.output<typeof RoundEnd>;

/** A number of people, told from five up; null: fewer than five, so that it can mean nobody in particular. */
export const FewHidden = count.nullable();

export const RecallSlot = z.object({
  slotId: id,
  startsAt: instant,
  capacity: count,
  /** Places somebody has. */
  taken: count,
  /** Proposed by invitations that are still waiting for an answer. */
  asked: count,
  /** What the next wave would propose here. */
  proposed: count,
});
export type RecallSlot = z.output<typeof RecallSlot>;

export const WaveView = z.object({ no: z.number().int(), at: instant, sent: FewHidden });
export type WaveView = z.output<typeof WaveView>;

export const RoundView = z.object({
  id,
  wanted: count,
  perWave: count,
  state: RoundState,
  reason: RoundEnd.nullable(),
  createdAt: instant,
  /** People written to or on the call list so far, and of these how many have a place at the drive now. */
  sent: FewHidden,
  came: FewHidden,
  /** The earliest instant of the next wave if not all answer before; null: none is to come. */
  nextAt: instant.nullable(),
  waves: z.array(WaveView),
  allowedActions,
});
export type RoundView = z.output<typeof RoundView>;

/** What an officer sees before asking: how many, never who; and where the next wave would propose places. */
export const RecallView = z.object({
  driveId: id,
  /** People of the unit and below who may be asked now. */
  due: FewHidden,
  /** Places still free, less those proposed to somebody who has not answered yet. */
  room: count,
  perWave: count,
  waitDays: count,
  restDays: count,
  /** Whole days after a donation in which nobody is asked, with the clause. */
  interval: z.object({ days: count, clause: z.string(), instrument: z.string() }),
  slots: z.array(RecallSlot),
  rounds: z.array(RoundView),
  /** People without an e-mail whom the officer may tell. */
  toCall: count,
  allowedActions,
});
export type RecallView = z.output<typeof RecallView>;

export const InviteEntry = z.object({
  id,
  wanted: z.number().int().min(1).max(5000),
  perWave: z.number().int().min(1).max(500),
});
export type InviteEntry = z.output<typeof InviteEntry>;

/** Somebody of the officer's own union to tell by voice or Zalo, with their personal words to paste. */
export const CallRow = z.object({
  id,
  fullName: z.string(),
  phone: z.string().nullable(),
  unit: UnitRef,
  startsAt: instant,
  text: z.string(),
});
export type CallRow = z.output<typeof CallRow>;

export const LinkToken = z.string().max(200);

/** What the form on the page of an invitation sends. Ids are made with the form, so that sending twice is one place. */
export const InvitationAnswer = z.object({
  answer: z.enum(["take", "no-more"]),
  bookingId: id.optional(),
  slotId: id.optional(),
  consent: z.enum(["take-part"]).optional(),
  reminder: z.enum(["reminder"]).optional(),
});
export type InvitationAnswer = z.output<typeof InvitationAnswer>;

/** How many letters of thanks there are to print, and in how many files. */
export const ThanksView = z.object({ letters: count, parts: count, allowedActions });
export type ThanksView = z.output<typeof ThanksView>;

export const recallProblem = problems({
  "drive-not-open": 409,
  "already-inviting": 409,
  "no-room": 409,
  "drive-too-near": 409,
  "no-letters": 404,
});
