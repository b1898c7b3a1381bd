// Counts the order again, from the rows as they lie in the tables, one unit at a time: what the screens must say.
import type pg from "pg";

interface Row {
  unit_id: string;
  received_at: Date | null;
  disseminated_at: Date | null;
  ended_at: Date | null;
  receive_by: string | null;
}

export interface Recount {
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  /** Receipts and duties past their day. */
  readonly late: number;
}

export async function recount(pool: pg.Pool, rootId: string, today: string): Promise<Recount> {
  const { rows } = await pool.query<Row>(
    `select unit_id, received_at, disseminated_at, ended_at, receive_by::text
     from directive.recipient where root_id = $1`,
    [rootId],
  );
  const { rows: tasks } = await pool.query<{ unit_id: string; state: string; due_on: string | null }>(
    `select t.unit_id, (array_agg(s.state order by s.at desc))[1] as state,
            (array_agg(s.due_on::text order by s.at desc))[1] as due_on
     from directive.task t join directive.task_step s on s.task_id = t.id where t.root_id = $1 group by t.id`,
    [rootId],
  );
  const held = new Map<string, Row[]>();
  for (const row of rows)
    if (row.ended_at === null) held.set(row.unit_id, [...(held.get(row.unit_id) ?? []), row]);
  let [received, disseminated, late] = [0, 0, 0];
  for (const mine of held.values()) {
    const confirmed = mine.some((row) => row.received_at !== null);
    if (confirmed) received += 1;
    else if (mine.some((row) => row.receive_by !== null && row.receive_by < today)) late += 1;
    if (mine.some((row) => row.disseminated_at !== null)) disseminated += 1;
  }
  for (const task of tasks)
    if (held.has(task.unit_id) && task.state === "open" && task.due_on !== null && task.due_on < today)
      late += 1;
  return { reached: held.size, received, disseminated, late };
}
