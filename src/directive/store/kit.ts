// SQL of the propaganda kit: its versions, whose kit a letter is spread with, its open page, and how many it reached.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { KitContent, KitVersion, Reach } from "../schema/kit.ts";

/**
 * The letter whose kit is used for `directiveId`: its own, else that of the nearest letter it amends, replaces, urges
 * or carries further, up to the root. An earlier wording of one's own is nearer than the letter from above.
 */
export const findKitLetter = async (db: Db, directiveId: string): Promise<string | undefined> =>
  (
    await row<{ id: string }>(
      db,
      sql`with recursive up as (
            select d.id, d.of_id, d.parent_id, 0 as steps, 0 as side from directive.directive d
            where d.id = ${directiveId}
            union
            select d.id, d.of_id, d.parent_id, up.steps + 1, case when d.id = up.of_id then 0 else 1 end
            from up join directive.directive d on d.id in (up.of_id, up.parent_id))
          select up.id from up
          where exists (select 1 from directive.kit k where k.directive_id = up.id)
          order by up.steps, up.side, up.id desc limit 1`,
    )
  )?.id;

/** The latest first. */
export const listVersions = (db: Db, directiveId: string): Promise<KitVersion[]> =>
  rows<KitVersion>(
    db,
    sql`select id, version, note, published_at from directive.kit
        where directive_id = ${directiveId} order by version desc`,
  );

export const findContent = async (db: Db, kitId: string): Promise<KitContent | undefined> =>
  (await row<{ content: KitContent }>(db, sql`select content from directive.kit where id = ${kitId}`))
    ?.content;

export const newestVersion = async (db: Db, directiveId: string): Promise<number> =>
  (
    await row<{ version: number }>(
      db,
      sql`select coalesce(max(version), 0) as version from directive.kit where directive_id = ${directiveId}`,
    )
  )?.version ?? 0;

export interface NewKit {
  readonly id: string;
  readonly directiveId: string;
  readonly version: number;
  readonly content: KitContent;
  readonly note: string;
}

