// A pasted table of two columns, and the fate of its rows.
import { expect, it } from "vitest";
import { type Found, fatesOf, type Match, matchOf, readTable } from "./paste.ts";

const unit = (id: string, name: string, parentId: string | null = null): Found => ({
  id,
  name,
  shortName: name.replace("Công đoàn", "CĐ"),
  parentId,
});
const ready = (found: Found): Match => ({ how: "ready", unit: found });
const row = (line: number, from: Match, to: Match) => ({ line, from: "", to: "", match: { from, to } });

it("reads two columns as a spreadsheet gives them and as people type them", () => {
  expect(
    readTable("1. CĐCS Mường So\tCĐ xã  Phong Thổ\r\n\r\nCĐCS A → CĐ xã B\nCĐCS C; CĐ xã D").rows,
  ).toEqual([
    { line: 1, from: "CĐCS Mường So", to: "CĐ xã Phong Thổ" },
    { line: 3, from: "CĐCS A", to: "CĐ xã B" },
    { line: 4, from: "CĐCS C", to: "CĐ xã D" },
  ]);
});

it("says which lines have not two columns instead of leaving them out", () => {
  expect(readTable("CĐCS A\nA\tB\tC\nA\tB")).toEqual({
    rows: [{ line: 3, from: "A", to: "B" }],
    unread: [1, 2],
  });
});

it("takes the unit of the same name, without accents, before others that only contain the words", () => {
  const same = unit("a", "Công đoàn xã Mường So");
  const longer = unit("b", "Công đoàn xã Mường So 2");
  expect(matchOf("cong doan xa muong so", [longer, same])).toEqual({ how: "ready", unit: same });
  expect(matchOf("CĐ xã Mường So", [longer, same])).toEqual({ how: "ready", unit: same });
  expect(matchOf("xã Mường", [longer, same])).toEqual({ how: "several", among: [longer, same] });
  expect(matchOf("xã Mường So 2", [longer])).toEqual({ how: "near", unit: longer });
  expect(matchOf("xã khác", [])).toEqual({ how: "none" });
});

it("composes a move for each row that can be done, and tells the fate of every row", () => {
  const to = unit("t", "Công đoàn xã Phong Thổ");
  const a = unit("a", "CĐCS A", "old");
  const there = unit("b", "CĐCS B", "t");
  const { fates, acts } = fatesOf(
    [
      row(1, ready(a), ready(to)),
      row(2, ready(a), ready(to)),
      row(3, ready(there), ready(to)),
      row(4, ready(to), ready(to)),
      row(5, { how: "none" }, ready(to)),
      row(6, ready(unit("c", "CĐCS C")), { how: "several", among: [a, to] }),
      row(7, { how: "near", unit: unit("d", "CĐCS D") }, ready(to)),
    ],
    "move",
  );
  expect(fates).toEqual(["ready", "twice", "already", "same", "none", "several", "near"]);
  expect(acts).toEqual([
    { kind: "move", unitId: "a", parentId: "t" },
    { kind: "move", unitId: "d", parentId: "t" },
  ]);
});

it("composes one merger for all rows that go into the same union", () => {
  const to = ready(unit("t", "Công đoàn xã Phong Thổ"));
  const { acts } = fatesOf(
    [row(1, ready(unit("a", "A", "t")), to), row(2, ready(unit("b", "B")), to)],
    "merge",
  );
  expect(acts).toEqual([{ kind: "merge", fromIds: ["a", "b"], intoId: "t" }]);
});
