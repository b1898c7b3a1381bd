// What a host's board is drawn from: the parts of a slot, and places kept for units as a grid with its sums.
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import type { BoardSlot, ReserveRow } from "../../schema/board.ts";

/** In the order they are drawn. `shut`: places the cap of an epidemic keeps from being taken. */
export const PARTS = ["confirmed", "held", "kept", "walk-in", "free", "shut"] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Readonly<Record<Part, number>>;

type Figures = Pick<BoardSlot, "capacity" | "booked" | "held" | "kept" | "walkIn" | "free">;

/** Every place of a slot is in one part; they add up to its capacity (or to what is booked, where that is more). */
export function partsOf({ capacity, booked, held, kept, walkIn, free }: Figures): Parts {
  return {
    confirmed: booked - held,
    held,
    kept,
    "walk-in": walkIn,
    free,
    shut: Math.max(0, capacity - booked - kept - walkIn - free),
  };
}

/** The slots of a drive as one. */
export function sumOf(slots: readonly BoardSlot[]): Figures & { readonly waiting: number } {
  const sum = { capacity: 0, booked: 0, held: 0, kept: 0, walkIn: 0, free: 0, waiting: 0 };
  for (const slot of slots) {
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += slot[name];
  }
  return sum;
}

const NAMES = new Intl.Collator("vi");

export interface ReserveLine {
  readonly unit: UnitRef;
  /** By slot; a slot without places kept for the unit has none. */
  readonly cells: ReadonlyMap<string, ReserveRow>;
  readonly places: number;
  readonly used: number;
}

/** Running reserves, a line for each unit in the order of their names. */
export function linesOf(reserves: readonly ReserveRow[]): readonly ReserveLine[] {
  const lines = new Map<
    string,
    { unit: UnitRef; cells: Map<string, ReserveRow>; places: number; used: number }
  >();
  for (const row of reserves) {
    if (row.state !== "running") continue;
    const line = lines.get(row.unit.id) ?? { unit: row.unit, cells: new Map(), places: 0, used: 0 };
    line.cells.set(row.slotId, row);
    line.places += row.places;
    line.used += row.used;
    lines.set(row.unit.id, line);
  }
  return [...lines.values()].sort((a, b) => NAMES.compare(a.unit.name, b.unit.name));
}