/** Answers 0 when the letter has that version already, or the id is used. */
export const insertKit = (tx: Tx, kit: NewKit & { now: string; by: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.kit (id, directive_id, version, content, note, published_at, published_by)
        values (${kit.id}, ${kit.directiveId}, ${kit.version}, ${JSON.stringify(kit.content)}::jsonb, ${kit.note},
                ${kit.now}, ${kit.by})
        on conflict do nothing`,
  );

/** A version of that id, and whether it is just this one. */
export const findKit = (db: Db, kit: NewKit): Promise<{ same: boolean } | undefined> =>
  row(
    db,
    sql`select (directive_id, version, note) = (${kit.directiveId}::uuid, ${kit.version}::int, ${kit.note})
               and content = ${JSON.stringify(kit.content)}::jsonb as same
        from directive.kit where id = ${kit.id}`,
  );

export const findPageCode = async (db: Db, directiveId: string): Promise<string | undefined> =>
  (
    await row<{ code: string }>(
      db,
      sql`select code from directive.kit_page where directive_id = ${directiveId}`,
    )
  )?.code;

/** Answers 0 when the code is another letter's, or the letter has one. */
export const insertPage = (tx: Tx, code: string, directiveId: string): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.kit_page (code, directive_id) values (${code}, ${directiveId})
        on conflict do nothing`,
  );

export interface KitPageFacts {
  readonly directiveId: string;
  readonly campaignId: string;
  readonly senderId: string;
  /** The letter's newest wording was recalled. */
  readonly recalled: boolean;
  readonly content: KitContent;
  readonly version: number;
  readonly publishedAt: string;
}

/**
 * What the page of a code shows: the kit of the letter's newest wording that has one. A poster stays on the wall when
 * the letter is amended.
 */
export const findPage = (db: Db, code: string): Promise<KitPageFacts | undefined> =>
  row<KitPageFacts>(
    db,
    sql`with recursive wording as (
          select d.id, d.campaign_id, d.unit_id, 0 as n
          from directive.kit_page p join directive.directive d on d.id = p.directive_id where p.code = ${code}
          union all
          select d.id, d.campaign_id, d.unit_id, w.n + 1
          from wording w join directive.directive d
            on d.of_id = w.id and d.relation in ('amend', 'replace') and d.state = 'issued')
        select w.id as directive_id, w.campaign_id, w.unit_id as sender_id, k.content, k.version, k.published_at,
               exists (select 1 from directive.recall r
                       where r.directive_id = (select id from wording order by n desc limit 1)) as recalled
        from wording w join directive.kit k on k.directive_id = w.id
        order by w.n desc, k.version desc limit 1`,
  );

/**
 * By channel in `unitId` and everything below it on `day`, over all letters of the family.
 *
 * Plan: the units below once, as one range of the path index; the family's disseminations by directive_root and
 * dissemination_of; the two joined by hash. An outer join, because the planner takes the units that stand on a day for
 * one: of an inner join it might go through the one list for every row of the other.
 */
export const sumReach = (db: Db, rootId: string, unitId: string, day: string): Promise<Reach[]> =>
  rows<Reach>(
    db,
    sql`with below as materialized (
          select u.unit_id from unit.v_standing top
          join unit.v_standing u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
           and u.valid @> ${day}::date
          where top.unit_id = ${unitId} and top.valid @> ${day}::date),
        spread as materialized (
          select s.unit_id, s.channel, s.people
          from directive.directive f join directive.dissemination s on s.directive_id = f.id
          where f.root_id = ${rootId})
        select spread.channel, count(below.unit_id) as times,
               sum(spread.people) filter (where below.unit_id is not null) as people
        from spread left join below using (unit_id)
        group by spread.channel having count(below.unit_id) > 0`,
  );

export interface BranchFacts {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
  /** Null where the branch has reached nobody yet. */
  readonly channel: Reach["channel"] | null;
  readonly times: number;
  readonly people: number;
}

/**
 * Unions directly below `unitId` on `day` in the order of names, after a key, `limit` of them; each with one row a
 * channel its branch used.
 *
 * Plan: a page of children by path_parent; units below and disseminations once as in `sumReach`, each unit told to its
 * branch by the step of its path below `unitId`, all joined by hash.
 */
export const listBranches = (
  db: Db,
  asked: {
    rootId: string;
    unitId: string;
    day: string;
    after: { by: string; id: string } | undefined;
    limit: number;
  },
): Promise<BranchFacts[]> =>
  rows<BranchFacts>(
    db,
    sql`with top as (
          select path from unit.v_standing where unit_id = ${asked.unitId} and valid @> ${asked.day}::date),
        child as materialized (
          select u.unit_id, u.name, u.short_name, u.sort_key, u.path from unit.v_unit u
          where u.parent_id = ${asked.unitId} and u.side = 'union' and u.valid @> ${asked.day}::date
            and (${asked.after?.by ?? null}::text is null
                 or (u.sort_key collate "C", u.unit_id) > (${asked.after?.by ?? null}, ${asked.after?.id ?? null}::uuid))
          order by u.sort_key collate "C", u.unit_id limit ${asked.limit}),
        below as materialized (
          select u.unit_id, top.path || split_part(substr(u.path, length(top.path) + 1), '.', 1) || '.' as branch
          from top
          join unit.v_standing u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
           and u.valid @> ${asked.day}::date),
        told as materialized (
          select s.unit_id, s.channel, s.people
          from directive.directive f join directive.dissemination s on s.directive_id = f.id
          where f.root_id = ${asked.rootId}),
        spread as materialized (
          select below.branch, told.channel, count(*) as times, sum(told.people) as people
          from told left join below using (unit_id) group by 1, 2)
        select child.unit_id, child.name, child.short_name, child.sort_key, spread.channel,
               coalesce(spread.times, 0) as times, coalesce(spread.people, 0) as people
        from child left join spread on spread.branch = child.path
        order by child.sort_key collate "C", child.unit_id`,
  );
