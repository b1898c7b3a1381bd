// Words of the screens of the tree.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "unit.search-title": "Quick search",
  "unit.search-words": "Name of a union or of a part",
  "unit.search-help": "Accents are not needed. Use ↑ ↓ and Enter.",
  "unit.search-found": "Found",
  "unit.search-none": "No union has a name like “{words}”. Try fewer words.",

  "unit.find-help": "Type a few letters of the name; accents are not needed.",

  "unit.title": "Unions",
  "unit.path": "Path in the tree",
  "unit.as-of": "The tree as of",
  "unit.back-to-today": "Back to today",
  "unit.past-tree": "This is the tree as of {day}, not of today.",
  "unit.not-then": "This union did not exist on that day",
  "unit.not-then-help": "Choose another day.",
  "unit.below": "Directly below",
  "unit.none-below": "There is nothing below.",
  "unit.kind.confederation": "Confederation",
  "unit.kind.federation": "Provincial federation",
  "unit.kind.district-federation": "District federation",
  "unit.kind.sector-union": "Sector union",
  "unit.kind.civil-servant-union": "Civil servants' union",
  "unit.kind.commune-union": "Commune union",
  "unit.kind.grassroots": "Grassroots union",
  "unit.kind.section": "Union section",
  "unit.kind.group": "Union group",
  "unit.kind.steering-committee": "Steering committee",
  "unit.kind.red-cross": "Red Cross",
  "unit.kind.facility": "Health facility",
  "unit.kind.commune": "Commune",
};
