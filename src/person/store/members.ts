// SQL of the kept sums of members.
import { row, sql, type Tx } from "../../platform/db/sql.ts";

/** Folds at most so many changes into the kept sums; answers how many there were. */
export const foldMembers = async (tx: Tx, most: number): Promise<number> =>
  (await row<{ folded: number }>(tx, sql`select person.fold(${most}) as folded`))?.folded ?? 0;
