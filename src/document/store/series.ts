// SQL of number series: a row for each period of a notation; the row made last is the one that runs.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { SeriesReset } from "../schema.ts";

export interface SeriesRow {
  readonly id: string;
  readonly notation: string;
  readonly reset: SeriesReset;
  /** "2021", "" or the name of the term. */
  readonly period: string;
  readonly lastNumber: number;
}

const SERIES = sql`s.id, s.notation, s.reset, s.period, s.last_number`;

/** Of each notation of the unit the row made last, in the order of notations. */
export const listSeriesRows = (db: Db, unitId: string): Promise<SeriesRow[]> =>
  rows<SeriesRow>(
    db,
    sql`select distinct on (s.notation collate "C") ${SERIES} from document.series s
        where s.unit_id = ${unitId} order by s.notation collate "C", s.id desc`,
  );

/** The rows of one notation, locked, the one that runs first. */
export const lockSeriesRows = (tx: Tx, unitId: string, notation: string): Promise<SeriesRow[]> =>
  rows<SeriesRow>(
    tx,
    sql`select ${SERIES} from document.series s
        where s.unit_id = ${unitId} and s.notation = ${notation} order by s.id desc for update`,
  );

/** Answers 0 when the notation has a row of that period already. */
export const insertSeries = (tx: Tx, unitId: string, series: SeriesRow): Promise<number> =>
  execute(
    tx,
    sql`insert into document.series (id, unit_id, notation, reset, period, last_number)
        values (${series.id}, ${unitId}, ${series.notation}, ${series.reset}, ${series.period}, ${series.lastNumber})
        on conflict (unit_id, notation, period) do nothing`,
  );

export const updateSeries = (tx: Tx, series: SeriesRow): Promise<number> =>
  execute(
    tx,
    sql`update document.series set reset = ${series.reset}, period = ${series.period},
               last_number = ${series.lastNumber} where id = ${series.id}`,
  );

/** The highest number that the unit's documents of one calendar year bear under a notation; 0 for none. */
export const highestOfYear = async (
  db: Db,
  unitId: string,
  notation: string,
  year: string,
): Promise<number> =>
  (
    await row<{ highest: number }>(
      db,
      sql`select coalesce(max(n.number), 0) as highest
          from document.number n join document.document d on d.id = n.document_id
          where n.unit_id = ${unitId} and n.notation = ${notation}
            and extract(year from coalesce(d.issued_on, (n.given_at at time zone 'Asia/Ho_Chi_Minh')::date))
                = ${Number(year)}`,
    )
  )?.highest ?? 0;

export interface MoveRow {
  readonly id: string;
  readonly seriesId: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** Answers 0 when a move of this id exists already. */
export const insertMove = (tx: Tx, move: MoveRow & { now: string; by: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into document.series_move (id, series_id, from_number, to_number, reason, moved_at, moved_by)
        values (${move.id}, ${move.seriesId}, ${move.from}, ${move.to}, ${move.reason}, ${move.now}, ${move.by})
        on conflict (id) do nothing`,
  );

export const findMove = (
  db: Db,
  moveId: string,
): Promise<{ unitId: string; notation: string; to: number } | undefined> =>
  row(
    db,
    sql`select s.unit_id, s.notation, m.to_number as to
        from document.series_move m join document.series s on s.id = m.series_id where m.id = ${moveId}`,
  );

/** Where numbers were left out, the latest first. */
export const listMoves = (
  db: Db,
  seriesIds: readonly string[],
): Promise<(Omit<MoveRow, "id"> & { movedAt: string })[]> =>
  rows(
    db,
    sql`select series_id, from_number as from, to_number as to, reason, moved_at from document.series_move
        where series_id = any(${seriesIds}::uuid[]) and to_number > from_number
        order by moved_at desc, id desc`,
  );
