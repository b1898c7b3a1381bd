// SQL of number series of units that end.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

/** Notations the unit has a series of, and documents it numbered on the day or after. */
export const countSeries = (
  db: Db,
  unitIds: readonly string[],
  on: string,
): Promise<{ unitId: string; series: number; numbered: number }[]> =>
  rows(
    db,
    sql`select e.unit_id,
               (select count(distinct s.notation) from document.series s where s.unit_id = e.unit_id)::int as series,
               (select count(*) from document.number n where n.unit_id = e.unit_id
                and (n.given_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date)::int as numbered
        from unnest(${unitIds}::uuid[]) as e (unit_id) order by e.unit_id`,
  );

/** Documents and series of these units. */
export const countOwn = async (db: Db, unitIds: readonly string[]): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select ((select count(*) from document.document d where d.unit_id = any (${unitIds}::uuid[]))
                + (select count(*) from document.series s where s.unit_id = any (${unitIds}::uuid[]))
                + (select count(*) from document.file f where f.unit_id = any (${unitIds}::uuid[])))::int as n`,
    )
  )?.n ?? 0;
