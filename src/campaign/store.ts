// All SQL of campaigns.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import type { PageKey } from "../platform/pure/page-key.ts";
import type { CampaignEntry, CampaignView } from "./schema.ts";

// The leading unit is called what it was called when the campaign began; a unit opened later, by its nearest name.
const VIEW = sql`
  select c.id, c.unit_id, coalesce(n.name, '') as unit_name, c.programme, c.edition, c.name, c.year,
         lower(c.period) as from, upper(c.period) - 1 as until, c.unit_rule
  from campaign.campaign c
  left join lateral (
    select u.name from unit.v_unit u where u.unit_id = c.unit_id
    order by u.valid @> lower(c.period) desc, lower(u.valid) limit 1) n on true`;

export const findCampaign = (db: Db, campaignId: string): Promise<CampaignView | undefined> =>
  row<CampaignView>(db, sql`${VIEW} where c.id = ${campaignId}`, "campaign-find");

/** Campaigns led by any of `unitIds`, the latest to begin first; `after.by` is a first day. */
export const listCampaignsLedBy = (
  db: Db,
  unitIds: readonly string[],
  after: PageKey | undefined,
  limit: number,
): Promise<CampaignView[]> =>
  rows<CampaignView>(
    db,
    sql`${VIEW}
        where c.unit_id = any (${unitIds}::uuid[])
          and (${after?.by ?? null}::date is null
               or (lower(c.period), c.id) < (${after?.by ?? null}::date, ${after?.id ?? null}::uuid))
        order by lower(c.period) desc, c.id desc limit ${limit}`,
  );

/** Answers 0 when a campaign of this id exists already. */
export const insertCampaign = (
  tx: Tx,
  campaign: CampaignEntry & { unitId: string; now: string; by: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`insert into campaign.campaign (id, unit_id, programme, edition, name, year, period, unit_rule, created_at, created_by)
        values (${campaign.id}, ${campaign.unitId}, ${campaign.programme}, ${campaign.edition ?? null}, ${campaign.name},
                ${campaign.year}, daterange(${campaign.from}, ${campaign.until}, '[]'), ${campaign.unitRule},
                ${campaign.now}, ${campaign.by})
        on conflict (id) do nothing`,
  );

/** Writes what differs; answers 0 when nothing does. */
export const updateCampaign = (tx: Tx, unitId: string, entry: CampaignEntry): Promise<number> =>
  execute(
    tx,
    sql`update campaign.campaign c
        set programme = ${entry.programme}, edition = ${entry.edition ?? null}, name = ${entry.name}, year = ${entry.year},
            period = daterange(${entry.from}, ${entry.until}, '[]'), unit_rule = ${entry.unitRule}
        where c.id = ${entry.id} and c.unit_id = ${unitId}
          and (c.programme, c.edition, c.name, c.year, c.period, c.unit_rule) is distinct from
              (${entry.programme}, ${entry.edition ?? null}::int, ${entry.name}, ${entry.year}::int,
               daterange(${entry.from}, ${entry.until}, '[]'), ${entry.unitRule})`,
  );
