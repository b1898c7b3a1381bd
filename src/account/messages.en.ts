// Words of coming in and of offices.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.wrong-login-or-password":
    "The login or password is not right. If you lost your password, ask the union above you for a one-time code.",
  "problem.code-not-valid":
    "This code does not work: mistyped, used or expired. Ask the union above you to print a new one.",
  "problem.login-taken":
    "Somebody has this login already. Choose another, for example with your union's name.",
  "problem.login-unknown": "There is no account with this login. Check the spelling.",
};
