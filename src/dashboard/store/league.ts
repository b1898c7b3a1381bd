// Sums of each unit of a level, of this edition and the one before, and of groupings; in the tree of one day.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import type { Look } from "../store.ts";

/** Short numbers of the units along a path: what a fact counts for on its way up. */
const STEPS = sql`unnest(string_to_array(rtrim(p.path, '.'), '.')::bigint[]) as step (no)`;

export interface LevelRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
  readonly parentId: string;
  readonly members: number;
  readonly units: number;
  readonly bags: number;
  readonly donated: number;
  readonly lastUnits: number;
  readonly lastBags: number;
}

/**
 * Every unit of a level below the unit looked at, with the sums of its subtree. Members are people affiliated as members
 * anywhere in it that day, each once.
 *
 * Cost: one pass over the counters of both editions and one over the members below, each fact counted once for every
 * unit of the level on its way up: 0.2 s for 16 children and 0.5 to 1 s for 640 grassroots unions with 3,200 members, the
 * whole answer on two cores with ten other processes at work. Every page of a ranking pays it anew.
 */
export const listLevel = (
  db: Db,
  look: Look,
  level: "children" | "grassroots",
  lastCampaignId: string | null,
): Promise<LevelRow[]> =>
  rows<LevelRow>(
    db,
    sql`with level as materialized (
          select u.unit_id, u.no, u.name, u.short_name, u.sort_key, u.parent_id
          from unit.v_unit u
          where u.side = 'union' and u.valid @> ${look.day}::date and u.path like ${`${look.path}%`}
            and case when ${level}::text = 'children' then u.parent_id = ${look.unitId}
                     else u.kind = 'grassroots' and u.unit_id <> ${look.unitId} end),
        paid as materialized (
          select c.path, k.campaign_id = ${look.campaignId} as this, k.measure, sum(k.value) as value
          from tally.v_counter k join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${look.day}::date
          where k.campaign_id in (${look.campaignId}, ${lastCampaignId}::uuid) and k.day <= ${look.day}::date
            and k.measure in ('units', 'bags', 'donated') and c.path like ${`${look.path}%`}
          group by 1, 2, 3),
        sums as (
          select step.no,
                 sum(p.value) filter (where p.this and p.measure = 'units') as units,
                 sum(p.value) filter (where p.this and p.measure = 'bags') as bags,
                 sum(p.value) filter (where p.this and p.measure = 'donated') as donated,
                 sum(p.value) filter (where not p.this and p.measure = 'units') as last_units,
                 sum(p.value) filter (where not p.this and p.measure = 'bags') as last_bags
          from paid p cross join lateral ${STEPS} join level on level.no = step.no
          group by step.no),
        people as (
          select step.no, count(distinct a.person_id) as members
          from unit.v_place p join person.v_affiliation a on a.unit_id = p.unit_id and a.relation = 'member'
            and a.valid @> ${look.day}::date
          cross join lateral ${STEPS} join level on level.no = step.no
          where p.valid @> ${look.day}::date and p.path like ${`${look.path}%`}
          group by step.no)
        select l.unit_id as id, l.name, l.short_name, l.sort_key, l.parent_id,
               coalesce(people.members, 0)::int as members, coalesce(sums.units, 0)::bigint as units,
               coalesce(sums.bags, 0)::bigint as bags, coalesce(sums.donated, 0)::bigint as donated,
               coalesce(sums.last_units, 0)::bigint as last_units, coalesce(sums.last_bags, 0)::bigint as last_bags
        from level l left join sums on sums.no = l.no left join people on people.no = l.no`,
  );

export interface LastEdition {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly unitRule: "bag" | "ml250";
}

/** The edition before: same programme, began earlier, led by who led this one or by a unit whose place it has. */
export const findLastEdition = (
  db: Db,
  look: Pick<Look, "campaignId" | "day">,
): Promise<LastEdition | undefined> =>
  row<LastEdition>(
    db,
    sql`select before.campaign_id as id, before.name, before.year, before.unit_rule
        from campaign.v_campaign this
        join unit.v_credit lead on lead.unit_id = this.unit_id and lead.valid @> ${look.day}::date
        join campaign.v_campaign before on before.programme = this.programme
          and lower(before.period) < lower(this.period)
        join unit.v_credit led on led.unit_id = before.unit_id and led.valid @> ${look.day}::date
          and led.credit_unit_id = lead.credit_unit_id
        where this.campaign_id = ${look.campaignId}
        order by lower(before.period) desc, before.campaign_id desc limit 1`,
  );

