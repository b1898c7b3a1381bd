// The same words in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "donor.held.gave": "Gave",
  "donor.held.gave-line": "{ml, number} ml on {day}",
  "donor.held.links": "Links for friends",
  "donor.held.links-line": "{all, plural, one {# link} other {# links}}, {running, number} of them usable",
};
