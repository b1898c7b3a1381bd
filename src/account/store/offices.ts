// SQL of terms of office: who holds what at a unit on a day and over time, and ending or changing a term.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Role } from "../schema.ts";

export interface OfficeRow {
  readonly grantId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly login: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
  readonly hasPassword: boolean;
  readonly origin: "code" | "handover" | "named" | "installed";
  readonly by: string | null;
  readonly removed: boolean;
}

const MOST_OFFICES = 500;

const GIVEN = sql`
  select g.id as grant_id, a.id as account_id, a.display_name, a.login, g.role, lower(g.term) as "from",
         upper(g.term) - 1 as until, a.password_hash is not null as has_password,
         case when g.handover_id is not null then 'handover' when g.code_id is not null then 'code'
              when g.granted_by is not null then 'named' else 'installed' end as origin,
         giver.display_name as by, false as removed
  from account.grant g
  join account.account a on a.id = g.account_id
  left join account.code c on c.id = g.code_id
  left join account.handover h on h.id = g.handover_id
  left join account.account giver on giver.id = coalesce(h.created_by, c.issued_by, g.granted_by)`;

/** Offices held at the unit on `day`. */
export const listOffices = (db: Db, unitId: string, day: string): Promise<OfficeRow[]> =>
  rows(
    db,
    sql`${GIVEN} where g.unit_id = ${unitId} and g.term @> ${day}::date
        order by g.role, a.login limit ${MOST_OFFICES}`,
  );

/** All offices ever given at the unit, the latest first; also those taken back before they ran a whole day. */
export const listOfficesOverTime = (db: Db, unitId: string): Promise<OfficeRow[]> =>
  rows(
    db,
    sql`select * from (
          ${GIVEN} where g.unit_id = ${unitId}
          union all
          select r.id, a.id, a.display_name, a.login, r.role, lower(r.term), upper(r.term) - 1,
                 a.password_hash is not null, 'named', remover.display_name, true
          from account.removed_grant r
          join account.account a on a.id = r.account_id
          left join account.account remover on remover.id = r.removed_by
          where r.unit_id = ${unitId}) held
        order by held."from" desc, held.role, held.login limit ${MOST_OFFICES}`,
  );

export interface TermRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
}

/** One grant at the unit, held for writing. */
export const lockGrant = (tx: Tx, unitId: string, grantId: string): Promise<TermRow | undefined> =>
  row(
    tx,
    sql`select id, account_id, role, lower(term) as "from", upper(term) - 1 as until
        from account.grant where id = ${grantId} and unit_id = ${unitId} for update`,
  );

/** Terms of one account at the unit in these roles that run on `day` or later, held for writing. */
export const lockTerms = (
  tx: Tx,
  asked: { unitId: string; accountId: string; roles: readonly Role[]; day: string },
): Promise<TermRow[]> =>
  rows(
    tx,
    sql`select id, account_id, role, lower(term) as "from", upper(term) - 1 as until
        from account.grant
        where unit_id = ${asked.unitId} and account_id = ${asked.accountId} and role = any (${asked.roles}::text[])
          and (upper_inf(term) or upper(term) > ${asked.day}::date)
        order by term for update`,
  );

/** Gives a term another last day (null: open). */
export const setLastDay = (tx: Tx, grantId: string, until: string | null): Promise<number> =>
  execute(
    tx,
    sql`update account.grant set term = daterange(lower(term), ${until}::date, '[]') where id = ${grantId}`,
  );

/** Ends running grants at the unit so that they no longer hold on `today`; one that ran no whole day is put aside. */
export async function endGrants(
  tx: Tx,
  asked: { accountId: string; unitId: string; today: string; now: string; by: string },
): Promise<number> {
  const { accountId, unitId, today } = asked;
  const removed = await removeGrants(
    tx,
    sql`account_id = ${accountId} and unit_id = ${unitId} and lower(term) >= ${today}::date`,
    asked,
  );
  const ended = await execute(
    tx,
    sql`update account.grant set term = daterange(lower(term), ${today}::date)
        where account_id = ${accountId} and unit_id = ${unitId} and term @> ${today}::date`,
  );
  return removed + ended;
}

/** Puts aside the grants a handover gave; for taking it back before its day. */
export const removeGrantsOfHandover = (
  tx: Tx,
  handoverId: string,
  asked: { now: string; by: string },
): Promise<number> => removeGrants(tx, sql`handover_id = ${handoverId}`, asked);

const removeGrants = (
  tx: Tx,
  which: ReturnType<typeof sql>,
  { now, by }: { now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`with gone as (delete from account.grant where ${which} returning *)
        insert into account.removed_grant (id, account_id, role, unit_id, term, removed_at, removed_by)
        select id, account_id, role, unit_id, term, ${now}::timestamptz, ${by}::uuid from gone`,
  );
