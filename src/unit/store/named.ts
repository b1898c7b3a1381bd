// SQL of unions found by words of their names.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

const MOST_MET = 500;

/** Unions of the day that one of `asked` (questions to the words index) fits. Plan: the words index for each question. */
export const listNamed = (db: Db, asked: readonly string[], day: string) =>
  rows<{ id: string; name: string; shortName: string; sortKey: string }>(
    db,
    sql`select u.unit_id as id, u.name, u.short_name, u.sort_key
        from (select distinct f.unit_id from unnest(${asked}::text[]) as question (words)
              cross join lateral unit.found_by(question.words::tsquery, ${day}::date, 'union', ${MOST_MET}) f) found
        join unit.v_unit u on u.unit_id = found.unit_id and u.valid @> ${day}::date`,
  );