export interface GroupingMemberRow {
  readonly groupingId: string;
  readonly kind: "sector" | "territory" | "former-district" | "other";
  readonly name: string;
  /** null: a grouping without members that day. */
  readonly unitId: string | null;
  readonly path: string | null;
  readonly direct: boolean | null;
  /** It keeps a union that has ended together. */
  readonly was: boolean;
}

/** Groupings the unit keeps, with the members that stand below it on the day. */
export const listGroupingMembers = (db: Db, look: Look): Promise<GroupingMemberRow[]> =>
  rows<GroupingMemberRow>(
    db,
    sql`select g.grouping_id, g.kind, g.name, u.unit_id, u.path, u.parent_id = g.unit_id as direct,
               g.was_unit_id is not null as was
        from unit.v_grouping g
        left join (unit.v_grouping_member m join unit.v_place u on u.unit_id = m.unit_id
                     and u.valid @> ${look.day}::date and u.path like ${`${look.path}%`})
          on m.grouping_id = g.grouping_id and m.valid @> ${look.day}::date
        where g.unit_id = ${look.unitId}
        order by g.kind, g.name collate "C", g.grouping_id, u.path collate "C"`,
  );

export interface GroupingSumRow {
  readonly groupingId: string;
  readonly measure: "registered" | "donated" | "bags" | "ml" | "units";
  readonly value: number;
}

/**
 * Sums of the members' subtrees; what lies under two members of one grouping counts once. A grouping that keeps a former
 * district or sector union together also has what counted for that union itself on its last day: the results of unions
 * below it that had ended before. One pass over the counters.
 */
export const sumGroupings = (db: Db, look: Look): Promise<GroupingSumRow[]> =>
  rows<GroupingSumRow>(
    db,
    sql`with member as materialized (
          select g.grouping_id, u.no
          from unit.v_grouping g join unit.v_grouping_member m on m.grouping_id = g.grouping_id
            and m.valid @> ${look.day}::date
          join unit.v_place u on u.unit_id = m.unit_id and u.valid @> ${look.day}::date
          where g.unit_id = ${look.unitId} and u.path like ${`${look.path}%`}),
        was as materialized (
          select g.grouping_id, e.unit_id
          from unit.v_grouping g
          cross join lateral (select max(upper(p.valid)) as ended from unit.v_place p
                              where p.unit_id = g.was_unit_id having not bool_or(upper_inf(p.valid))) w
          join unit.v_credit e on e.credit_unit_id = g.was_unit_id and upper(e.valid) = w.ended
          where g.unit_id = ${look.unitId} and w.ended <= ${look.day}::date),
        paid as materialized (
          select k.unit_id, c.path, k.measure, sum(k.value) as value
          from tally.v_counter k join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${look.day}::date
          where k.campaign_id = ${look.campaignId} and k.day <= ${look.day}::date and c.path like ${`${look.path}%`}
          group by 1, 2, 3),
        inside as (
          select member.grouping_id, p.unit_id
          from (select distinct unit_id, path from paid) p cross join lateral ${STEPS} join member on member.no = step.no
          union
          select grouping_id, unit_id from was)
        select inside.grouping_id, paid.measure, sum(paid.value)::bigint as value
        from inside join paid on paid.unit_id = inside.unit_id
        group by 1, 2`,
  );

/** The same where every member stands directly below and no grouping was a union: from the kept sums of the branches. */
export const sumDirectGroupings = (db: Db, look: Look): Promise<GroupingSumRow[]> =>
  rows<GroupingSumRow>(
    db,
    sql`select x.grouping_id, m.measure, sum(m.value)::bigint as value
        from (select g.grouping_id, sum(b.registered) as registered, sum(b.donated) as donated, sum(b.bags) as bags,
                     sum(b.ml) as ml, sum(b.units) as units
              from unit.v_grouping g
              join unit.v_grouping_member gm on gm.grouping_id = g.grouping_id and gm.valid @> ${look.day}::date
              join unit.v_place u on u.unit_id = gm.unit_id and u.valid @> ${look.day}::date and u.parent_id = ${look.unitId}
              join tally.v_branch b on b.campaign_id = ${look.campaignId} and b.above = ${look.path} and b.branch = u.no::text
                and b.day <= ${look.day}::date and b.since <= ${look.day}::date and b.until > ${look.day}::date
              where g.unit_id = ${look.unitId}
              group by g.grouping_id) x
        cross join lateral (values ('registered', x.registered), ('donated', x.donated), ('bags', x.bags), ('ml', x.ml),
                                   ('units', x.units)) m (measure, value)
        group by 1, 2`,
  );
