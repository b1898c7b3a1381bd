// The touched part of the tree before and after a decision.
import { expect, it } from "vitest";
import type { DryRun } from "../../schema/acts.ts";
import { marksOf, type Spot, treeOf } from "./before-after.ts";

const ref = (id: string) => ({ id, name: `tên ${id}`, shortName: id });
const stand = (id: string, parent: string, kind: "grassroots" | "district-federation" | "commune-union") => ({
  ...ref(id),
  kind,
  parent: ref(parent),
});
type Changed = DryRun["units"][number];
const changed = (unit: Partial<Changed> & Pick<Changed, "id" | "was" | "becomes">): Changed => ({
  heir: null,
  alongBelow: 0,
  ...unit,
});

/** A district ends, a commune union begins, and the grassroots union goes from one to the other. */
const units = [
  changed({ id: "d", was: stand("d", "p", "district-federation"), becomes: null, heir: ref("c") }),
  changed({ id: "c", was: null, becomes: stand("c", "p", "commune-union") }),
  changed({
    id: "g",
    was: stand("g", "d", "grassroots"),
    becomes: stand("g", "c", "grassroots"),
    alongBelow: 7,
  }),
];
const outline = (spots: readonly Spot[]): unknown =>
  spots.map(({ id, marks, children }) => [id, marks.join(), ...[outline(children)].filter((c) => String(c))]);

it("draws each unit where it stands on the eve and on the day, below those above it", () => {
  expect(outline(treeOf(units, "was", ref("p")))).toEqual([["p", "", [["d", "closed", [["g", "moved"]]]]]]);
  expect(outline(treeOf(units, "becomes", ref("p")))).toEqual([
    ["p", "", [["c", "opened,receives", [["g", "moved"]]]]],
  ]);
});

it("tells who takes over from one that ends, and how many go along with one that moves", () => {
  const district = treeOf(units, "was", ref("p"))[0]?.children[0];
  expect(district?.heir?.id).toBe("c");
  expect(district?.children[0]?.along).toBe(7);
});

it("marks everything that happens to one unit, and its communes where its own row stays", () => {
  const was = stand("g", "d", "grassroots");
  expect(marksOf(changed({ id: "g", was, becomes: { ...was, name: "khác", parent: ref("c") } }))).toEqual([
    "moved",
    "renamed",
  ]);
  expect(marksOf(changed({ id: "g", was, becomes: { ...was, kind: "commune-union" } }))).toEqual(["retyped"]);
  expect(marksOf(changed({ id: "g", was, becomes: was }))).toEqual(["covers"]);
});

it("draws who takes over and where others go below the union that decides, though nobody says how far below", () => {
  const moved = changed({
    id: "g",
    was: stand("g", "d", "grassroots"),
    becomes: stand("g", "x", "grassroots"),
  });
  const ended = changed({ id: "e", was: stand("e", "p", "grassroots"), becomes: null, heir: ref("h") });
  const [top] = treeOf([moved, ended], "becomes", ref("p"));
  expect(top?.children.map(({ id, loose, marks }) => [id, loose, marks.join()])).toEqual([
    ["h", true, "receives"],
    ["x", true, ""],
  ]);
});
