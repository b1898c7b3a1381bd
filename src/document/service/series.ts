// Use cases of number series: what they have come to, and moving them past numbers used outside the program.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import { documentProblem, type SeriesReset, type SeriesView } from "../schema.ts";
import {
  findMove,
  highestOfYear,
  insertMove,
  insertSeries,
  listMoves,
  listSeriesRows,
  lockSeriesRows,
  type SeriesRow,
  updateSeries,
} from "../store/series.ts";

/** The unit's series as they run today: one that begins again each year stands at 0 until this year's first number. */
export async function listSeries(ctx: Ctx, unitId: string): Promise<{ items: SeriesView[] }> {
  await ctx.allow({ unit: unitId });
  const found = await listSeriesRows(ctx.db, unitId);
  const moves = await listMoves(
    ctx.db,
    found.map(({ id }) => id),
  );
  const items = found.map((row) => {
    if (row.reset === "year" && row.period !== yearOf(ctx.today)) {
      return { ...row, period: yearOf(ctx.today), lastNumber: 0, moves: [] };
    }
    return {
      ...row,
      moves: moves
        .filter(({ seriesId }) => seriesId === row.id)
        .map(({ from, to, reason, movedAt }) => ({ from, to, reason, movedAt })),
    };
  });
  return { items };
}

export interface SeriesMove {
  readonly id: string;
  readonly notation: string;
  readonly reset: SeriesReset;
  readonly term?: string | undefined;
  readonly lastNumber: number;
  readonly reason: string;
}

/**
 * Begins a series, changes when it begins again, or moves it past numbers used elsewhere. The same as it stands is
 * done already. A number is never given twice: how far the series has come is in `series-backwards`.
 */
export async function moveSeries(ctx: WriteCtx, unitId: string, move: SeriesMove): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const rows = await lockSeriesRows(ctx.tx, unitId, move.notation);
  const known = await findMove(ctx.tx, move.id);
  if (known !== undefined) {
    const { notation, lastNumber: to } = move;
    if (known.unitId !== unitId || known.notation !== notation || known.to !== to) {
      throw new Problem("key-reused", 409);
    }
    ctx.unchanged();
    return { id: move.id };
  }
  const step = await stepOf(ctx, unitId, rows, move);
  if (move.lastNumber < step.last) throw documentProblem("series-backwards", { last: step.last });
  const { series, last: from } = step;
  if (step.how === "stay" && series.lastNumber === from) {
    ctx.unchanged();
    return { id: move.id };
  }
  if (step.how !== "begin") await updateSeries(ctx.tx, series);
  else if ((await insertSeries(ctx.tx, unitId, series)) === 0) {
    // Somebody else began it this very moment, or the term was over: both are there to be seen now.
    throw documentProblem("series-backwards", { last: series.lastNumber });
  }
  const { notation, reset, period, lastNumber: to } = series;
  const { id, reason } = move;
  await insertMove(ctx.tx, { id, seriesId: series.id, from, to, reason, now: ctx.now, by: accountId(ctx) });
  await ctx.audit({
    subject: { kind: "series", id: series.id },
    unitId,
    detail: { notation, reset, period, from, to },
  });
  return { id };
}

interface Step {
  /** begin: a row of its own; change: the running row begins again at other times; stay: it only moves. */
  readonly how: "begin" | "change" | "stay";
  /** As it is going to be. */
  readonly series: SeriesRow;
  /** What it has come to under the reset asked for. */
  readonly last: number;
}

async function stepOf(
  ctx: WriteCtx,
  unitId: string,
  [running]: readonly SeriesRow[],
  { notation, reset, term, lastNumber }: SeriesMove,
): Promise<Step> {
  const period = periodOf(reset, yearOf(ctx.today), term);
  const series = { id: running?.id ?? ctx.newId(), notation, reset, period, lastNumber };
  if (running === undefined) return { how: "begin", series, last: 0 };
  if (running.reset === reset) {
    if (running.period === period) return { how: "stay", series, last: running.lastNumber };
    // A new year or a new term.
    return { how: "begin", series: { ...series, id: ctx.newId() }, last: 0 };
  }
  if (reset === "never") return { how: "change", series, last: running.lastNumber };
  // It begins again from now on; what was given under this notation since 1 January is not given again.
  const last = await highestOfYear(ctx.tx, unitId, notation, yearOf(ctx.today));
  return { how: "change", series, last };
}

const yearOf = (day: string): string => day.slice(0, 4);

/** The period that runs on a day: the year, the term, or "" for a series that never begins again. */
function periodOf(reset: SeriesReset, year: string, term: string | undefined): string {
  if (reset === "year") return year;
  if (reset === "never") return "";
  if (term === undefined) throw documentProblem("term-missing");
  return term;
}
