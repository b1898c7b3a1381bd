// Sums of each unit of a level, of this edition and the one before, and of groupings; in the tree of one day.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { endOfRange } from "../../unit/rules/path.ts";
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

type Level = "children" | "grassroots";

/** More units below than these are not ranked one by one: a large province has some seventy thousand, a nation ten times that. */
const MOST_UNITS_RANKED = 120_000;

/** Whether so many units stand below that their grassroots unions are not ranked. */
export const isTooWide = async (db: Db, look: Look, most = MOST_UNITS_RANKED): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from unit.v_standing s
        where s.path ~>=~ ${look.path} and s.path ~<~ ${endOfRange(look.path)} and (s.valid @> ${look.day}::date) is true
        offset ${most} limit 1`,
  )) !== undefined;

const levelOf = (look: Look, level: Level) =>
  level === "children"
    ? sql`
  level as materialized (
    select u.unit_id, u.no, u.name, u.short_name, u.sort_key, u.parent_id
    from unit.v_unit u where u.side = 'union' and u.valid @> ${look.day}::date and u.parent_id = ${look.unitId})`
    : sql`
  level as materialized (
    select s.unit_id, u.no, n.name, n.short_name, n.sort_key, u.parent_id
    from unit.v_standing s
    cross join lateral (
      select n.name, n.short_name, n.sort_key from unit.v_naming n
      where n.unit_id = s.unit_id and n.kind = 'grassroots' and (n.valid @> ${look.day}::date) is true offset 0) n
    cross join lateral (
      select u.no, u.parent_id from unit.v_place u
      where u.unit_id = s.unit_id and u.side = 'union' and (u.valid @> ${look.day}::date) is true offset 0) u
    where s.path ~>=~ ${look.path} and s.path ~<~ ${endOfRange(look.path)} and (s.valid @> ${look.day}::date) is true
      and s.unit_id <> ${look.unitId})`;

/** Who is a member twice below a unit of that short number counts there once: by how much the plain count is too high. */
const twice = (look: Look) => sql`
  again as (
    select step.no, count(*) - count(distinct p.person_id) as again
    from (select t.person_id, w.path from person.v_member_twice t
          join unit.v_place w on w.unit_id = t.unit_id and w.valid @> ${look.day}::date
          where t.valid @> ${look.day}::date) p
    cross join lateral ${STEPS}
    group by step.no)`;

/**
 * Every unit of a level below the unit looked at, with the sums of its subtree. Members are people affiliated as members
 * anywhere in it that day, each once.
 *
 * Cost: of unions directly below on the first floors of the tree the kept sums; else one pass over the units below, with
 * the counters of both editions and the members of each by index.
 */
export async function listLevel(
  db: Db,
  look: Look,
  level: Level,
  lastCampaignId: string | null,
): Promise<LevelRow[]> {
  const kept =
    level === "children" &&
    isSumKept(look.path) &&
    (await row(db, sql`select 1 from person.v_branch_from where first_day <= ${look.day}::date`)) !==
      undefined;
  return rows<LevelRow>(
    db,
    sql`with ${levelOf(look, level)},
        ${kept ? keptSums(look, lastCampaignId) : countedSums(look, lastCampaignId)},
        ${twice(look)},
        -- Put together by adding up, not by joins: a planner that takes a level for one unit would add up anew for each.
        together as (
          select no, unit_id, name, short_name, sort_key, parent_id, null::numeric as members, null::numeric as units,
                 null::numeric as bags, null::numeric as donated, null::numeric as last_units, null::numeric as last_bags
          from level
          union all
          select no, null, null, null, null, null, null, units, bags, donated, last_units, last_bags from sums
          union all
          select no, null, null, null, null, null, members, null, null, null, null, null from people
          union all
          select no, null, null, null, null, null, -again, null, null, null, null, null from again)
        select (array_agg(t.unit_id) filter (where t.unit_id is not null))[1] as id, max(t.name) as name,
               max(t.short_name) as short_name, max(t.sort_key) as sort_key,
               (array_agg(t.parent_id) filter (where t.parent_id is not null))[1] as parent_id,
               coalesce(sum(t.members), 0)::int as members, coalesce(sum(t.units), 0)::bigint as units,
               coalesce(sum(t.bags), 0)::bigint as bags, coalesce(sum(t.donated), 0)::bigint as donated,
               coalesce(sum(t.last_units), 0)::bigint as last_units, coalesce(sum(t.last_bags), 0)::bigint as last_bags
        from together t group by t.no having bool_or(t.unit_id is not null)`,
  );
}

const keptSums = (look: Look, lastCampaignId: string | null) => sql`
  sums as (
    select nullif(b.branch, '')::bigint as no,
           sum(b.units) filter (where b.campaign_id = ${look.campaignId}) as units,
           sum(b.bags) filter (where b.campaign_id = ${look.campaignId}) as bags,
           sum(b.donated) filter (where b.campaign_id = ${look.campaignId}) as donated,
           sum(b.units) filter (where b.campaign_id <> ${look.campaignId}) as last_units,
           sum(b.bags) filter (where b.campaign_id <> ${look.campaignId}) as last_bags
    from tally.v_branch b
    where b.campaign_id = any (array_remove(array[${look.campaignId}, ${lastCampaignId}]::uuid[], null))
      and b.above = ${look.path} and b.day <= ${look.day}::date
      and b.since <= ${look.day}::date and b.until > ${look.day}::date
    group by b.branch),
  people as (
    select nullif(b.branch, '')::bigint as no, sum(b.members) as members
    from person.v_branch b
    where b.above = ${look.path} and b.day <= ${look.day}::date
      and b.since <= ${look.day}::date and b.until > ${look.day}::date
    group by b.branch)`;

// A planner that takes a level for one unit would go through it for each fact: so they meet by `in`, which is a hash.
const countedSums = (look: Look, lastCampaignId: string | null) => sql`
  counting as materialized (
    select c.unit_id, c.path from unit.v_credit c
    where c.path ~>=~ ${look.path} and c.path ~<~ ${endOfRange(look.path)} and (c.valid @> ${look.day}::date) is true),
  paid as materialized (
    select c.path, k.campaign_id = ${look.campaignId} as this, k.measure, sum(k.value) as value
    from counting c
    cross join lateral (
      select k.campaign_id, k.measure, k.value from tally.v_counter k
      where k.unit_id = c.unit_id and k.day <= ${look.day}::date
        and k.campaign_id = any (array_remove(array[${look.campaignId}, ${lastCampaignId}]::uuid[], null))
        and k.measure in ('units', 'bags', 'donated') offset 0) k
    group by 1, 2, 3),
  sums as (
    select step.no,
           sum(p.value) filter (where p.this and p.measure = 'units') as units,
           sum(p.value) filter (where p.this and p.measure = 'bags') as bags,
           sum(p.value) filter (where p.this and p.measure = 'donated') as donated,
           sum(p.value) filter (where not p.this and p.measure = 'units') as last_units,
           sum(p.value) filter (where not p.this and p.measure = 'bags') as last_bags
    from paid p cross join lateral ${STEPS} where step.no in (select l.no from level l)
    group by step.no),
  lists as materialized (
    select u.path, count(*) as members
    from unit.v_standing u
    cross join lateral (
      select 1 from person.v_member m where m.unit_id = u.unit_id and (m.valid @> ${look.day}::date) is true offset 0) m
    where u.path ~>=~ ${look.path} and u.path ~<~ ${endOfRange(look.path)} and (u.valid @> ${look.day}::date) is true
    group by u.path),
  people as (
    select step.no, sum(p.members) as members
    from lists p cross join lateral ${STEPS} where step.no in (select l.no from level l)
    group by step.no)`;

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

/**
 * Members of the groupings a unit keeps, with where they stand on the day. Grouping by grouping: of a nation's members
 * a province's are few, which the planner cannot tell.
 */
const members = (look: Look) => sql`
  unit.v_grouping g
  cross join lateral (
    select m.unit_id from unit.v_grouping_member m
    where m.grouping_id = g.grouping_id and (m.valid @> ${look.day}::date) is true offset 0) m
  cross join lateral (
    select u.unit_id, u.no, u.path, u.parent_id = g.unit_id as direct from unit.v_place u
    where u.unit_id = any (array[m.unit_id]) and (u.valid @> ${look.day}::date) is true offset 0) u`;

export interface GroupingRow {
  readonly id: string;
  readonly kind: "sector" | "territory" | "former-district" | "other";
  readonly name: string;
  readonly members: number;
  readonly directIds: readonly string[] | null;
  /** Of members inside another member only the outer one counts. */
  readonly assigned: number | null;
  /** It keeps a union that has ended together. */
  readonly was: boolean;
}

/** Groupings the unit keeps, with how many members stand below it on the day and what those were assigned. */
export const listGroupings = (db: Db, look: Look): Promise<GroupingRow[]> =>
  rows<GroupingRow>(
    db,
    sql`with member as materialized (
          select g.grouping_id, u.unit_id, u.path collate "C" as path, u.direct,
                 -- Whoever stands inside an earlier member comes before its end.
                 max((rtrim(u.path, '.') || '/') collate "C") over (
                   partition by g.grouping_id order by u.path collate "C"
                   rows between unbounded preceding and 1 preceding) as covered
          from ${members(look)}
          where g.unit_id = ${look.unitId} and u.path like ${`${look.path}%`})
        select g.grouping_id as id, g.kind, g.name, g.was_unit_id is not null as was, count(m.unit_id) as members,
               array_agg(m.unit_id order by m.path) filter (where m.direct) as direct_ids, sum(t.value) as assigned
        from unit.v_grouping g
        left join member m on m.grouping_id = g.grouping_id
        left join lateral (
          select v.value from target.v_assigned_version v
          where v.campaign_id = ${look.campaignId} and v.unit_id = m.unit_id and v.measure = 'units'
            and v.in_force @> ${look.day}::date offset 0) t on m.covered is null or m.path >= m.covered
        where g.unit_id = ${look.unitId}
        group by g.grouping_id, g.kind, g.name, g.was_unit_id
        order by g.kind, g.name collate "C", g.grouping_id`,
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
          from ${members(look)}
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
              from ${members(look)}
              join tally.v_branch b on b.campaign_id = ${look.campaignId} and b.above = ${look.path} and b.branch = u.no::text
                and b.day <= ${look.day}::date and b.since <= ${look.day}::date and b.until > ${look.day}::date
              where g.unit_id = ${look.unitId} and u.direct
              group by g.grouping_id) x
        cross join lateral (values ('registered', x.registered), ('donated', x.donated), ('bags', x.bags), ('ml', x.ml),
                                   ('units', x.units)) m (measure, value)
        group by 1, 2`,
  );
