// Words of the shell around every page.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "shell.navigation": "Main parts",
  "shell.tasks": "To do",
  "shell.letters": "Letters",
  "shell.campaigns": "Campaigns",
  "shell.drives": "Donation days",
  "shell.reports": "Reports",
  "shell.units": "Unions",
  "shell.people": "Members",
  "shell.more": "More",
  "shell.more-title": "More",
  "shell.facility-drives": "Collection days",
  "shell.desk": "Reception desk",
  "shell.acting": "Acting for",
  "shell.search": "Find a union",
  "shell.search-key": "Ctrl K",
  "shell.theme": "Background",
  "shell.theme-light": "Light",
  "shell.theme-dark": "Dark",
  "shell.theme-auto": "As the device",
  "shell.demo": "DỮ LIỆU MẪU · SAMPLE DATA",
  "shell.demo-day": "today in the sample: {day}",
  "shell.no-grant-title": "This account holds no role",
  "shell.no-grant":
    "Your term may have ended, or no role was given yet. Ask the union above for a new one-time code.",
  "shell.not-yours-title": "You do not act for this place",
  "shell.not-yours": "This address belongs to another union. Go to your own home page.",
  "shell.form-report": "Make the report",
  "shell.form-target": "See the target",
  "shell.form-drives": "Choose a day, hold places",
  "shell.progress-words": "{units} units of blood",
  "shell.progress-registered": "{count} people registered",
  "shell.side": "Who and where you are",
  "shell.demo-notice": "Sample data",

  "offline.unreached": "The server cannot be reached. What you are writing is kept on this device.",
  "offline.kept-at": "As of {time} on {day}.",
  "offline.waiting": "{count, plural, one {# thing waits to be sent} other {# things wait to be sent}}",
  "offline.waiting-help":
    "Kept on this device; sent by itself once there is a network, never recorded twice.",
  "offline.sending": "Sending {count, plural, one {# thing} other {# things}}…",
  "offline.paused-signed-out":
    "{count, plural, one {# thing waits} other {# things wait}} to be sent: sign in again to send.",
  "offline.paused-other":
    "{count, plural, one {# thing waits} other {# things wait}} to be sent: another account is signed in on another page of this device.",
  "offline.refused":
    "{count, plural, one {# thing was refused} other {# things were refused}}: look and correct",
  "offline.all-sent": "Everything that waited has been sent.",
  "offline.confirmed-at": "pressed at {at}",
  "offline.send-now": "Send now",
  "offline.send-again": "Send again",
  "offline.mend": "Correct",
  "offline.discard": "Discard",
  "offline.discard-words": "Discard: {words}",
  "offline.update": "A new version of the program is ready.",
  "offline.update-now": "Reload",
  "offline.leave-unsent":
    "{count, plural, one {# thing is not sent yet} other {# things are not sent yet}}. Signing out now erases them, and what you are writing, from this device.",
  "offline.leave-anyway": "Sign out and erase",
  "offline.stay": "Stay",
};
