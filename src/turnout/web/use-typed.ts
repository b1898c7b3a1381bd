// Rows of a typed list on their way to the server: kept on this device until each was answered.
import { useEffect, useRef, useState } from "react";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { recordMany } from "../contract/typing.ts";
import { getTurnout, listOutcomes } from "../contract.ts";
import { BATCH } from "../schema/typing.ts";
import type { Donor, Outcomes } from "./outcomes.ts";
import {
  answeredBatch,
  NO_ROWS,
  refusedBatch,
  type TypedRow,
  type TypedRows,
  takeBatch,
  typedRow,
  unansweredBatch,
} from "./typed-rows.ts";

/** A typist is faster than this: several rows go in one request. */
const GATHER_MS = 700;
const AGAIN_MS = 5_000;
const SIGNED_OUT = 401;

export interface Typed {
  readonly rows: TypedRows;
  readonly type: (row: TypedRow) => void;
  /** The last attempt got no answer; it is tried again by itself. */
  readonly stuck: boolean;
}

export function useTyped(driveId: string, { show }: Pick<Outcomes, "show">): Typed {
  // What was on its way when the page was closed may not have arrived: it goes again.
  const [rows, setRows] = useDraft<TypedRows>(`turnout.typed.${driveId}`, () => NO_ROWS);
  const latest = useRef<TypedRows>(unansweredBatch(rows));
  const running = useRef(false);
  const problem = useRef<ProblemError>(undefined);
  const [stuck, setStuck] = useState(false);
  const write = useWrite(recordMany, {
    invalidates: [getTurnout],
    onProblem: (found) => {
      problem.current = found;
    },
  });
  const change = (next: (before: TypedRows) => TypedRows): void => {
    latest.current = next(latest.current);
    setRows(latest.current);
  };
  const flush = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    while (latest.current.waiting.length > 0) {
      change(takeBatch);
      problem.current = undefined;
      const answer = await write.run({
        params: { driveId },
        body: { rows: latest.current.sending.map(({ bookingId, volume }) => ({ bookingId, volume })) },
      });
      const said = problem.current as ProblemError | undefined;
      const again =
        answer === undefined && (said === undefined || said.uncertain || said.status === SIGNED_OUT);
      setStuck(again);
      if (answer !== undefined) change((before) => answeredBatch(before, answer.rows));
      else if (again) {
        change(unansweredBatch);
        break;
      } else change((before) => refusedBatch(before, said?.code ?? ""));
    }
    running.current = false;
  };
  const waiting = latest.current.waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: sends what waits, whenever more waits or an attempt has ended
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setTimeout(() => void flush(), stuck ? AGAIN_MS : waiting >= BATCH ? 0 : GATHER_MS);
    return () => clearTimeout(timer);
  }, [rows, waiting, stuck]);
  const type = (row: TypedRow): void => {
    show(row.bookingId, row.volume);
    change((before) => typedRow(before, row));
  };
  return { rows: latest.current, type, stuck };
}

/** Everybody on the list, page after page: numbers are looked up here while the network is away. */
export function useEverybody(driveId: string): {
  readonly donors: readonly Donor[];
  readonly complete: boolean;
} {
  const pages = useReadPages(listOutcomes, { params: { driveId }, query: { limit: 200 } });
  const { hasMore, loadingMore, more } = pages;
  useEffect(() => {
    if (hasMore && !loadingMore) more();
  }, [hasMore, loadingMore, more]);
  return { donors: pages.items ?? [], complete: pages.items !== undefined && !hasMore };
}
