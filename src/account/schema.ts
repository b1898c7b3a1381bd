// Side: union. Who may come in and what they hold: roles at a unit, a facility or a drive, for a term.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { day, id, instant, line } from "../platform/contract/shapes.ts";

export const ROLES = ["administrator", "officer", "deputy", "signatory", "facility", "desk"] as const;
export const Role = z.enum(ROLES);
export type Role = z.output<typeof Role>;

/** Lower-case letters, digits, dots: what an officer can be told over the phone. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/);
/** NIST SP 800-63B: length, no composition rules. */
export const Password = z.string().min(8).max(200);
/** Printed in groups for reading aloud; spaces and hyphens are ignored. */
export const OneTimeCode = z.string().min(10).max(40);
/** Shown once. */
export const PrintedCode = z.object({ id, code: z.string(), expiresAt: instant });

export const GrantView = z.object({
  id,
  role: Role,
  placeId: id,
  place: z.enum(["unit", "drive"]),
  placeName: z.string(),
  from: day,
  until: day.nullable(),
});
export type GrantView = z.output<typeof GrantView>;

export const Me = z.object({
  accountId: id,
  login: z.string(),
  displayName: z.string(),
  /** Where reminders go; null: nowhere, they are read here only. */
  email: z.string().nullable(),
  grants: z.array(GrantView),
  demo: z.boolean(),
  today: day,
  now: z.string(),
});
export type Me = z.output<typeof Me>;

export const JoinRequest = z.object({
  code: OneTimeCode,
  login: Login,
  displayName: line(80),
  password: Password,
});

export const accountProblem = problems({
  "wrong-login-or-password": 401,
  "code-not-valid": 409,
  "login-taken": 409,
  "login-unknown": 409,
});
