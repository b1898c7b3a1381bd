// Side: union. The organisation tree: typed units, each with one parent at a time, read as of a day.
import { z } from "zod";
import { day, id } from "../platform/contract/shapes.ts";

export const UNIT_KINDS = [
  "confederation",
  "federation",
  "district-federation",
  "sector-union",
  "civil-servant-union",
  "commune-union",
  "grassroots",
  "section",
  "group",
  "steering-committee",
  "red-cross",
  "facility",
  "commune",
] as const;
export const UnitKind = z.enum(UNIT_KINDS);
export type UnitKind = z.output<typeof UnitKind>;

export const UNIT_SIDES = ["union", "steering", "red-cross", "facility", "commune"] as const;

/**
 * *Ngoài công đoàn*: to whom a donor without a union is credited. A root of its own that every database has
 * (migration 0026): no union stands above it, none of their sums takes it in.
 */
export const OUTSIDE_UNION_ID = "00000000-0000-7000-8000-00e0a1c09d0a";

/** A unit as it stood on the asked day. */
export const UnitNode = z.object({
  id,
  kind: UnitKind,
  name: z.string(),
  shortName: z.string(),
  parentId: id.nullable(),
  depth: z.number().int(),
  hasChildren: z.boolean(),
});
export type UnitNode = z.output<typeof UnitNode>;

/** A commune or ward, for what a union covers. Join by code: names are used again. */
export const Area = z.object({ id, name: z.string(), shortName: z.string(), code: z.string().nullable() });
export type Area = z.output<typeof Area>;

/** What a letterhead needs of a unit, as of its date. */
export interface Letterhead {
  readonly name: string;
  readonly superiorName: string | null;
  readonly notation: string;
  readonly placeName: string;
}

export const UnitView = z.object({
  asOf: day,
  unit: UnitNode,
  /** From the root down to the parent. */
  path: z.array(UnitNode),
  /** Communes and wards it covers. */
  areas: z.array(Area),
  /** Groupings beside the tree it is in, each with whose it is. */
  groupings: z.array(z.object({ id, unitId: id, name: z.string() })),
});
export type UnitView = z.output<typeof UnitView>;

/** What opening a unit takes. `parentId` absent: a root. */
export const UnitOpening = z.object({
  id,
  side: z.enum(UNIT_SIDES),
  kind: UnitKind,
  name: z.string(),
  shortName: z.string(),
  superiorName: z.string().optional(),
  notation: z.string(),
  placeName: z.string(),
  central: z.boolean().default(false),
  code: z.string().optional(),
  parentId: id.optional(),
  from: day,
});
export type UnitOpening = z.input<typeof UnitOpening>;
