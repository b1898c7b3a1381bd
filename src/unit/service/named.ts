// Unions that papers may mean: found by words of their names, spelled one way or another, for many lines at once.
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { DEEPEST } from "../service.ts";
import { listNamed } from "../store/named.ts";
import { findNode } from "../store.ts";

/** Lines looked for by one statement: each finds few, but may find many. */
const LINES_AT_ONCE = 20;

/**
 * The unit and unions below it on `day` whose names have, for one of `lines`, each of its words in one of the spellings
 * given; each once, by name; none where the unit does not stand. Words are folded and bare (letters and digits). Of a line that more than 500 names fit, some.
 */
export async function unionsNamed(
  db: Db,
  unitId: string,
  lines: readonly (readonly (readonly string[])[])[],
  day: string,
): Promise<UnitRef[]> {
  const node = await findNode(db, unitId, day);
  if (node === undefined) return [];
  const { path, depth: top } = node;
  const no = path.split(".").at(-2) ?? "";
  const depths = Array.from({ length: DEEPEST - top + 1 }, (_, below) => top + below);
  const questions = new Set(
    lines
      .filter((words) => words.length > 0)
      .map((words) => depths.map((depth) => `('#${no}/${depth}' & ${allOf(words, depth)})`).join(" | ")),
  );
  const asked = [...questions];
  const found = new Map<string, UnitRef & { readonly sortKey: string }>();
  for (let at = 0; at < asked.length; at += LINES_AT_ONCE) {
    for (const unit of await listNamed(db, asked.slice(at, at + LINES_AT_ONCE), day))
      found.set(unit.id, unit);
  }
  return [...found.values()]
    .sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.id, b.id))
    .map(({ id, name, shortName }) => ({ id, name, shortName }));
}

/** As `unit.placed_words` writes them. */
const allOf = (words: readonly (readonly string[])[], depth: number): string =>
  words
    .map(
      (spellings) =>
        `(${spellings.map((word) => `'${depth}/${word.replaceAll(/[^\p{L}\p{N}]/gu, "")}'`).join(" | ")})`,
    )
    .join(" & ");

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
