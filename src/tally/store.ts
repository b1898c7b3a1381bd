// All SQL of the counters.
import { row, send, sql, type Tx } from "../platform/db/sql.ts";
import type { Count } from "./schema.ts";

/** One statement for all; `counts` hold each key once, sorted, so that two writers never wait for each other in a ring. */
export const upsertCounts = (tx: Tx, counts: readonly Count[]): void =>
  send(
    tx,
    sql`insert into tally.counter (campaign_id, unit_id, drive_id, measure, day, value)
        select c.campaign_id, c.unit_id, c.drive_id, c.measure, c.day, c.by
        from unnest(${counts.map((count) => count.campaignId)}::uuid[], ${counts.map((count) => count.unitId)}::uuid[],
                    ${counts.map((count) => count.driveId)}::uuid[], ${counts.map((count) => count.measure)}::text[],
                    ${counts.map((count) => count.day)}::date[], ${counts.map((count) => count.by)}::bigint[])
          with ordinality as c (campaign_id, unit_id, drive_id, measure, day, by, n)
        order by c.n
        on conflict (campaign_id, unit_id, measure, drive_id, day) do update set value = counter.value + excluded.value`,
    "tally-add",
  );

/** Folds at most so many changes into the kept sums; answers how many there were. */
export const foldChanges = async (tx: Tx, most: number): Promise<number> =>
  (await row<{ folded: number }>(tx, sql`select tally.fold(${most}) as folded`))?.folded ?? 0;
