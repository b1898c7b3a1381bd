// A campaign of the province whose number is split twice over, for tests of targets.
import { expect } from "vitest";
import { makeCampaign } from "../../test/closed-drive.ts";
import type { Caller, World } from "../../test/world.ts";
import * as contract from "./contract.ts";
import type { TargetMeasure, TargetView } from "./schema.ts";

export const share = (unitId: string, value: number) => ({ unitId, value });

export interface SplitAsked {
  readonly basedOn: number;
  readonly shares: readonly { unitId: string; value: number }[];
  readonly reserve?: number;
  readonly reason?: string;
}

export const split = (caller: Caller, unitId: string, campaignId: string, asked: SplitAsked) =>
  caller.call(contract.splitTarget, {
    params: { unitId, campaignId },
    body: { measure: "units", ...asked, shares: [...asked.shares] },
  });

export async function view(
  caller: Caller,
  unitId: string,
  campaignId: string,
  query: { asOf?: string; measure?: TargetMeasure } = {},
): Promise<TargetView> {
  const { status, body } = await caller.call(contract.getTargets, { params: { unitId, campaignId }, query });
  expect(status).toBe(200);
  return body;
}

/** 1000 for the province: A 600 (A1 350, A2 200, reserve 50), B 300 (B1 250, reserve 50), reserve 100. */
export async function splitCampaign(w: World): Promise<string> {
  const campaignId = await makeCampaign(w);
  const given = await w.as("thu").call(contract.giveTarget, {
    params: { unitId: w.units.province, campaignId },
    body: {
      measure: "units",
      total: 1000,
      source: "Kế hoạch 204/KH-BCĐ",
      basedOn: 0,
      shares: [share(w.units.a, 600), share(w.units.b, 300)],
      reserve: 100,
    },
  });
  expect(given.status).toBe(200);
  const shares = [share(w.units.a1, 350), share(w.units.a2, 200)];
  const below = await split(w.as("binh"), w.units.a, campaignId, { basedOn: 0, shares, reserve: 50 });
  expect(below.status).toBe(200);
  const last = await split(w.as("bao"), w.units.b, campaignId, {
    basedOn: 0,
    shares: [share(w.units.b1, 250)],
    reserve: 50,
  });
  expect(last.status).toBe(200);
  return campaignId;
}

/** What does not add up in the database, on a day or now, told past every view. */
export async function wrongSums(w: World, campaignId: string, day = "9999-12-31"): Promise<unknown[]> {
  const { rows } = await w.pool.query(
    `with last as (select distinct on (unit_id) * from target.split
                   where campaign_id = $1 and measure = 'units' and in_force_on <= $2::date order by unit_id, version desc),
          given as (select distinct on (unit_id) * from target.given
                    where campaign_id = $1 and measure = 'units' and in_force_on <= $2::date order by unit_id, version desc),
          held as (select s.child_id as unit_id, s.value from target.share s
                   join last l on (l.unit_id, l.version, l.campaign_id, l.measure)
                                = (s.unit_id, s.version, s.campaign_id, s.measure)
                   union all select unit_id, value from given)
     select l.unit_id, l.total, l.reserve from last l
     where l.total <> l.reserve + (select coalesce(sum(s.value), 0) from target.share s
                                   where (s.campaign_id, s.measure, s.unit_id, s.version)
                                         = (l.campaign_id, l.measure, l.unit_id, l.version))
        or l.total <> (select coalesce(sum(h.value), 0) from held h where h.unit_id = l.unit_id)
     union all
     select unit_id, count(*), 0 from held group by unit_id having count(*) > 1`,
    [campaignId, day],
  );
  return rows;
}
