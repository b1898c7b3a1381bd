// SQL of numbers in a re-organisation: books with what they hold, the tree below a leading unit, own numbers, requests.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { BookSplit } from "../rules/redistribute.ts";
import type { TargetMeasure } from "../schema.ts";
import type { Of } from "../store.ts";

export interface BookFacts {
  readonly campaignId: string;
  readonly measure: TargetMeasure;
  /** The unit that leads the campaign, and the number it was given. */
  readonly rootId: string;
  readonly total: number;
}

/**
 * Books of campaigns that go on beyond `day` in which one of the units holds a number, gave one, or asks for one; in one
 * order, so that two transactions lock them alike.
 */
export const listBooks = (db: Db, unitIds: readonly string[], day: string): Promise<BookFacts[]> =>
  rows<BookFacts>(
    db,
    sql`select a.campaign_id, a.measure, a.unit_id as root_id, a.value as total
        from target.v_assigned a
        join campaign.v_campaign c on c.campaign_id = a.campaign_id and upper(c.period) > ${day}::date
        where a.by_unit_id is null and (
          exists (select 1 from target.share h where h.child_id = any (${unitIds}::uuid[])
                  and h.campaign_id = a.campaign_id and h.measure = a.measure)
          or exists (select 1 from target.split s where s.unit_id = any (${unitIds}::uuid[])
                     and s.campaign_id = a.campaign_id and s.measure = a.measure)
          or exists (select 1 from target.request r
                     where (r.unit_id = any (${unitIds}::uuid[]) or r.to_unit_id = any (${unitIds}::uuid[]))
                       and r.state = 'open' and r.campaign_id = a.campaign_id and r.measure = a.measure))
        order by a.campaign_id, a.measure`,
  );

export interface KeptSplit extends BookSplit {
  readonly version: number;
}

const SPLIT = sql`
  select s.unit_id, s.version, s.total, s.reserve,
         coalesce((select json_agg(json_build_object('unitId', h.child_id, 'value', h.value) order by h.child_id)
                   from target.share h
                   where h.campaign_id = s.campaign_id and h.unit_id = s.unit_id and h.measure = s.measure
                     and h.version = s.version), '[]'::json) as shares`;

/** Every split in force of a book, with its shares. */
export const listBookSplits = (
  db: Db,
  { campaignId, measure }: Pick<BookFacts, "campaignId" | "measure">,
): Promise<KeptSplit[]> =>
  rows<KeptSplit>(
    db,
    sql`${SPLIT} from target.v_split s where s.campaign_id = ${campaignId} and s.measure = ${measure}
        order by s.unit_id`,
  );

/** A version as it was decided. */
export const findVersion = (
  db: Db,
  { campaignId, unitId, measure }: Of,
  version: number,
): Promise<KeptSplit | undefined> =>
  row<KeptSplit>(
    db,
    sql`${SPLIT} from target.split s
        where s.campaign_id = ${campaignId} and s.unit_id = ${unitId} and s.measure = ${measure}
          and s.version = ${version}`,
  );

/** The tree below a unit on a day, itself not among them. */
export const listParents = (
  db: Db,
  rootId: string,
  day: string,
): Promise<{ unitId: string; parentId: string }[]> =>
  rows(
    db,
    sql`select p.unit_id, p.parent_id from unit.v_place top
        join unit.v_place p on p.path ~>~ top.path and p.path ~<~ (rtrim(top.path, '.') || '/') and p.valid @> ${day}::date
        where top.unit_id = ${rootId} and top.valid @> ${day}::date`,
  );

/** Versions decided for the day or later at each of these units. */
export const countDecidedSince = (
  db: Db,
  { campaignId, measure }: Pick<BookFacts, "campaignId" | "measure">,
  unitIds: readonly string[],
  day: string,
): Promise<{ unitId: string; count: number }[]> =>
  rows(
    db,
    sql`select unit_id, count(*)::int as count from target.split
        where campaign_id = ${campaignId} and measure = ${measure} and unit_id = any (${unitIds}::uuid[])
          and in_force_on >= ${day}::date
        group by unit_id order by unit_id`,
  );

export interface OwnRow {
  readonly campaignId: string;
  readonly measure: TargetMeasure;
  readonly unitId: string;
  readonly value: number;
}

/** Numbers units set themselves in campaigns that go on beyond the day. */
export const listOwn = (db: Db, unitIds: readonly string[], day: string): Promise<OwnRow[]> =>
  rows<OwnRow>(
    db,
    sql`select o.campaign_id, o.measure, o.unit_id, o.value from target.v_own o
        join campaign.v_campaign c on c.campaign_id = o.campaign_id and upper(c.period) > ${day}::date
        where o.unit_id = any (${unitIds}::uuid[]) order by o.campaign_id, o.measure, o.unit_id`,
  );

/** The title a decision bears. */
export const findTitle = async (db: Db, decisionId: string): Promise<string> =>
  (await row<{ title: string }>(db, sql`select title from unit.v_decision where decision_id = ${decisionId}`))
    ?.title ?? "";

export interface OpenRequest {
  readonly id: string;
  readonly campaignId: string;
  readonly measure: TargetMeasure;
  readonly unitId: string;
  readonly toUnitId: string;
  /** Who gives the asking unit its number now; null: nobody. */
  readonly giverId: string | null;
}

/** Open requests of a book. */
export const listOpenRequests = (
  db: Db,
  { campaignId, measure }: Pick<BookFacts, "campaignId" | "measure">,
): Promise<OpenRequest[]> =>
  rows<OpenRequest>(
    db,
    sql`select r.id, r.campaign_id, r.measure, r.unit_id, r.to_unit_id, a.by_unit_id as giver_id
        from target.request r
        left join target.v_assigned a on a.campaign_id = r.campaign_id and a.unit_id = r.unit_id
                                     and a.measure = r.measure
        where r.campaign_id = ${campaignId} and r.measure = ${measure} and r.state = 'open' order by r.id`,
  );

export const sendRequestTo = (tx: Tx, requestId: string, toUnitId: string): Promise<number> =>
  execute(
    tx,
    sql`update target.request set to_unit_id = ${toUnitId} where id = ${requestId} and state = 'open'`,
  );

export const lapseRequest = (tx: Tx, requestId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update target.request set state = 'lapsed', decided_at = ${now} where id = ${requestId} and state = 'open'`,
  );

/** Opens a request that lapsed; answers 0 where it did not. */
export const reopenRequest = (tx: Tx, requestId: string): Promise<number> =>
  execute(
    tx,
    sql`update target.request set state = 'open', decided_at = null where id = ${requestId} and state = 'lapsed'`,
  );
