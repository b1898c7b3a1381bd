// Rows typed faster than they are sent: none is lost, none overtakes another.

import { BATCH, type RecordedRows } from "../schema/typing.ts";
import type { Volume } from "../schema.ts";

export interface TypedRow {
  readonly bookingId: string;
  readonly fullName: string;
  readonly number: number | null;
  readonly volume: Volume | null;
}

export interface RefusedRow extends TypedRow {
  readonly problem: string;
}

export interface TypedRows {
  readonly waiting: readonly TypedRow[];
  /** On their way; until they are answered nobody knows whether they arrived. */
  readonly sending: readonly TypedRow[];
  readonly refused: readonly RefusedRow[];
}

export const NO_ROWS: TypedRows = { waiting: [], sending: [], refused: [] };

/** A row typed again takes back what was said against it before. */
export const typedRow = (rows: TypedRows, row: TypedRow): TypedRows => ({
  ...rows,
  waiting: [...rows.waiting, row],
  refused: rows.refused.filter(({ bookingId }) => bookingId !== row.bookingId),
});

/** One request at a time: so that the later of two entries for one person is the one that stands. */
export const takeBatch = (rows: TypedRows): TypedRows =>
  rows.sending.length > 0
    ? rows
    : { ...rows, sending: rows.waiting.slice(0, BATCH), waiting: rows.waiting.slice(BATCH) };

/** The server has answered: rows it would not take are kept in sight with what it said. */
export function answeredBatch(rows: TypedRows, answer: RecordedRows["rows"]): TypedRows {
  const refused = rows.sending.flatMap((row, index) => {
    const problem = answer[index]?.problem ?? null;
    return problem === null ? [] : [{ ...row, problem }];
  });
  return { ...rows, sending: [], refused: [...rows.refused, ...refused] };
}

/** No answer: sent once more, before all that was typed since. Entering the same again changes nothing. */
export const unansweredBatch = (rows: TypedRows): TypedRows => ({
  ...rows,
  waiting: [...rows.sending, ...rows.waiting],
  sending: [],
});

/** The server will never take these: closed meanwhile, no longer allowed. */
export const refusedBatch = (rows: TypedRows, problem: string): TypedRows => ({
  ...rows,
  sending: [],
  refused: [...rows.refused, ...rows.sending.map((row) => ({ ...row, problem }))],
});
