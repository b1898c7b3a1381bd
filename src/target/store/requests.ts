// SQL of requests for another number.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { PageKey } from "../../platform/pure/page-key.ts";
import type { RequestEntry, RequestState } from "../schema/requests.ts";
import type { TargetMeasure } from "../schema.ts";
import type { Of } from "../store.ts";

export interface RequestFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly measure: TargetMeasure;
  readonly toUnitId: string;
  readonly asked: number;
  readonly reason: string;
  readonly state: RequestState;
  readonly decidedBy: string | null;
}

/** Waits for whoever is answering it. */
export const lockRequest = (tx: Tx, requestId: string): Promise<RequestFacts | undefined> =>
  row<RequestFacts>(
    tx,
    sql`select id, campaign_id, unit_id, measure, to_unit_id, asked, reason, state, decided_by
        from target.request where id = ${requestId} for update`,
  );

/**
 * Whom the unit asks: who gave it its number; of a unit without one, the union above, unless it leads the campaign.
 * Undefined: nobody.
 */
export const findGiver = async (
  db: Db,
  { campaignId, unitId, measure }: Of,
  leadingUnitId: string,
  day: string,
): Promise<{ readonly giverId: string; readonly held: number | null } | undefined> => {
  if (unitId === leadingUnitId) return undefined;
  const found = await row<{ giverId: string | null; held: number | null }>(
    db,
    sql`select coalesce(a.by_unit_id, p.parent_id) as giver_id, a.value as held
        from unit.v_place p
        left join target.v_assigned a on a.campaign_id = ${campaignId} and a.unit_id = p.unit_id
                                     and a.measure = ${measure}
        where p.unit_id = ${unitId} and p.valid @> ${day}::date`,
  );
  const giverId = found?.giverId ?? null;
  return found === undefined || giverId === null ? undefined : { giverId, held: found.held };
};

export const findOpen = (
  db: Db,
  { campaignId, unitId, measure }: Of,
): Promise<{ readonly id: string } | undefined> =>
  row(
    db,
    sql`select id from target.request where campaign_id = ${campaignId} and unit_id = ${unitId}
          and measure = ${measure} and state = 'open'`,
  );

export const insertRequest = (
  tx: Tx,
  { campaignId, unitId }: Of,
  asked: RequestEntry & { giverId: string; held: number | null; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into target.request (id, campaign_id, unit_id, measure, to_unit_id, held, asked, reason, asked_at, asked_by)
        values (${asked.id}, ${campaignId}, ${unitId}, ${asked.measure}, ${asked.giverId}, ${asked.held}, ${asked.value},
                ${asked.reason}, ${asked.now}, ${asked.by})`,
  );

export const answerRequest = (
  tx: Tx,
  requestId: string,
  answer: { state: RequestState; now: string; by: string | null; word: string; granted: number | null },
): Promise<number> =>
  execute(
    tx,
    sql`update target.request set state = ${answer.state}, decided_at = ${answer.now}, decided_by = ${answer.by},
               word = ${answer.word}, granted = ${answer.granted}
        where id = ${requestId}`,
  );

export const countWaiting = async (db: Db, { campaignId, unitId, measure }: Of): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*)::int as n from target.request
          where to_unit_id = ${unitId} and campaign_id = ${campaignId} and measure = ${measure} and state = 'open'`,
    )
  )?.n ?? 0;

export interface RequestRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly toUnitId: string;
  readonly toName: string;
  readonly toShortName: string;
  readonly held: number | null;
  readonly now: number | null;
  readonly asked: number;
  readonly reason: string;
  readonly state: RequestState;
  readonly askedAt: string;
  readonly askedBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly granted: number | null;
  readonly word: string;
  /** "0" for open ones, which come first. */
  readonly rank: string;
}

/** Open ones first, then newest first; ids are made in the order of time. Names are those a unit bears, or bore last. */
export const listRequests = (
  db: Db,
  { campaignId, unitId, measure }: Of,
  of: "mine" | "below",
  after: PageKey | undefined,
  limit: number,
): Promise<RequestRow[]> =>
  rows<RequestRow>(
    db,
    sql`select r.id, r.unit_id, u.name as unit_name, u.short_name as unit_short_name,
               r.to_unit_id, t.name as to_name, t.short_name as to_short_name,
               r.held, a.value as now, r.asked, r.reason, r.state, r.asked_at, asker.display_name as asked_by,
               r.decided_at, giver.display_name as decided_by, r.granted, r.word, x.rank
        from target.request r
        cross join lateral (select case when r.state = 'open' then '0' else '1' end as rank) x
        join lateral (select n.name, n.short_name from unit.v_unit n where n.unit_id = r.unit_id
                      order by upper(n.valid) desc nulls first limit 1) u on true
        join lateral (select n.name, n.short_name from unit.v_unit n where n.unit_id = r.to_unit_id
                      order by upper(n.valid) desc nulls first limit 1) t on true
        left join target.v_assigned a on a.campaign_id = r.campaign_id and a.unit_id = r.unit_id
                                     and a.measure = r.measure
        left join account.v_account asker on asker.account_id = r.asked_by
        left join account.v_account giver on giver.account_id = r.decided_by
        where r.campaign_id = ${campaignId} and r.measure = ${measure}
          and case ${of}::text when 'mine' then r.unit_id else r.to_unit_id end = ${unitId}
          and (${after?.by ?? null}::text is null or x.rank > ${after?.by ?? null}::text
               or (x.rank = ${after?.by ?? null}::text and r.id < ${after?.id ?? null}::uuid))
        order by x.rank, r.id desc limit ${limit}`,
  );
