// Numbers of documents: the next of the unit's own series, or one printed already, which the series then steps past.
import type { WriteCtx } from "../../../platform/contract/context.ts";
import type { Db } from "../../../platform/db/sql.ts";
import type { Day } from "../../../platform/pure/calendar.ts";
import { documentProblem } from "../../schema.ts";
import { highestGiven, insertNumber } from "../../store/numbers.ts";
import {
  insertSeries,
  listSeriesRows,
  lockSeriesRows,
  type SeriesRow,
  updateSeries,
} from "../../store/series.ts";
import { periodOfDay, printedNumber, wholeNumber } from "./printed.ts";

export interface Numbering {
  readonly unitId: string;
  /** The unit's mark in the notation of this kind of document: "LĐLĐ", "KH-LĐLĐ". A series each. */
  readonly notation: string;
  /** The document's day: it tells the period. */
  readonly day: Day;
  readonly documentId: string;
  /** What the document bears already. */
  readonly printed?: string | undefined;
}

/**
 * Gives a document its number and answers it as printed: below ten with a zero before it. A series is begun at first
 * use; it begins again each year unless the unit said otherwise. A printed number that is not plain ("132-CV") is kept
 * as it is and entered nowhere. Throws `number-taken`. Two at the same moment wait for each other, so that each gets
 * its own. Asks nobody's authority.
 */
export async function takeNumber(ctx: WriteCtx, asked: Numbering): Promise<string> {
  const { unitId, notation, day, documentId, printed } = asked;
  const wanted = printed === undefined ? undefined : wholeNumber(printed);
  if (printed !== undefined && wanted === undefined) return printed;
  const rows = await runningRows(ctx, unitId, notation, day);
  const period = periodOfDay(rows[0], day);
  const series = rows.find((row) => row.period === period);
  const highest = await highestGiven(ctx.tx, unitId, notation, period);
  const last = Math.max(series?.lastNumber ?? 0, highest);
  const number = wanted ?? last + 1;
  const given = { unitId, notation, period, number, documentId, now: ctx.now };
  if ((await insertNumber(ctx.tx, given)) === 0) {
    throw documentProblem("number-taken", { number, notation });
  }
  if (series !== undefined && number > series.lastNumber) {
    await updateSeries(ctx.tx, { ...series, lastNumber: number });
  } else if (series === undefined && isNext(rows[0], period)) {
    const reset = rows[0]?.reset ?? "year";
    await insertSeries(ctx.tx, unitId, { id: ctx.newId(), notation, reset, period, lastNumber: number });
  }
  return printed ?? printedNumber(number);
}

/**
 * A row for a year not run yet. A letter of an earlier year entered late has its number kept without a row: the row made
 * last is the one that runs.
 */
const isNext = (running: SeriesRow | undefined, period: string): boolean =>
  running === undefined || running.period < period;

/** The rows of the notation, locked, the running one first; begun where there is none. */
async function runningRows(
  ctx: WriteCtx,
  unitId: string,
  notation: string,
  day: Day,
): Promise<readonly SeriesRow[]> {
  const known = await lockSeriesRows(ctx.tx, unitId, notation);
  if (known.length > 0) return known;
  const period = periodOfDay(undefined, day);
  await insertSeries(ctx.tx, unitId, { id: ctx.newId(), notation, reset: "year", period, lastNumber: 0 });
  // Somebody else may have begun it meanwhile: whoever did, both wait here for the same row.
  return lockSeriesRows(ctx.tx, unitId, notation);
}

/** The number that a document of `day` would get next, as printed. Reserves nothing. */
export async function nextNumber(db: Db, unitId: string, notation: string, day: Day): Promise<string> {
  const running = (await listSeriesRows(db, unitId)).find((row) => row.notation === notation);
  const period = periodOfDay(running, day);
  const last = running?.period === period ? running.lastNumber : 0;
  return printedNumber(Math.max(last, await highestGiven(db, unitId, notation, period)) + 1);
}
