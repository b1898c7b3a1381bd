// Words every screen shares, and problems any endpoint may answer with.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "common.app": "Giọt Hồng",
  "common.language": "Language",
  "common.language.vi": "Tiếng Việt",
  "common.language.en": "English",
  "common.save": "Save",
  "common.cancel": "Cancel",
  "common.close": "Close",
  "common.undo": "Undo",
  "common.retry": "Try again",
  "common.reload": "Reload the page",
  "common.more": "Load more",
  "common.loading": "Loading…",
  "common.print": "Print",
  "common.copy-zalo": "Copy to send by Zalo",
  "common.copied": "Copied. Open Zalo and paste it into a message.",
  "common.copy-failed": "This device does not allow copying. Select the text and copy it yourself.",
  "common.optional": "optional",
  "common.edit": "Edit",
  "common.remove": "Remove",
  "common.add": "Add",
  "common.saved": "Saved.",
  "common.blank": "not yet",
  "common.draft-kept": "What you are writing is kept on this device.",
  "common.today": "today",
  "common.yesterday": "yesterday",
  "common.tomorrow": "tomorrow",
  "common.in-days": "{days, plural, one {# day} other {# days}} left",
  "common.days-ago": "{days, plural, one {# day} other {# days}} ago",
  "common.late-days": "{days, plural, one {# day} other {# days}} late",
  "common.day-relative": "{day} ({relative})",
  "common.day-placeholder": "day/month/year",
  "common.day-wrong": "Write day/month/year, for example 09/06/2021.",
  "common.open-calendar": "Open the calendar: {label}",
  "common.as-of": "As of",
  "common.as-of-before": "The day before",
  "common.as-of-after": "The day after",
  "common.as-of-today": "Back to today",

  "state.done": "done",
  "state.doing": "in progress",
  "state.late": "late",
  "state.missing": "not reported",
  "state.error": "error",

  "progress.assigned": "Assigned target: {value}",
  "progress.own": "Own target: {value}",

  "shell.skip": "To the main content",
  "shell.offline":
    "No network. You can still see what you have opened; what you write is kept on this device.",
  "shell.online-again": "The network is back.",
  "shell.not-found-title": "There is no such page",
  "shell.not-found":
    "The address may have changed or be incomplete. Go to the home page and open it from there.",
  "shell.go-home": "Home page",
  "shell.broken-title": "This page could not be opened",
  "shell.broken":
    "The program was just updated, or the network broke off. Reload the page; what you were writing is still here.",

  "problem.title": "Not done yet",
  "problem.invalid-input": "Something was not filled in correctly. Look through the fields and send again.",
  "problem.not-signed-in": "You are not signed in, or your session has ended. Please sign in again.",
  "problem.forbidden": "Your role may not do this here. If you need it, ask the officer of the union above.",
  "problem.not-found": "Not found. It may have moved, or does not belong to your union.",
  "problem.key-reused": "This request was sent before with other content. Reload the page and do it again.",
  "problem.too-many-requests": "That was too fast. Wait a minute and try again.",
  "problem.internal-error":
    "The program met an error, which was recorded. Try again; if it stays, tell the administrator.",
  "problem.unavailable": "The server is busy or starting. Try again in a few minutes.",
  "problem.no-network":
    "The server cannot be reached. Check the network and send again; sending twice records nothing twice.",
  "problem.timeout":
    "The server has not answered. Send again; if it was recorded the first time, it is not recorded twice.",
  "problem.answer-not-understood": "The open page is an old version. Reload it and do it again.",
};
