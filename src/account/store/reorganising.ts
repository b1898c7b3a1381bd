// SQL of offices at units that end: terms cut to the eve of the day, join codes that must not outlive their unit.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface Ending {
  readonly unitIds: readonly string[];
  /** The first day they stand no more. */
  readonly on: string;
}

/** How many terms reach beyond the eve, by unit; `later`: begun on the day or after. */
export const countGrants = (
  db: Db,
  { unitIds, on }: Ending,
): Promise<{ unitId: string; running: number; later: number }[]> =>
  rows(
    db,
    sql`select g.unit_id, (count(*) filter (where lower(g.term) < ${on}::date))::int as running,
               (count(*) filter (where lower(g.term) >= ${on}::date))::int as later
        from account.grant g
        where g.unit_id = any (${unitIds}::uuid[]) and g.term && daterange(${on}::date, null)
        group by g.unit_id order by g.unit_id`,
  );

/** Join codes that could still be used, by unit. `from`: only those that work at that instant. */
export const countCodes = (
  db: Db,
  { unitIds, on }: Ending,
  today: string,
): Promise<{ unitId: string; codes: number }[]> =>
  rows(
    db,
    sql`select c.unit_id, count(*)::int as codes from account.code c
        where c.unit_id = any (${unitIds}::uuid[]) and c.purpose = 'join' and c.used_at is null
          and (c.expires_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${today}::date
          and c.term && daterange(${on}::date, null)
        group by c.unit_id order by c.unit_id`,
  );

/** A term as it was: `until` is the first day it holds no more, null open. */
export interface CutGrant {
  readonly id: string;
  readonly unitId: string;
  readonly until: string | null;
}
export interface RemovedGrant extends CutGrant {
  readonly accountId: string;
  readonly role: string;
  readonly from: string;
  readonly grantedBy: string | null;
  readonly codeId: string | null;
  readonly handoverId: string | null;
}

/** Terms that run over the day end on its eve; answers them as they were. */
export const cutGrants = (tx: Tx, { unitIds, on }: Ending): Promise<CutGrant[]> =>
  rows(
    tx,
    sql`with running as (
          select id, upper(term) as until from account.grant
          where unit_id = any (${unitIds}::uuid[]) and lower(term) < ${on}::date and term @> ${on}::date
          for update)
        update account.grant g set term = daterange(lower(g.term), ${on}::date)
        from running r where r.id = g.id returning g.id, g.unit_id, r.until`,
  );

/** Terms that would begin on the day or later are taken away; answers them as they were. */
export const removeGrants = (tx: Tx, { unitIds, on }: Ending): Promise<RemovedGrant[]> =>
  rows(
    tx,
    sql`delete from account.grant
        where unit_id = any (${unitIds}::uuid[]) and lower(term) >= ${on}::date
        returning id, account_id, role, unit_id, lower(term) as "from", upper(term) as until, granted_by,
                  code_id, handover_id`,
  );

export const restoreTerms = (tx: Tx, grants: readonly CutGrant[]): Promise<number> =>
  execute(
    tx,
    sql`update account.grant g set term = daterange(lower(g.term), o.until)
        from unnest(${grants.map(({ id }) => id)}::uuid[], ${grants.map(({ until }) => until)}::date[]) as o (id, until)
        where o.id = g.id`,
  );

export const putBackGrants = (tx: Tx, grants: readonly RemovedGrant[]): Promise<number> =>
  execute(
    tx,
    sql`insert into account.grant (id, account_id, role, unit_id, term, granted_by, code_id, handover_id)
        select o.id, o.account_id, o.role, o.unit_id, daterange(o.begins, o.until), o.granted_by, o.code_id,
               o.handover_id
        from unnest(${grants.map(({ id }) => id)}::uuid[], ${grants.map(({ accountId }) => accountId)}::uuid[],
                    ${grants.map(({ role }) => role)}::text[], ${grants.map(({ unitId }) => unitId)}::uuid[],
                    ${grants.map(({ from }) => from)}::date[], ${grants.map(({ until }) => until)}::date[],
                    ${grants.map(({ grantedBy }) => grantedBy)}::uuid[],
                    ${grants.map(({ codeId }) => codeId)}::uuid[],
                    ${grants.map(({ handoverId }) => handoverId)}::uuid[])
          as o (id, account_id, role, unit_id, begins, until, granted_by, code_id, handover_id)
        on conflict do nothing`,
  );

export interface CutCode {
  readonly id: string;
  readonly unitId: string;
  readonly expiresAt: string;
  readonly until: string | null;
}

/**
 * A code not used yet gives an office that ends on the eve, as every office there does; one whose office would begin on
 * the day or later works no more. Answers them as they were.
 */
export const cutCodes = (tx: Tx, { unitIds, on }: Ending, now: string): Promise<CutCode[]> =>
  rows(
    tx,
    sql`with waiting as (
          select id, expires_at, upper(term) as until from account.code
          where unit_id = any (${unitIds}::uuid[]) and purpose = 'join' and used_at is null
            and expires_at > ${now}::timestamptz and term && daterange(${on}::date, null)
          for update)
        update account.code c
        set expires_at = case when ${on}::date <= (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
                                   or lower(c.term) >= ${on}::date
                              then ${now}::timestamptz
                              else least(c.expires_at, ${on}::date::timestamp at time zone 'Asia/Ho_Chi_Minh') end,
            term = case when lower(c.term) < ${on}::date then daterange(lower(c.term), ${on}::date) else c.term end
        from waiting w where w.id = c.id returning c.id, c.unit_id, w.expires_at, w.until`,
  );

/** Codes used meanwhile stay used. */
export const restoreCodes = (tx: Tx, codes: readonly CutCode[]): Promise<number> =>
  execute(
    tx,
    sql`update account.code c
        set expires_at = o.expires_at, term = daterange(lower(c.term), o.until)
        from unnest(${codes.map(({ id }) => id)}::uuid[], ${codes.map(({ expiresAt }) => expiresAt)}::timestamptz[],
                    ${codes.map(({ until }) => until)}::date[]) as o (id, expires_at, until)
        where o.id = c.id and c.used_at is null`,
  );

/** Offices and codes at units that are not to have been; answers how many. */
export async function deleteOffices(tx: Tx, unitIds: readonly string[]): Promise<number> {
  const at = sql`unit_id = any (${unitIds}::uuid[])`;
  let gone = await execute(tx, sql`delete from account.delegation where ${at}`);
  // A grant names the handover and the code it came by, a handover its code: what is named goes after.
  gone += await execute(tx, sql`delete from account.removed_grant where ${at}`);
  gone += await execute(tx, sql`delete from account.grant where ${at}`);
  gone += await execute(tx, sql`delete from account.handover where ${at}`);
  return gone + (await execute(tx, sql`delete from account.code where ${at}`));
}

/** Handovers at these units whose minutes were confirmed. */
export const countReceived = (
  db: Db,
  unitIds: readonly string[],
): Promise<{ unitId: string; count: number }[]> =>
  rows(
    db,
    sql`select unit_id, count(*) as count from account.handover
        where unit_id = any (${unitIds}::uuid[]) and state = 'received' group by unit_id`,
  );
