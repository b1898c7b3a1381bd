// The figures of a host's board add up, whatever the slots hold.
import { describe, expect, it } from "vitest";
import type { BoardSlot, ReserveRow } from "../../schema/board.ts";
import { linesOf, PARTS, partsOf, sumOf } from "./figures.ts";
import { shareOut, spread } from "./share.ts";

const slot = (more: Partial<BoardSlot> = {}): BoardSlot => ({
  slotId: "s1",
  startsAt: "2021-06-09T00:30:00.000Z",
  capacity: 20,
  booked: 9,
  held: 4,
  kept: 3,
  walkIn: 2,
  free: 6,
  waiting: 1,
  ...more,
});
const total = (parts: ReturnType<typeof partsOf>): number =>
  PARTS.reduce((sum, part) => sum + parts[part], 0);

describe("the parts of a slot", () => {
  it("are confirmed, held, kept, walk-in and free, and add up to what it takes", () => {
    expect(partsOf(slot())).toEqual({ confirmed: 5, held: 4, kept: 3, "walk-in": 2, free: 6, shut: 0 });
    expect(total(partsOf(slot()))).toBe(20);
  });

  it("show the places a cap keeps shut as such, not as free", () => {
    const capped = partsOf(slot({ free: 1 }));
    expect(capped.shut).toBe(5);
    expect(total(capped)).toBe(20);
  });

  it("never fall below nothing where more are booked than a slot now takes", () => {
    expect(partsOf(slot({ capacity: 8, kept: 0, walkIn: 0, free: 0 })).shut).toBe(0);
  });

  it("add up over the slots of a drive", () => {
    expect(sumOf([slot(), slot({ slotId: "s2", booked: 1, held: 1, free: 14 })])).toEqual({
      capacity: 40,
      booked: 10,
      held: 5,
      kept: 6,
      walkIn: 4,
      free: 20,
      waiting: 2,
    });
  });
});

describe("the grid of places kept for units", () => {
  const reserve = (
    unit: string,
    slotId: string,
    places: number,
    more: Partial<ReserveRow> = {},
  ): ReserveRow => ({
    id: `${unit}-${slotId}`,
    slotId,
    startsAt: "2021-06-09T00:30:00.000Z",
    unit: { id: unit, name: unit, shortName: unit },
    places,
    used: 1,
    cutOff: "2021-06-08T10:00:00.000Z",
    state: "running",
    allowedActions: [],
    ...more,
  });

  it("has one line for a unit, with a cell for each of its slots and their sum", () => {
    const lines = linesOf([reserve("a", "s1", 3), reserve("b", "s1", 2), reserve("a", "s2", 4)]);
    expect(lines.map(({ unit, places, used }) => [unit.id, places, used])).toEqual([
      ["a", 7, 2],
      ["b", 2, 1],
    ]);
    expect(lines[0]?.cells.get("s2")?.places).toBe(4);
    expect(lines[1]?.cells.has("s2")).toBe(false);
  });

  it("leaves out what was given back to everybody", () => {
    expect(linesOf([reserve("a", "s1", 3, { state: "released" })])).toEqual([]);
  });
});

describe("sharing places out", () => {
  it("by targets adds up to the total, and is equal where there is no target", () => {
    const units = [
      { unitId: "a", weight: 600 },
      { unitId: "b", weight: 300 },
      { unitId: "c", weight: 100 },
    ];
    expect(shareOut(50, units).map(({ places }) => places)).toEqual([30, 15, 5]);
    const none = units.map(({ unitId }) => ({ unitId, weight: 0 }));
    expect(shareOut(50, none).reduce((sum, { places }) => sum + places, 0)).toBe(50);
    expect(Math.max(...shareOut(50, none).map(({ places }) => places))).toBe(17);
    expect(shareOut(50, [])).toEqual([]);
  });

  it("never keeps more in a slot than it has free, whoever wants how much", () => {
    const slots = [
      { slotId: "s1", free: 5 },
      { slotId: "s2", free: 0 },
      { slotId: "s3", free: 8 },
    ];
    for (const wants of [
      [1, 1],
      [13, 0],
      [7, 6],
      [6, 6],
      [20, 20],
      [3, 11],
      [0, 0],
    ]) {
      const wanted = wants.map((places, at) => ({ unitId: `u${at}`, places }));
      const kept = spread(wanted, slots);
      for (const { slotId, free } of slots) {
        const here = kept.filter((one) => one.slotId === slotId).reduce((sum, { places }) => sum + places, 0);
        expect(here).toBeLessThanOrEqual(free);
      }
      const sum = wants.reduce((all, places) => all + places, 0);
      expect(kept.reduce((all, { places }) => all + places, 0)).toBe(Math.min(13, sum));
      expect(kept.every(({ places }) => places > 0)).toBe(true);
    }
  });

  it("spreads a unit over the day rather than into one hour", () => {
    const slots = ["s1", "s2", "s3", "s4"].map((slotId) => ({ slotId, free: 10 }));
    expect(spread([{ unitId: "a", places: 8 }], slots).map(({ places }) => places)).toEqual([2, 2, 2, 2]);
  });
});
