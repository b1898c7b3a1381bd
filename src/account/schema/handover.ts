// Side: union. Handing an office over: from whom, to whom, on which day, with which open work.
import { z } from "zod";
import { allowedActions, day, id, instant, note } from "../../platform/contract/shapes.ts";
import { Login, PrintedCode } from "../schema.ts";

export const HANDED_ROLES = ["officer", "deputy", "signatory"] as const;
export const HandedRole = z.enum(HANDED_ROLES);
export type HandedRole = z.output<typeof HandedRole>;

export const HandoverState = z.enum(["planned", "received", "cancelled", "lapsed"]);
export type HandoverState = z.output<typeof HandoverState>;
export type HandoverMove = "receive" | "cancel" | "lapse";

/** One line of open work; `what` names words `open-work.<what>`; never a person's name. */
export const OpenWorkLine = z.object({
  what: z.string().regex(/^[a-z-]{1,40}$/),
  count: z.number().int().min(1),
});
export type OpenWorkLine = z.output<typeof OpenWorkLine>;

/** The list as the successor confirmed it. */
export const Minutes = z.object({ at: instant, unitName: z.string(), lines: z.array(OpenWorkLine) });
export type Minutes = z.output<typeof Minutes>;

const Party = z.object({ accountId: id, displayName: z.string() });

export const HandoverLine = z.object({
  id,
  unitId: id,
  role: HandedRole,
  from: Party,
  /** Null: whoever uses the one-time code. */
  to: Party.nullable(),
  effectiveOn: day,
  state: HandoverState,
  /** Planned, and its day has come: the successor is to confirm. */
  due: z.boolean(),
  createdAt: instant,
  createdBy: z.string(),
  receivedAt: instant.nullable(),
  allowedActions,
});
export type HandoverLine = z.output<typeof HandoverLine>;

export const HandoverView = HandoverLine.extend({
  unitName: z.string(),
  note: z.string(),
  /** What is open now; null once it is settled. */
  work: z.array(OpenWorkLine).nullable(),
  minutes: Minutes.nullable(),
});
export type HandoverView = z.output<typeof HandoverView>;

export const HandoverEntry = z.object({
  id,
  role: HandedRole,
  fromAccountId: id,
  effectiveOn: day,
  /** An account there is; without it a one-time code is printed for a new person. */
  toLogin: Login.optional(),
  /** The successor's last day; not said: the predecessor's. */
  until: day.optional(),
});
export type HandoverEntry = z.output<typeof HandoverEntry>;

export const ReceiptEntry = z.object({ note: note(500) });

/** Shown once; null where an account was named, or where this is a repeated request. */
export const PrintedHandover = z.object({
  id,
  code: PrintedCode.nullable(),
});
export type PrintedHandover = z.output<typeof PrintedHandover>;
