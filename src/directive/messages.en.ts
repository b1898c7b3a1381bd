// Words of letters that order, said by the server: problems, and the reminder to paste into Zalo.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.recipient-outside-subtree":
    "{count, plural, one {# addressee was} other {# addressees were}} not a union below yours on the day of the letter. Remove them and save again.",
  "problem.no-recipients": "The letter has no addressee. Choose at least one union below yours.",
  "problem.not-a-draft":
    "The letter has been issued and cannot be changed any more. Reload the page to see it; to change it, send a new letter.",
  "problem.campaign-not-led":
    "Another union leads this campaign. Choose a campaign of your own union or make a new one.",
  "problem.day-in-future": "That day has not come yet. Enter today or a day in the past.",
  "problem.parent-not-held":
    "This letter from above no longer holds at your union, or has not reached it. Open Letters to see the one that holds.",
  "problem.letter-not-held":
    "Only a letter your union issued and that still holds can be amended, replaced, urged or recalled. Reload the page to see where this one stands.",
  "problem.already-changed":
    "This letter has been amended or replaced. Open the newest one and go on from there.",
  "problem.still-going-out":
    "This letter is still on its way to its recipients. Change it once it has reached them all; to stop it, recall it.",
  "problem.signed-already":
    "This letter has its signed scan. It is attached once; to change anything, issue a new letter.",
  "problem.task-has-form":
    "Spreading the letter is recorded with the letter itself: open it and press “Record how it was spread”.",

  "directive.reminder.numbered": "{kind} no. {number}:",
  "directive.reminder.untitled": "Letter “{title}”:",
  "directive.reminder.not-received":
    "{count, plural, one {# union has} other {# unions have}} not confirmed receipt: {names}.",
  "directive.reminder.not-spread":
    "{count, plural, one {# union has} other {# unions have}} received it and not recorded spreading it: {names}.",
  "directive.reminder.overdue": "Due on {day} and late – {what}: {names}.",
  "directive.reminder.what-receive": "confirming receipt",
  "directive.reminder.below":
    "{count, plural, one {# union further down is late as well} other {# unions further down are late as well}}.",
  "directive.reminder.more": "{names} and {count, plural, one {# other union} other {# other unions}}",
  "directive.reminder.please": "Please go to {url} to confirm. Thank you.",
  "directive.reminder.all-done":
    "{count, plural, one {The union has} other {All # unions have}} received and spread it. Thank you.",
  "directive.reminder.nobody": "It has not been passed to any union below.",
};
