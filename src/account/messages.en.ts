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

  "problem.term-ended":
    "This term is over and cannot be changed. Print a new one-time code for whoever takes the role.",
  "problem.term-in-past":
    "The last day must be today or later, and not before the first. Choose another day.",
  "problem.term-overlaps":
    "This person holds that role on some of these days already. Look at the terms and choose other days.",
  "problem.delegation-term":
    "A delegation begins today or later, and its last day is not before the first. Correct the days.",
  "problem.delegation-beyond-term":
    "You can delegate only within your own term as signatory. Choose an earlier last day.",
  "problem.delegate-without-office":
    "The delegate must be an officer or deputy of this union from the first day. Choose somebody else, or other days.",
  "problem.delegation-to-oneself": "You cannot delegate to yourself. Choose somebody else.",
  "problem.delegation-running":
    "There is a delegation to this person on some of these days. Withdraw that one first, then delegate again.",
  "problem.handover-planned":
    "This role is waiting to be handed over. Cancel the handover before changing the term.",
  "problem.handover-running": "There is a handover of this role waiting already. Open that one.",
  "problem.handover-day-past":
    "An office cannot be handed over for a day that is past. Choose today or later.",
  "problem.handover-day-come":
    "The day of the handover has come, so it cannot be cancelled. Start a new handover to change the person.",
  "problem.handover-not-yet":
    "The day of the handover has not come. Confirm from the successor's first day on.",
  "problem.handover-settled": "This handover is settled or cancelled. Load the page again to see it.",
  "problem.handover-changed":
    "The term was changed after this handover was started, so it cannot be cancelled. Correct the terms on the office-holders' page.",
  "problem.handover-joined":
    "This handover waits for no code: the successor has an account. Tell them to sign in.",
  "problem.holder-not-there":
    "The person handing over does not hold this role on the day before. Choose the person or the day again.",
  "problem.successor-holds-already": "The successor holds this role already. Choose somebody else.",
};
