// Side: union. Offices of a union over time, and signing delegated by those who hold them.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, day, id, instant, line } from "../../platform/contract/shapes.ts";
import { Role } from "../schema.ts";

/** What a signatory may let another sign. Re-organisations, targets and handing out offices are never delegated. */
export const SIGNING_SCOPES = ["letters", "reports-submit", "reports-approve"] as const;
export const SigningScope = z.enum(SIGNING_SCOPES);
export type SigningScope = z.output<typeof SigningScope>;

/** What the policy table calls somebody who signs for another, by scope. */
export type DelegatedRole = `delegate.${SigningScope}`;

/** Somebody's name beside their id. */
const AccountRef = z.object({ accountId: id, displayName: z.string() });

/** A grant came by a one-time code, by a handover, by name, or with the installation (also: before it was kept). */
const GrantOrigin = z.enum(["code", "handover", "named", "installed"]);

export const OfficeHolder = z.object({
  grantId: id,
  accountId: id,
  displayName: z.string(),
  login: z.string(),
  role: Role,
  from: day,
  until: day.nullable(),
  hasPassword: z.boolean(),
  origin: GrantOrigin,
  /** Who gave it, where somebody did. */
  by: z.string().nullable(),
  /** Of a deputy: the signatories (for want of one, the officers) of that day, for whom they prepare. */
  standsInFor: z.array(z.string()),
  /** What they sign for another on that day. */
  signs: z.array(z.object({ delegationId: id, by: z.string(), scopes: z.array(SigningScope), until: day })),
  /** Given, and taken back before it ran a whole day. */
  removed: z.boolean(),
  allowedActions,
});
export type OfficeHolder = z.output<typeof OfficeHolder>;

export const OfficeHolders = z.object({
  items: z.array(OfficeHolder),
  /** The roles for which the asker may print one-time codes here. */
  gives: z.array(Role),
});
export type OfficeHolders = z.output<typeof OfficeHolders>;

export const Delegation = z.object({
  id,
  by: AccountRef,
  to: AccountRef,
  scopes: z.array(SigningScope),
  from: day,
  until: day,
  reason: z.string(),
  createdAt: instant,
  /** The first day it no longer held, where that came before the term's end. */
  endedOn: day.nullable(),
  /** `void`: one of the two offices no longer stands, so that it opens nothing. */
  state: z.enum(["coming", "running", "past", "void"]),
  allowedActions,
});
export type Delegation = z.output<typeof Delegation>;

export const DelegationEntry = z.object({
  id,
  toAccountId: id,
  scopes: z.array(SigningScope).min(1).max(SIGNING_SCOPES.length),
  from: day,
  until: day,
  reason: line(500),
});
export type DelegationEntry = z.output<typeof DelegationEntry>;

export const officeProblem = problems({
  "term-ended": 409,
  "term-in-past": 409,
  "term-overlaps": 409,
  "delegation-term": 409,
  "delegation-beyond-term": 409,
  "delegate-without-office": 409,
  "delegation-to-oneself": 409,
  "delegation-running": 409,
  "handover-planned": 409,
  "handover-running": 409,
  "handover-day-past": 409,
  "handover-day-come": 409,
  "handover-not-yet": 409,
  "handover-settled": 409,
  "handover-changed": 409,
  "handover-joined": 409,
  "holder-not-there": 409,
  "successor-holds-already": 409,
});
