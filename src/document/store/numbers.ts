// SQL of numbers given: one number of a unit's series is one document, for ever.
import { type Db, execute, row, sql, type Tx } from "../../platform/db/sql.ts";

export interface GivenNumber {
  readonly unitId: string;
  readonly notation: string;
  /** "2021", "" or the name of the term. */
  readonly period: string;
  readonly number: number;
  readonly documentId: string;
}

/** Answers 0 when another document of the series bears the number. */
export const insertNumber = (tx: Tx, given: GivenNumber & { now: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into document.number (unit_id, notation, period, number, document_id, given_at)
        values (${given.unitId}, ${given.notation}, ${given.period}, ${given.number}, ${given.documentId},
                ${given.now})
        on conflict on constraint number_given_once do nothing`,
  );

/** The highest number given in a period of a series; 0 for none. */
export const highestGiven = async (
  db: Db,
  unitId: string,
  notation: string,
  period: string,
): Promise<number> =>
  (
    await row<{ highest: number }>(
      db,
      sql`select coalesce(max(number), 0) as highest from document.number
          where unit_id = ${unitId} and notation = ${notation} and period = ${period}`,
    )
  )?.highest ?? 0;
