// SQL of those below in a split: who may be given a share, what each holds and asks for.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import type { AsOf, Of } from "../store.ts";

export interface Child {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  /** Its short number, and its place: as of the day, or its last. */
  readonly no: number;
  readonly path: string;
  readonly value: number | null;
  readonly own: number | null;
  /** It holds a number of the campaign that another unit gave. */
  readonly heldElsewhere: boolean;
  readonly asked: number | null;
  /** How many there are in all: a letter that goes straight to everybody makes everybody one. */
  readonly all: number;
  readonly reached: number;
  readonly sortKey: string;
}

/** A split has no more shares than this (`SplitEntry`). */
export const MOST_CHILDREN = 2000;

export interface Look {
  /** The tree of this day. */
  readonly day: string;
  /** The numbers of a day that is past. */
  readonly asOf: AsOf;
  /** Of these units alone, and of whoever has a share. */
  readonly only?: readonly string[];
  /** The first so many: who has a share, then who stands directly below. */
  readonly most?: number;
  /** Of those, so many after that key; absent: all. */
  readonly page?: { readonly after: ChildKey | undefined; readonly limit: number };
}

/** What children are ordered by: reached by a letter (1) or not (2), the name's key, the id. */
export interface ChildKey {
  readonly reached: number;
  readonly sortKey: string;
  readonly unitId: string;
}

/** Numbers held by units other than the one that splits, now or on a day. */
const heldBy = ({ campaignId, unitId, measure }: Of, asOf: AsOf) =>
  asOf === null
    ? sql`select 1 from target.v_assigned a
          where a.campaign_id = ${campaignId} and a.unit_id = c.unit_id and a.measure = ${measure}
            and a.by_unit_id is distinct from ${unitId}::uuid`
    : sql`select 1 from target.v_assigned_version a
          where a.campaign_id = ${campaignId} and a.unit_id = c.unit_id and a.measure = ${measure}
            and a.in_force @> ${asOf}::date and a.by_unit_id is distinct from ${unitId}::uuid`;

/**
 * Whom a share may be given, in the order they are shown: reached by a letter of the campaign first, then by name.
 * `version` is the split shown, 0 for none. A unit that does not stand on the day is listed only while it has a share.
 * Plan: candidates by index (parent, sender, share), names and letters by some look-ups for each one, the rest for those
 * of the page.
 */
export const listChildren = (
  db: Db,
  of: Of,
  version: number,
  { day, asOf, only, most = MOST_CHILDREN, page }: Look,
): Promise<Child[]> =>
  rows<Child>(
    db,
    sql`with current as (
          select s.child_id, s.value from target.share s
          where s.campaign_id = ${of.campaignId} and s.unit_id = ${of.unitId} and s.measure = ${of.measure}
            and s.version = ${version}),
        possible as (
          select u.unit_id, 2 as rank from unit.v_unit u
          where u.parent_id = ${of.unitId} and u.side = 'union' and u.valid @> ${day}::date
          union all select r.unit_id, 3 from directive.v_recipient r
          join unit.v_place p on p.unit_id = r.unit_id and p.valid @> ${day}::date
          where r.campaign_id = ${of.campaignId} and r.from_unit_id = ${of.unitId}
            and (r.reached_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date
          union all select child_id, 1 from current),
        candidate as materialized (
          select p.unit_id, count(*) over ()::int as "all" from possible p
          where ${only ?? null}::uuid[] is null or p.rank = 1 or p.unit_id = any (${only ?? null}::uuid[])
          group by p.unit_id order by min(p.rank), p.unit_id limit ${most}),
        c as materialized (
          select c.unit_id, c."all", n.name, n.short_name, n.no, n.path, n.sort_key,
                 -- "limit" keeps it a look-up for each one: as "exists" all receivers of the campaign would be read instead.
                 coalesce((select 1 from directive.v_recipient r
                           where r.campaign_id = ${of.campaignId} and r.unit_id = c.unit_id limit 1), 2) as reached
          from candidate c
          -- A unit that has closed keeps its last name, so that its share is still seen.
          join lateral (select u.name, u.short_name, u.sort_key collate "C" as sort_key, u.path, u.no
                        from unit.v_unit u where u.unit_id = c.unit_id
                        order by u.valid @> ${day}::date desc, upper(u.valid) desc nulls first limit 1) n on true),
        shown as materialized (
          select * from c
          where ${afterKey(page?.after)}
          order by c.reached, c.sort_key, c.unit_id limit ${page?.limit ?? null})
        select c.unit_id, c.name, c.short_name, c.no, c.path, current.value, own.value as own,
               exists (${heldBy(of, asOf)}) as held_elsewhere, request.asked, c."all", c.reached, c.sort_key
        from shown c
        left join current on current.child_id = c.unit_id
        left join target.request request on request.campaign_id = ${of.campaignId} and request.unit_id = c.unit_id
                                        and request.measure = ${of.measure} and request.state = 'open'
                                        and request.to_unit_id = ${of.unitId}
        left join lateral (
          select o.value from target.v_own_version o
          where o.campaign_id = ${of.campaignId} and o.unit_id = c.unit_id and o.measure = ${of.measure}
            and (case when ${asOf}::date is null then upper_inf(o.in_force) else o.in_force @> ${asOf}::date end)
          limit 1) own on true
        order by c.reached, c.sort_key, c.unit_id`,
  );

const afterKey = (key: ChildKey | undefined) =>
  key === undefined
    ? sql`true`
    : sql`(c.reached, c.sort_key, c.unit_id) > (${key.reached}::integer, ${key.sortKey}, ${key.unitId}::uuid)`;

export interface Edition {
  readonly id: string;
  readonly name: string;
}

/**
 * The edition of the same programme before this one, led by the same unit or by one whose results count there on `day`;
 * undefined: this is the first known.
 */
export const findLastEdition = (db: Db, campaignId: string, day: string): Promise<Edition | undefined> =>
  row<Edition>(
    db,
    sql`select last.campaign_id as id, last.name
        from campaign.v_campaign this
        join unit.v_credit led on led.unit_id = this.unit_id and led.valid @> ${day}::date
        join campaign.v_campaign last on last.programme = this.programme and lower(last.period) < lower(this.period)
        join unit.v_credit before on before.unit_id = last.unit_id and before.valid @> ${day}::date
                                 and before.credit_unit_id = led.credit_unit_id
        where this.campaign_id = ${campaignId}
        order by lower(last.period) desc, last.campaign_id desc limit 1`,
  );
