// Words of groupings beside the tree.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "unit.groupings": "Groupings",
  "unit.groupings-lead":
    "Groupings by sector, territory or former district, beside the tree. Totals only; they give nobody authority.",
  "unit.groupings-none": "No groupings yet",
  "unit.groupings-none-help":
    "For example: the unions of education, the unions of a former district. Their totals are in the overview.",
  "unit.grouping-new": "Make a grouping",
  "unit.grouping-kind": "Grouped by",
  "unit.grouping-kind.sector": "sector",
  "unit.grouping-kind.territory": "territory",
  "unit.grouping-kind.former-district": "former district",
  "unit.grouping-kind.other": "something else",
  "unit.grouping-name": "Name of the grouping",
  "unit.grouping-from": "Exactly these are members from",
  "unit.grouping-from-help": "The days before keep their members.",
  "unit.grouping-members": "Members",
  "unit.grouping-count": "{count, plural, one {# union} other {# unions}}",
  "unit.grouping-no-members": "It has no members on this day.",
  "unit.grouping-as-of": "Members on",
  "unit.grouping-edit": "Change the grouping",
  "unit.grouping-saved": "The grouping is saved.",
  "unit.grouping-all-of": "Add all units directly below a union",
  "unit.grouping-find": "Add one union",
  "unit.grouping-adding": "Adding…",
  "unit.grouping-added": "{count, plural, one {# union added} other {# unions added}}.",
  "unit.grouping-wrong": "Give the grouping a name and a day.",
};
