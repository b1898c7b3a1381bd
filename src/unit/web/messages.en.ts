// Words of the screens of the tree.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "unit.search-title": "Quick search",
  "unit.search-words": "Name of a union or of a part",
  "unit.search-help": "Accents are not needed. Use ↑ ↓ and Enter.",
  "unit.search-found": "Found",
  "unit.search-none": "No union has a name like “{words}”. Try fewer words.",

  "unit.find-help": "Type a few letters of the name; accents are not needed.",
};
