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
  setLastNumber,
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
 * Begins a series, changes when it begins again, or moves it past numbers used elsewhere. Its last number never falls:
 * what it has come to is in `series-backwards`.
 */
export async function moveSeries(ctx: WriteCtx, unitId: string, move: SeriesMove): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const { notation, reset, lastNumber } = move;
  const period = periodOf(reset, ctx.today, move.term);
  const earlier = await lockSeriesRows(ctx.tx, unitId, notation);
  const known = await findMove(ctx.tx, move.id);
  if (known !== undefined) {
    const same = known.unitId === unitId && known.notation === notation && known.to === lastNumber;
    if (!same) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: move.id };
  }
  const last = await lastOf(ctx, unitId, earlier, { notation, reset, period });
  if (lastNumber < last) throw documentProblem("series-backwards", { last });
  const running = earlier[0];
  const current = earlier.find((row) => row.period === period && row.reset === reset);
  if (current !== undefined && current === running && lastNumber === last) {
    ctx.unchanged();
    return { id: move.id };
  }
  const seriesId = await runAs(ctx, unitId, earlier, { notation, reset, period, lastNumber });
  const from = current?.lastNumber ?? 0;
  await insertMove(ctx.tx, {
    id: move.id,
    seriesId,
    from,
    to: lastNumber,
    reason: move.reason,
    now: ctx.now,
    by: accountId(ctx),
  });
  await ctx.audit({
    subject: { kind: "series", id: seriesId },
    unitId,
    detail: { notation, reset, period, from, to: lastNumber },
  });
  return { id: move.id };
}
