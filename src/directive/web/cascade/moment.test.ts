// The cascade at a moment, counted again by hand.
import { describe, expect, it } from "vitest";
import { hoursOn, nodeOf, provinceOf, SMALL } from "./cascade.testing.ts";
import { changesOf, countsAt, dayAt, isLateOn, standingAt, treeOf, upTo } from "./moment.ts";

const at = (hours: number): number => Date.parse(hoursOn(hours));

describe("a unit at a moment", () => {
  const tree = treeOf(SMALL);
  const [root, first, second, third] = tree.units;

  it("goes from not reached through received to disseminated as the hours pass", () => {
    expect(third && standingAt(third, at(2))).toBe("not-reached");
    expect(second && standingAt(second, at(3))).toBe("not-received");
    expect(second && standingAt(second, at(10))).toBe("received");
    expect(first && standingAt(first, at(49.9))).toBe("received");
    expect(first && standingAt(first, at(50))).toBe("disseminated");
  });

  it("is the source where no letter ever reached the root", () => {
    expect(root && standingAt(root, at(0))).toBe("source");
  });

  it("that spread the earlier letter must still confirm the changed one", () => {
    const changed = treeOf({
      ...SMALL,
      nodes: [nodeOf(1, null), nodeOf(2, 1, { reachedAt: hoursOn(5), disseminatedAt: hoursOn(1) })],
    });
    const unit = changed.units[1];
    expect(unit && standingAt(unit, at(9))).toBe("not-received");
  });

  it("is late from its day on, by the day of Việt Nam", () => {
    expect(third && isLateOn(third, "2021-06-04")).toBe(false);
    expect(third && isLateOn(third, "2021-06-05")).toBe(true);
    expect(dayAt(Date.parse("2021-06-04T17:30:00Z"))).toBe("2021-06-05");
  });
});

describe("the counts of a moment", () => {
  it("add up branch by branch, with units that are only summed", () => {
    const tree = treeOf(SMALL);
    const [all, first] = countsAt(tree, at(60));
    expect(first).toMatchObject({ units: 2, reached: 2, received: 1, disseminated: 0, late: 0 });
    expect(all).toMatchObject({
      units: 8,
      reached: 6,
      received: 5,
      disseminated: 1,
      summed: 4,
      summedReceived: 2,
    });
  });

  it("count as late who is past the day", () => {
    expect(countsAt(treeOf(SMALL), at(90))[0]?.late).toBe(1);
  });

  it("equal a count one by one, at every hour of a province", () => {
    const tree = treeOf(provinceOf(8, 12, 2));
    for (const hours of [0, 5, 17, 40, 99, 216]) {
      const standings = tree.units.slice(1).map((unit) => standingAt(unit, at(hours)));
      const of = (...some: string[]): number => standings.filter((one) => some.includes(one)).length;
      expect(countsAt(tree, at(hours))[0]).toMatchObject({
        units: standings.length,
        reached: of("not-received", "received", "disseminated"),
        received: of("received", "disseminated"),
        disseminated: of("disseminated"),
      });
    }
  });

  it("never shrink while time goes on", () => {
    const tree = treeOf(provinceOf(5, 9));
    let before = 0;
    for (const change of changesOf(tree)) {
      const received = countsAt(tree, change)[0]?.received ?? 0;
      expect(received).toBeGreaterThanOrEqual(before);
      before = received;
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe("a tree", () => {
  it("hangs a unit whose parent is not shown below the root, and survives a ring of parents", () => {
    const tree = treeOf({
      ...SMALL,
      nodes: [nodeOf(1, null), nodeOf(2, 77), nodeOf(3, 4), nodeOf(4, 3)],
    });
    expect(tree.units.map(({ node, parent }) => [node.name, parent])).toEqual([
      ["Công đoàn 1", null],
      ["Công đoàn 2", 0],
    ]);
  });

  it("changes only between the issue and now", () => {
    const changes = changesOf(treeOf(SMALL));
    expect(changes[0]).toBe(at(0));
    expect(changes.at(-1)).toBe(at(61));
    expect(changes).toEqual([...changes].sort((one, other) => one - other));
  });
});

it("counts instants up to and including a moment", () => {
  expect([0, 1, 2, 5, 6].map((moment) => upTo([1, 2, 2, 5], moment))).toEqual([0, 1, 3, 4, 4]);
  expect(upTo([], 5)).toBe(0);
});
