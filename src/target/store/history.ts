// SQL of the versions of a unit's split, with what changed from one to the next.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import type { Cause } from "../schema/history.ts";
import type { Of } from "../store.ts";

export interface VersionRow {
  readonly version: number;
  readonly cause: Cause;
  readonly decidedAt: string;
  readonly decidedBy: string | null;
  readonly inForceOn: string;
  readonly reason: string;
  readonly total: number;
  readonly reserve: number;
  readonly beforeTotal: number | null;
  readonly beforeReserve: number | null;
  readonly source: string | null;
  readonly decisionId: string | null;
  readonly changes: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly was: number | null;
    readonly becomes: number | null;
  }[];
}

/**
 * Newest first, those before version `before`. A number from outside and its split are one decision, so of one instant.
 * Units bear the names of the day the version took effect, or their last where they stood no more.
 */
export const listVersions = (
  db: Db,
  { campaignId, unitId, measure }: Of,
  before: number | null,
  limit: number,
): Promise<VersionRow[]> =>
  rows<VersionRow>(
    db,
    sql`select s.version, s.cause, s.decided_at, who.display_name as decided_by, s.in_force_on, s.reason, s.total,
               s.reserve, b.total as before_total, b.reserve as before_reserve, s.decision_id,
               (select nullif(g.source, '') from target.given g
                where (g.campaign_id, g.unit_id, g.measure) = (s.campaign_id, s.unit_id, s.measure)
                  and g.decided_at = s.decided_at limit 1) as source,
               coalesce((
                 select json_agg(json_build_object('id', d.id, 'name', n.name, 'shortName', n.short_name,
                                                   'was', d.was, 'becomes', d.becomes)
                                 order by abs(coalesce(d.becomes, 0) - coalesce(d.was, 0)) desc, n.sort_key collate "C", d.id)
                 from (select coalesce(x.child_id, y.child_id) as id, y.value as was, x.value as becomes
                       from (select h.child_id, h.value from target.share h
                             where (h.campaign_id, h.unit_id, h.measure, h.version)
                                   = (s.campaign_id, s.unit_id, s.measure, s.version)) x
                       full join (select h.child_id, h.value from target.share h
                                  where (h.campaign_id, h.unit_id, h.measure, h.version)
                                        = (s.campaign_id, s.unit_id, s.measure, s.version - 1)) y
                         on y.child_id = x.child_id
                       where x.value is distinct from y.value) d
                 join lateral (select u.name, u.short_name, u.sort_key from unit.v_unit u where u.unit_id = d.id
                               order by u.valid @> s.in_force_on desc, upper(u.valid) desc nulls first limit 1) n on true
               ), '[]'::json) as changes
        from target.split s
        left join target.split b on (b.campaign_id, b.unit_id, b.measure, b.version)
                                  = (s.campaign_id, s.unit_id, s.measure, s.version - 1)
        left join account.v_account who on who.account_id = s.decided_by
        where s.campaign_id = ${campaignId} and s.unit_id = ${unitId} and s.measure = ${measure}
          and (${before}::int is null or s.version < ${before}::int)
        order by s.version desc limit ${limit}`,
  );
