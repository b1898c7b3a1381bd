// Looks up the names of a pasted table one after another, each name once, and says how far it has come.
import { useRef, useState } from "react";
import { searchKey } from "../../../../platform/pure/text-vi.ts";
import type { ProblemError } from "../../../../platform/ui/client.ts";
import { call } from "../../../../platform/ui/client.ts";
import { asProblem } from "../../../../platform/ui/repeat.ts";
import { searchUnits } from "../../../contract.ts";
import { useCompose } from "./context.tsx";
import { type Found, type Match, type MatchedRow, matchOf, type PastedTable } from "./paste.ts";

interface Progress {
  readonly done: number;
  readonly count: number;
}

const MOST_WORDS = 100;

export function useMatching() {
  const { unitId, asOf, opened } = useCompose();
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const run = useRef(0);
  const find = async (words: string): Promise<Match> => {
    const own = matchOf(words, opened);
    if (own.how === "ready") return own;
    const asked = { words: words.slice(0, MOST_WORDS), ...(asOf !== undefined && { asOf }) };
    const { items } = await call(searchUnits, { params: { unitId }, query: asked });
    return matchOf(words, items satisfies readonly Found[]);
  };
  /** Undefined when it failed (then `problem` says why), or when another table was pasted meanwhile. */
  const match = async ({ rows }: PastedTable): Promise<readonly MatchedRow[] | undefined> => {
    const mine = ++run.current;
    const known = new Map<string, Match>();
    const names = new Map(rows.flatMap(({ from, to }) => [from, to]).map((name) => [searchKey(name), name]));
    setProblem(null);
    try {
      for (const [key, name] of names) {
        setProgress({ done: known.size, count: names.size });
        known.set(key, await find(name));
        if (run.current !== mine) return undefined;
      }
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      if (run.current === mine) setProgress(undefined);
    }
    const of = (name: string): Match => known.get(searchKey(name)) ?? { how: "none" };
    return rows.map((row) => ({ ...row, match: { from: of(row.from), to: of(row.to) } }));
  };
  return { match, progress, problem };
}
