// The same figures by one GROUP BY over bookings and outcomes, in the tree of the day: what the overview must say.
import type pg from "pg";
import { FACTS } from "./load.ts";

export interface Figures {
  readonly registered: number;
  readonly donated: number;
  readonly bags: number;
  readonly ml: number;
  readonly unitsHundredths: number;
}

/** By the id of the unit directly below; "" for what is credited to the unit itself. */
export async function recount(
  pool: pg.Pool,
  { unitId, campaignId, day }: { unitId: string; campaignId: string; day: string },
): Promise<{ figures: Map<string, Figures>; ms: number }> {
  const began = performance.now();
  const { rows } = await pool.query<{
    child: string | null;
    measure: keyof Figures | "units";
    value: string;
  }>(
    `with recursive below (unit_id, child) as (
       select $1::uuid, null::uuid
       union all
       select e.child_id, coalesce(b.child, e.child_id)
       from below b join unit.edge e on e.parent_id = b.unit_id and e.valid @> $3::date)
     select b.child, f.measure, sum(f.value) as value
     from (${FACTS}) f join below b on b.unit_id = f.unit_id
     where f.campaign_id = $2 and f.day <= $3::date
     group by 1, 2`,
    [unitId, campaignId, day],
  );
  const figures = new Map<string, Figures>();
  for (const { child, measure, value } of rows) {
    const known = figures.get(child ?? "") ?? {
      registered: 0,
      donated: 0,
      bags: 0,
      ml: 0,
      unitsHundredths: 0,
    };
    figures.set(child ?? "", {
      ...known,
      [measure === "units" ? "unitsHundredths" : measure]: Number(value),
    });
  }
  return { figures, ms: performance.now() - began };
}
