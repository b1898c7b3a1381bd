// Which kind of unit may stand directly below which. Data: a new law changes the table, not the code.
import type { GroupingKind } from "../schema/groupings.ts";
import type { UNIT_SIDES, UnitKind } from "../schema.ts";

/** By kind: the kinds it may stand below, and whose side it is on. Domain: Trade Union Law, before and after mid-2025. */
export const KINDS = {
  confederation: { side: "union", below: [] },
  federation: { side: "union", below: ["confederation"] },
  "district-federation": { side: "union", below: ["federation"] },
  "sector-union": { side: "union", below: ["confederation", "federation"] },
  "civil-servant-union": { side: "union", below: ["federation"] },
  "commune-union": { side: "union", below: ["federation"] },
  grassroots: {
    side: "union",
    below: [
      "confederation",
      "federation",
      "district-federation",
      "sector-union",
      "civil-servant-union",
      "commune-union",
    ],
  },
  section: { side: "union", below: ["grassroots", "section"] },
  group: { side: "union", below: ["grassroots", "section"] },
  "steering-committee": { side: "steering", below: ["steering-committee"] },
  "red-cross": { side: "red-cross", below: ["red-cross"] },
  facility: { side: "facility", below: ["facility"] },
  commune: { side: "commune", below: ["commune"] },
} as const satisfies Record<
  UnitKind,
  { readonly side: (typeof UNIT_SIDES)[number]; readonly below: readonly UnitKind[] }
>;

export const mayStandBelow = (kind: UnitKind, parent: UnitKind): boolean =>
  (KINDS[kind].below as readonly UnitKind[]).includes(parent);

/** What keeps the units of an ended union together, by what it was. */
export const groupingOf = (kind: UnitKind): GroupingKind =>
  kind === "district-federation" ? "former-district" : kind === "sector-union" ? "sector" : "other";
