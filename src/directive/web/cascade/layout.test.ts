// The round picture: rings by level, branches in their wedges, no mark over another, names apart.
import { describe, expect, it } from "vitest";
import { provinceOf, SMALL } from "./cascade.testing.ts";
import { drawingAt, strokesOf } from "./drawing.ts";
import { labelsOf } from "./labels.ts";
import { bandsOf, layoutOf, nearest } from "./layout.ts";
import { treeOf } from "./moment.ts";
import { keyLeadsTo } from "./walk.ts";

const RADIUS = 400;

describe("the layout", () => {
  for (const [name, cascade] of [
    ["three levels of a district", provinceOf(3, 6, 2)],
    ["a province of 1,500", provinceOf(12, 124)],
    ["2,000 units down to the groups", provinceOf(20, 24, 3)],
  ] as const) {
    const layout = layoutOf(treeOf(cascade), RADIUS);

    it(`puts the asking unit in the middle and deeper levels further out: ${name}`, () => {
      expect(layout.spots[0]).toMatchObject({ x: 0, distance: 0 });
      for (const spot of layout.spots.slice(1)) {
        const parent = layout.spots[spot.unit.parent ?? 0];
        expect(spot.distance).toBeGreaterThan(parent?.distance ?? 0);
        expect(spot.distance + spot.size).toBeLessThanOrEqual(RADIUS + 1);
      }
    });

    it(`draws no mark over another: ${name}`, () => {
      const touching = layout.spots.filter((one, at) =>
        layout.spots
          .slice(at + 1)
          .some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.size + other.size),
      );
      expect(touching.length).toBeLessThanOrEqual(layout.spots.length * 0.01);
    });

    it(`keeps each branch within the wedge of its parent: ${name}`, () => {
      for (const spot of layout.spots.slice(1)) {
        const parent = layout.spots[spot.unit.parent ?? 0];
        expect(spot.from).toBeGreaterThanOrEqual((parent?.from ?? 0) - 1e-9);
        expect(spot.until).toBeLessThanOrEqual((parent?.until ?? 0) + 1e-9);
      }
    });
  }

  it("steps outward only where marks would touch", () => {
    expect(bandsOf([0, 1, 2], 100, 10)).toEqual([0, 0, 0]);
    expect(bandsOf([0, 0.01, 0.02, 0.2], 100, 10)).toEqual([0, 1, 2, 0]);
    expect(bandsOf([0, 3, 2 * Math.PI - 0.01], 100, 10)).toEqual([0, 0, 1]);
  });

  it("finds the unit a finger meant, and none far from all", () => {
    const layout = layoutOf(treeOf(SMALL), RADIUS);
    const spot = layout.spots[3];
    expect(spot && nearest(layout, spot.x + 4, spot.y, 12)).toBe(spot);
    expect(nearest(layout, RADIUS * 2, 0, 12)).toBeUndefined();
  });
});

describe("names around the picture", () => {
  it("stand apart on both sides, those of the largest branches first", () => {
    const layout = layoutOf(treeOf(provinceOf(60, 10)), RADIUS);
    const labels = labelsOf(layout);
    expect(labels.length).toBeGreaterThan(20);
    for (const side of ["left", "right"] as const) {
      const ys = labels.filter((label) => label.side === side).map(({ y }) => y);
      const steps = ys.slice(1).map((y, at) => y - (ys[at] ?? 0));
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(35.9);
    }
  });

  it("name every leaf where there are few", () => {
    expect(labelsOf(layoutOf(treeOf(SMALL), RADIUS)).map(({ spot }) => spot.unit.node.name)).toEqual(
      expect.arrayContaining(["Công đoàn 3", "Công đoàn 4", "Công đoàn 5"]),
    );
  });
});

describe("the drawing", () => {
  const tree = treeOf(SMALL);
  const layout = layoutOf(tree, RADIUS);
  const strokes = strokesOf(layout);
  const marksIn = (path: string): number => path.split("M").length - 1;

  it("shows each unit once, by how far it was", () => {
    const drawing = drawingAt(strokes, tree.now);
    expect(marksIn(drawing.disseminated)).toBe(1);
    expect(marksIn(drawing.received)).toBe(2);
    expect(marksIn(drawing.notReceived)).toBe(1);
    expect(marksIn(drawing.notReached)).toBe(0);
    expect(marksIn(drawing.late)).toBe(1);
    expect(marksIn(drawing.linksReached)).toBe(4);
  });

  it("begins with nothing but the sender and what it sent itself", () => {
    const drawing = drawingAt(strokes, tree.issued);
    expect(marksIn(drawing.source)).toBe(1);
    expect(marksIn(drawing.linksReached)).toBe(2);
    // Two units, and the stem of a fan.
    expect(marksIn(drawing.linksWaiting)).toBe(3);
    expect(drawing.received + drawing.disseminated + drawing.late).toBe("");
  });

  it("fills a fan as the units it stands for confirm", () => {
    expect(marksIn(drawingAt(strokes, tree.issued).fansFilled)).toBe(0);
    expect(marksIn(drawingAt(strokes, tree.now).fansFilled)).toBe(1);
  });
});

describe("walking with the arrow keys", () => {
  const layout = layoutOf(treeOf(SMALL), RADIUS);
  const spot = (at: number) => {
    const found = layout.spots[at];
    if (found === undefined) throw new Error("no such unit");
    return found;
  };
  it("goes into the level below, back up, and along the level", () => {
    expect(keyLeadsTo("ArrowDown", layout, spot(0))?.unit.parent).toBe(0);
    expect(keyLeadsTo("ArrowUp", layout, spot(2))?.unit.index).toBe(1);
    expect(keyLeadsTo("ArrowRight", layout, spot(2))?.unit.index).toBe(3);
    expect(keyLeadsTo("ArrowLeft", layout, spot(2))?.unit.index).toBe(3);
    expect(keyLeadsTo("Home", layout, spot(3))?.unit.index).toBe(0);
    expect(keyLeadsTo("a", layout, spot(3))).toBeUndefined();
  });
  it("stays where there is nothing further", () => {
    expect(keyLeadsTo("ArrowUp", layout, spot(0))?.unit.index).toBe(0);
    expect(keyLeadsTo("ArrowDown", layout, spot(3))?.unit.index).toBe(3);
  });
});
