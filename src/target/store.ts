// All SQL of targets. Numbers are history: a decision is a new version, and the highest is in force.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import type { BelowSplit, Share } from "./rules/decide-split.ts";
import type { Cause } from "./schema/history.ts";
import type { TargetMeasure } from "./schema.ts";

/** Whose number: of what, of whom, in which campaign. */
export interface Of {
  readonly campaignId: string;
  readonly unitId: string;
  readonly measure: TargetMeasure;
}

/** Who decides and when; `inForceOn` absent: from that day on. */
export interface Decided {
  readonly now: string;
  readonly by: string | null;
  readonly inForceOn?: string;
}

/** Waits until no other transaction is changing numbers of this campaign and measure, and keeps the rest waiting. */
export const lockBook = (tx: Tx, { campaignId, measure }: Of): Promise<number> =>
  execute(tx, sql`select target.lock_book(${campaignId}, ${measure})`);

/** A day that is past; null: the numbers in force now. */
export type AsOf = string | null;

/** Held from above or from outside; `byUnitId` null: from outside. At most one, which the database holds. */
export const findAssigned = (
  db: Db,
  { campaignId, unitId, measure }: Of,
  asOf: AsOf = null,
): Promise<{ value: number; byUnitId: string | null } | undefined> =>
  row(
    db,
    asOf === null
      ? sql`select value, by_unit_id from target.v_assigned
            where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`
      : sql`select value, by_unit_id from target.v_assigned_version
            where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
              and in_force @> ${asOf}::date`,
  );

export const findOwn = async (
  db: Db,
  { campaignId, unitId, measure }: Of,
  asOf: AsOf = null,
): Promise<number | undefined> =>
  (
    await row<{ value: number }>(
      db,
      asOf === null
        ? sql`select value from target.v_own
              where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}`
        : sql`select value from target.v_own_version
              where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
                and in_force @> ${asOf}::date`,
    )
  )?.value;

export interface Split {
  readonly version: number;
  readonly total: number;
  readonly reserve: number;
  readonly inForceOn: string;
}

export const findSplit = (
  db: Db,
  { campaignId, unitId, measure }: Of,
  asOf: AsOf = null,
): Promise<Split | undefined> =>
  row(
    db,
    sql`select version, total, reserve, in_force_on from target.v_split_version
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
          and (${asOf}::date is null or in_force @> ${asOf}::date)
        order by version desc limit 1`,
  );

export const listShares = (db: Db, { campaignId, unitId, measure }: Of, version: number): Promise<Share[]> =>
  rows<Share>(
    db,
    sql`select child_id as unit_id, value from target.share
        where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure} and version = ${version}
        order by child_id`,
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

export interface NewSplit extends Decided {
  readonly version: number;
  readonly total: number;
  readonly reserve: number;
  readonly reason: string;
  readonly shares: readonly Share[];
  readonly cause: Cause;
  /** The re-organisation that is the cause. */
  readonly decisionId?: string;
}

/** A new version: the split, then all its shares in one statement, as the database demands. */
export async function insertSplit(
  tx: Tx,
  { campaignId, unitId, measure }: Of,
  split: NewSplit,
): Promise<void> {
  await execute(
    tx,
    sql`insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, reason,
                                  decided_at, decided_by, in_force_on, cause, decision_id)
        values (${campaignId}, ${unitId}, ${measure}, ${split.version}, ${split.total}, ${split.reserve},
                ${split.shares.length}, ${split.reason}, ${split.now}, ${split.by}, ${split.inForceOn ?? null},
                ${split.cause}, ${split.decisionId ?? null})`,
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
    sql`insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, decided_at, decided_by, cause)
        select campaign_id, unit_id, measure, version + 1, ${total}, ${reserve}, parts, ${now}, ${by}, 'followed'
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

/** `value` null: the unit sets itself none any more. Answers the new version. */
export const insertOwn = async (
  tx: Tx,
  { campaignId, unitId, measure }: Of,
  own: Decided & { value: number | null },
): Promise<number> =>
  (
    await row<{ version: number }>(
      tx,
      sql`insert into target.own (campaign_id, unit_id, measure, version, value, decided_at, decided_by, in_force_on)
          select ${campaignId}, ${unitId}, ${measure}, coalesce(max(version), 0) + 1, ${own.value}, ${own.now}, ${own.by},
                 ${own.inForceOn ?? null}
          from target.own where campaign_id = ${campaignId} and unit_id = ${unitId} and measure = ${measure}
          returning version`,
    )
  )?.version ?? 0;
