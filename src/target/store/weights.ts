// SQL of what a number is shared out by: members of subtrees, and what they reached in the edition before.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { aboveOf } from "../../unit/rules/path.ts";
import type { TargetMeasure } from "../schema.ts";
import type { Child } from "./children.ts";

export interface Weight {
  readonly unitId: string;
  readonly members: number;
  readonly lastResultHundredths: number | null;
}

export interface Weighing {
  readonly measure: TargetMeasure;
  /** The tree of this day. */
  readonly day: string;
  /** The campaign whose results are the last ones. */
  readonly lastCampaignId: string | null;
}

/**
 * One row for each of `children`. Members are people affiliated as members anywhere in its subtree that day, each once;
 * results those of its subtree in the tree of the day, null where nothing counted there.
 * Plan: of the first floors the kept sums, a range of an index for each unit above; further down the members and
 * counters of a child's own subtree by index. Who is a member twice is taken off: everybody is read who may be, a few.
 */
export const listWeights = (
  db: Db,
  children: readonly Pick<Child, "unitId" | "no" | "path">[],
  { measure, day, lastCampaignId }: Weighing,
): Promise<Weight[]> => {
  const aboves = children.map(({ path }) => aboveOf(path));
  return rows<Weight>(
    db,
    sql`with child as materialized (
          select c.unit_id, c.no, c.path, c.above, c.kept,
                 c.kept and ${day}::date >= (select first_day from person.v_branch_from) as counted
          from unnest(${children.map(({ unitId }) => unitId)}::uuid[], ${children.map(({ no }) => no)}::bigint[],
                      ${children.map(({ path }) => path)}::text[], ${aboves}::text[],
                      ${aboves.map(isSumKept)}::boolean[]) as c (unit_id, no, path, above, kept)),
        above as materialized (select distinct c.above collate "C" as above from child c where c.kept),
        people as (
          select b.above, b.branch, sum(b.members) as members from person.v_branch b
          where b.above = any (array(select above from above))
            and b.day <= ${day}::date and b.since <= ${day}::date and b.until > ${day}::date
          group by 1, 2),
        again as (
          select step.no::bigint as no, count(*) - count(distinct t.person_id) as again
          from person.v_member_twice t
          join unit.v_place p on p.unit_id = t.unit_id and p.valid @> ${day}::date
          cross join lateral unnest(string_to_array(rtrim(p.path, '.'), '.')) as step (no)
          where t.valid @> ${day}::date
          group by 1),
        reached as (
          select b.above, b.branch,
                 case ${measure}::text when 'units' then sum(b.units) else sum(b.registered) * 100 end as value
          from tally.v_branch b
          where b.campaign_id = ${lastCampaignId}::uuid and b.above = any (array(select above from above))
            and b.since <= ${day}::date and b.until > ${day}::date
          group by 1, 2)
        select c.unit_id,
               case when c.counted then coalesce(people.members, 0) - coalesce(again.again, 0)
                    else (select count(distinct m.person_id) from unit.v_place u
                          join person.v_member m on m.unit_id = u.unit_id and m.valid @> ${day}::date
                          where u.path ~>=~ c.path and u.path ~<~ (rtrim(c.path, '.') || '/') and u.valid @> ${day}::date)
               end as members,
               nullif(case when c.kept then reached.value
                           else (select sum(k.value) * case ${measure}::text when 'units' then 1 else 100 end
                                 from unit.v_credit u
                                 join tally.v_counter k on k.campaign_id = ${lastCampaignId}::uuid and k.unit_id = u.unit_id
                                  and k.measure = case ${measure}::text when 'units' then 'units' else 'registered' end
                                 where u.path ~>=~ c.path and u.path ~<~ (rtrim(c.path, '.') || '/')
                                   and u.valid @> ${day}::date) end, 0)::bigint as last_result_hundredths
        from child c
        left join people on c.counted and people.above = c.above and people.branch = c.no::text
        left join again on c.counted and again.no = c.no
        left join reached on c.kept and reached.above = c.above and reached.branch = c.no::text`,
  );
};
