// All SQL of targets. Numbers are history: a decision is a new version, and the highest is in force.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import type { BelowSplit, Share } from "./rules/decide-split.ts";
import type { TargetMeasure } from "./schema.ts";

/** Whose number: of what, of whom, in which campaign. */
export interface Of {
  readonly campaignId: string;
  readonly unitId: string;
  readonly measure: TargetMeasure;
}

interface Decided {
  readonly now: string;
  readonly by: string;
}

/** Waits until no other transaction is changing numbers of this campaign and measure, and keeps the rest waiting. */
export const lockBook = (tx: Tx, { campaignId, measure }: Of): Promise<number> =>
  execute(tx, sql`select target.lock_book(${campaignId}, ${measure})`);

/** Held from above or from outside; `byUnitId` null: from outside. At most one, which the database holds. */
export const findAssigned = (
  db: Db,
  { campaignId, unitId, measure }: Of,
): Promise<{ value: number; byUnitId: string | null } | undefined> =>
  row(
    db,
    sql`select value, by_unit_id from target.v_assigned
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`,
  );

export const findOwn = async (db: Db, { campaignId, unitId, measure }: Of): Promise<number | undefined> =>
  (
    await row<{ value: number }>(
      db,
      sql`select value from target.v_own
          where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`,
    )
  )?.value;

export const findSplit = (
  db: Db,
  { campaignId, unitId, measure }: Of,
): Promise<{ version: number; total: number; reserve: number } | undefined> =>
  row(
    db,
    sql`select version, total, reserve from target.v_split
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`,
  );

export interface Child {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly value: number | null;
  readonly own: number | null;
  /** It holds a number of the campaign that another unit gave. */
  readonly heldElsewhere: boolean;
  readonly members: number;
}

/**
 * Whom a share may be given, in the order they are shown: reached by a letter of the campaign first, then by name.
 * Members are people affiliated as members anywhere in the child's subtree that day, each once.
 * Plan: candidates by index (parent, sender, share), then for each one range of the path index.
 */
export const listChildren = (db: Db, { campaignId, unitId, measure }: Of, day: string): Promise<Child[]> =>
  rows<Child>(
    db,
    sql`with current as (
          select s.child_id, s.value from target.share s
          join target.v_split v on (v.campaign_id, v.unit_id, v.measure, v.version)
                                 = (s.campaign_id, s.unit_id, s.measure, s.version)
          where s.campaign_id = ${campaignId} and s.unit_id = ${unitId} and s.measure = ${measure}),
        candidate as (
          select u.unit_id from unit.v_unit u
          where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date
          union select r.unit_id from directive.v_recipient r
          where r.campaign_id = ${campaignId} and r.from_unit_id = ${unitId}
          union select child_id from current)
        select c.unit_id, n.name, n.short_name, current.value, own.value as own,
               exists (select 1 from target.v_assigned a
                       where a.campaign_id = ${campaignId} and a.unit_id = c.unit_id and a.measure = ${measure}
                         and a.by_unit_id is distinct from ${unitId}::uuid) as held_elsewhere,
               (select count(distinct p.person_id) from unit.v_unit u
                join person.v_affiliation p on p.unit_id = u.unit_id and p.relation = 'member'
                 and p.valid @> ${day}::date
                where u.path ~>=~ n.path and u.path ~<~ (rtrim(n.path, '.') || '/') and u.valid @> ${day}::date
               ) as members
        from candidate c
        -- A unit that has closed keeps its last name, so that its share is still seen.
        join lateral (select u.name, u.short_name, u.sort_key, u.path from unit.v_unit u where u.unit_id = c.unit_id
                      order by u.valid @> ${day}::date desc, upper(u.valid) desc nulls first limit 1) n on true
        left join current on current.child_id = c.unit_id
        left join target.v_own own on own.campaign_id = ${campaignId} and own.unit_id = c.unit_id
                                  and own.measure = ${measure}
        order by exists (select 1 from directive.v_recipient r
                         where r.campaign_id = ${campaignId} and r.unit_id = c.unit_id) desc,
                 n.sort_key collate "C", c.unit_id`,
  );

/** Splits in force at those of `unitIds` that have split. */
export const listSplits = (
  db: Db,
  { campaignId, measure }: Of,
  unitIds: readonly string[],
): Promise<BelowSplit[]> =>
  rows<BelowSplit>(
    db,
    sql`select asked.unit_id, s.total, s.reserve
        from unnest(${unitIds}::uuid[]) as asked (unit_id)
        cross join lateral (
          select x.total, x.reserve from target.split x
          where x.campaign_id = ${campaignId} and x.unit_id = asked.unit_id and x.measure = ${measure}
          order by x.version desc limit 1) s`,
  );

export const insertGiven = (
  tx: Tx,
  { campaignId, unitId, measure }: Of,
  given: Decided & { value: number; source: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into target.given (campaign_id, unit_id, measure, version, value, source, decided_at, decided_by)
        select ${campaignId}, ${unitId}, ${measure}, coalesce(max(version), 0) + 1, ${given.value}, ${given.source},
               ${given.now}, ${given.by}
        from target.given where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`,
  );

/** A new version: the split, then all its shares in one statement, as the database demands. */
export async function insertSplit(
  tx: Tx,
  { campaignId, unitId, measure }: Of,
  split: Decided & {
    version: number;
    total: number;
    reserve: number;
    reason: string;
    shares: readonly Share[];
  },
): Promise<void> {
  await execute(
    tx,
    sql`insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, reason,
                                  decided_at, decided_by)
        values (${campaignId}, ${unitId}, ${measure}, ${split.version}, ${split.total}, ${split.reserve},
                ${split.shares.length}, ${split.reason}, ${split.now}, ${split.by})`,
  );
  await execute(
    tx,
    sql`insert into target.share (campaign_id, unit_id, measure, version, child_id, value)
        select ${campaignId}, ${unitId}, ${measure}, ${split.version}, s.child_id, s.value
        from unnest(${split.shares.map((share) => share.unitId)}::uuid[],
                    ${split.shares.map((share) => share.value)}::int[]) as s (child_id, value)`,
  );
}

/** A new version of a split below whose shares stay and whose reserve follows the number it now holds. */
export async function followSplit(
  tx: Tx,
  { campaignId, measure }: Of,
  { unitId, total, reserve }: BelowSplit,
  { now, by }: Decided,
): Promise<void> {
  const [before] = await rows<{ version: number }>(
    tx,
    sql`insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, decided_at, decided_by)
        select campaign_id, unit_id, measure, version + 1, ${total}, ${reserve}, parts, ${now}, ${by}
        from target.split
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
        order by version desc limit 1
        returning version - 1 as version`,
  );
  await execute(
    tx,
    sql`insert into target.share (campaign_id, unit_id, measure, version, child_id, value)
        select campaign_id, unit_id, measure, version + 1, child_id, value from target.share
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
          and version = ${before?.version ?? null}`,
  );
}

export const insertOwn = (
  tx: Tx,
  { campaignId, unitId, measure }: Of,
  own: Decided & { value: number },
): Promise<number> =>
  execute(
    tx,
    sql`insert into target.own (campaign_id, unit_id, measure, version, value, decided_at, decided_by)
        select ${campaignId}, ${unitId}, ${measure}, coalesce(max(version), 0) + 1, ${own.value}, ${own.now}, ${own.by}
        from target.own where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`,
  );
