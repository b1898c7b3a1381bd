// What is known of units by index: levels, who stands above before and after, and where each province's units lie.

/** What a unit is. The order is from above to below; `area` is a commune or ward itself, `facility` takes blood. */
export const LEVEL = {
  root: 0,
  province: 1,
  district: 2,
  commune: 3,
  grassroots: 4,
  section: 5,
  group: 6,
  facility: 7,
  area: 8,
} as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** What is known of all units, by index. −1: none. */
export interface Units {
  readonly count: number;
  readonly level: Uint8Array;
  /** Index of the province of today (0 …) that it is in; of the root: 0. */
  readonly province: Uint8Array;
  /** Who stands above until the eve of the re-organisation, and from its day on. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** 1: opened by the re-organisation; 2: ended by it; 0: stands through all. */
  readonly change: Uint8Array;
  /** Of those that ended: who inherits. */
  readonly heir: Int32Array;
  /** Of those that ended: 1 the successor is named, 0 it is the unit above for want of one. */
  readonly named: Uint8Array;
  /** The grassroots union a section or group is in; itself for a grassroots union. */
  readonly grassroots: Int32Array;
  /** People of the unit's own list are those from `firstPerson[u]` to `firstPerson[u + 1]`, that one left out. */
  readonly firstPerson: Uint32Array;
}

/** The units of one province of today: a block of indexes, and within it one stretch for each kind. `[from, until)`. */
export interface ProvinceBlock {
  readonly from: number;
  readonly until: number;
  /** The first goes on; the others merged into it. */
  readonly federations: readonly [from: number, until: number];
  readonly facility: number;
  readonly areas: readonly [from: number, until: number];
  readonly communes: readonly [from: number, until: number];
  readonly districts: readonly [from: number, until: number];
  /** Grassroots unions with their sections and groups, each followed by its own. */
  readonly grassroots: readonly [from: number, until: number];
}

/** Units laid out in one order, province after province. */
export interface Laid {
  readonly units: Units;
  readonly provinces: readonly ProvinceBlock[];
}
