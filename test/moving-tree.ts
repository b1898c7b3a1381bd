// A small tree whose units are moved by chance, the same for the same seed: for what must hold wherever a unit stands.
import type { Tx } from "../src/platform/db/sql.ts";

/** Days to look at: before, between and after the moves. */
export const DAYS = ["2020-12-31", "2021-02-10", "2021-03-15", "2021-06-30"];

/** Who may be moved, and under whom: names of `UNITS`. */
export const MOVES = {
  a1: ["a", "b"],
  a2: ["a", "b", "province"],
  b1: ["a", "b"],
  a1s: ["a1", "a2", "b1"],
} as const;

/** Numbers below a bound, one after the other. */
export const drawing = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
};

/** Where a fact at `path` adds up, down to the third floor: the path of the unit above and the number below it. */
export function floorsOf(path: string): { readonly above: string; readonly branch: string }[] {
  const numbers = path.split(".").slice(0, -1);
  return [0, 1, 2]
    .filter((floor) => floor <= numbers.length)
    .map((floor) => ({
      above: numbers
        .slice(0, floor)
        .map((no) => `${no}.`)
        .join(""),
      branch: numbers[floor] ?? "",
    }));
}

/** Moves a unit from a day on, past whatever was decided for later. */
export async function move(tx: Tx, child: string, parent: string, from: string): Promise<void> {
  const run = (text: string, values: unknown[]) => tx.queryable.query({ text, values });
  await run("delete from unit.edge where child_id = $1 and lower(valid) >= $2::date", [child, from]);
  await run(
    "update unit.edge set valid = daterange(lower(valid), $2) where child_id = $1 and valid @> $2::date",
    [child, from],
  );
  await run("insert into unit.edge values ($1, $2, daterange($3, null))", [child, parent, from]);
  await run("select unit.rebuild_paths(array[$1::uuid])", [child]);
}
