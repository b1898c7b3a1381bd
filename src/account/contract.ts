// Sign-in, one-time codes and office-holders.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { day, nothing } from "../platform/contract/shapes.ts";
import { atUnit, ofHolder } from "./contract/shapes.ts";
import { OfficeHolders } from "./schema/offices.ts";
import { JoinRequest, Login, Me, OneTimeCode, Password, PrintedCode, Role } from "./schema.ts";

export const signIn = endpoint({
  id: "account.sign-in",
  method: "POST",
  path: "/api/session",
  summary: "Sign in with a login and password; the answer sets the session cookie.",
  body: z.object({ login: Login, password: z.string().max(200) }),
  output: Me,
  problems: ["wrong-login-or-password"],
  repeat: "natural",
});

export const signOut = endpoint({
  id: "account.sign-out",
  method: "DELETE",
  path: "/api/session",
  summary: "End this session.",
  output: nothing,
  repeat: "natural",
});

export const whoAmI = endpoint({
  id: "account.me",
  method: "GET",
  path: "/api/session",
  summary: "The signed-in account with its running grants and the day the installation lives in.",
  output: Me,
});

export const setEmail = endpoint({
  id: "account.set-email",
  method: "POST",
  path: "/api/account/email",
  summary: "Give one's own e-mail address, to which reminders go; null takes it back.",
  body: z.object({ email: z.string().trim().pipe(z.email().max(200)).nullable() }),
  output: nothing,
});

export const joinByCode = endpoint({
  id: "account.join",
  method: "POST",
  path: "/api/session/join",
  summary: "Use a one-time code from the level above: a new account with its role, signed in.",
  body: JoinRequest,
  output: Me,
  problems: ["code-not-valid", "login-taken"],
  repeat: "natural",
});

export const resetByCode = endpoint({
  id: "account.reset",
  method: "POST",
  path: "/api/session/reset",
  summary: "Use a one-time code from the level above to set a new password; other sessions end.",
  body: z.object({ code: OneTimeCode, password: Password }),
  output: Me,
  problems: ["code-not-valid"],
  repeat: "natural",
});

export const listOfficeHolders = endpoint({
  id: "account.office-holders",
  method: "GET",
  path: "/api/units/:unitId/office-holders",
  summary: "Who holds which role at a unit as of a day (today when not said), or over all its time.",
  params: atUnit,
  query: z.object({ asOf: day.optional(), span: z.enum(["day", "all"]).default("day") }),
  output: OfficeHolders,
});

export const issueCode = endpoint({
  id: "account.issue-code",
  method: "POST",
  path: "/api/units/:unitId/codes",
  summary: "Print a one-time code for a new office-holder of a unit below (or a deputy of one's own).",
  params: atUnit,
  body: z.object({ role: Role.exclude(["desk", "administrator"]), until: day.optional() }),
  output: PrintedCode,
  repeat: "natural",
});

export const issueResetCode = endpoint({
  id: "account.issue-reset",
  method: "POST",
  path: "/api/units/:unitId/office-holders/:accountId/reset",
  summary: "Print a one-time code that lets an office-holder of a unit below set a new password.",
  params: ofHolder,
  output: PrintedCode,
  repeat: "natural",
});

export const endGrant = endpoint({
  id: "account.end-grant",
  method: "POST",
  path: "/api/units/:unitId/office-holders/:accountId/end",
  summary: "End the roles an account holds at a unit, from today.",
  params: ofHolder,
  output: nothing,
});
