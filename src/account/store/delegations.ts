// SQL of delegated signing.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { SigningScope } from "../schema/offices.ts";

export interface DelegationRow {
  readonly id: string;
  readonly unitId: string;
  readonly byId: string;
  readonly byName: string;
  readonly toId: string;
  readonly toName: string;
  readonly scopes: SigningScope[];
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly endedOn: string | null;
  /** Whether both offices stand on the day, or will on one of its days to come. */
  readonly stands: boolean;
}

const COLUMNS = sql`
  d.id, d.unit_id, d.by_account as by_id, giver.display_name as by_name, d.to_account as to_id,
  taker.display_name as to_name, d.scopes, lower(d.term) as "from", upper(d.term) - 1 as until, d.reason, d.created_at,
  d.ended_on`;
const NAMES = sql`
  join account.account giver on giver.id = d.by_account
  join account.account taker on taker.id = d.to_account`;

/** All delegations of a unit, newest first. */
export const listDelegations = (db: Db, unitId: string, today: string): Promise<DelegationRow[]> =>
  rows(
    db,
    sql`select ${COLUMNS},
               exists (select 1 from account.delegation_in_force f
                       where f.id = d.id and f.holds && daterange(greatest(lower(d.term), ${today}::date), null)
                         and (lower(d.term) > ${today}::date or f.holds @> ${today}::date)) as stands
        from account.delegation d ${NAMES}
        where d.unit_id = ${unitId} order by lower(d.term) desc, d.id desc limit 200`,
  );

export interface SigningRow {
  readonly delegationId: string;
  readonly toId: string;
  readonly by: string;
  readonly scopes: SigningScope[];
  readonly until: string;
}

/** Who signs for whom at the unit on `day`. */
export const listSigning = (db: Db, unitId: string, day: string): Promise<SigningRow[]> =>
  rows(
    db,
    sql`select distinct on (f.id) f.id as delegation_id, f.to_account as to_id, giver.display_name as by, f.scopes,
               upper(f.holds) - 1 as until
        from account.delegation_in_force f join account.account giver on giver.id = f.by_account
        where f.unit_id = ${unitId} and f.holds @> ${day}::date
        order by f.id, upper(f.holds) desc`,
  );

/** One delegation of the unit, held for writing. */
export const lockDelegation = (
  tx: Tx,
  unitId: string,
  id: string,
): Promise<{ byId: string; toId: string; from: string; until: string; endedOn: string | null } | undefined> =>
  row(
    tx,
    sql`select by_account as by_id, to_account as to_id, lower(term) as "from", upper(term) - 1 as until, ended_on
        from account.delegation where id = ${id} and unit_id = ${unitId} for update`,
  );

export const insertDelegation = (
  tx: Tx,
  one: {
    id: string;
    unitId: string;
    by: string;
    to: string;
    scopes: readonly SigningScope[];
    from: string;
    until: string;
    reason: string;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.delegation (id, unit_id, by_account, to_account, scopes, term, reason, created_at)
        values (${one.id}, ${one.unitId}, ${one.by}, ${one.to}, ${[...one.scopes]}::text[],
                daterange(${one.from}::date, ${one.until}::date, '[]'), ${one.reason}, ${one.now})`,
  );

/** Ends one from `day` on. */
export const withdrawDelegation = (
  tx: Tx,
  one: { id: string; day: string; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`update account.delegation
        set ended_on = least(ended_on, ${one.day}::date), withdrawn_at = ${one.now}, withdrawn_by = ${one.by}
        where id = ${one.id}`,
  );

/** What a delegation's end was before it was ended along with an office. */
export interface EndedDelegation {
  readonly id: string;
  readonly endedOn: string | null;
}

/**
 * Ends, from `day` on, what the account delegated (where it was signatory) and what was delegated to it at the unit:
 * coming back to the office later does not bring it back.
 */
export const endDelegationsWith = (
  tx: Tx,
  office: { unitId: string; accountId: string; given: boolean; taken: boolean; day: string },
): Promise<EndedDelegation[]> =>
  rows(
    tx,
    sql`with met as (
          select d.id, d.ended_on from account.delegation d
          where d.unit_id = ${office.unitId}
            and ((${office.given}::boolean and d.by_account = ${office.accountId})
                 or (${office.taken}::boolean and d.to_account = ${office.accountId}))
            and upper(d.term) > ${office.day}::date and (d.ended_on is null or d.ended_on > ${office.day}::date)
          for update)
        update account.delegation d set ended_on = ${office.day}::date from met
        where met.id = d.id returning met.id, met.ended_on`,
  );

/** Takes such an end back, unless the delegation was withdrawn since. */
export const restoreDelegations = (tx: Tx, ended: readonly EndedDelegation[], day: string): Promise<number> =>
  execute(
    tx,
    sql`update account.delegation d set ended_on = was.ended_on
        from unnest(${ended.map(({ id }) => id)}::uuid[], ${ended.map(({ endedOn }) => endedOn)}::date[])
             as was (id, ended_on)
        where was.id = d.id and d.ended_on = ${day}::date and d.withdrawn_at is null`,
  );
