// All SQL of accounts, sessions, grants and codes.
import type { Sql } from "sql-template-tag";
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import type { DelegatedRole } from "./schema/offices.ts";
import type { Role } from "./schema.ts";

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  readonly email: string | null;
}

export interface SessionRow {
  readonly sessionId: string;
  readonly accountId: string;
}

export interface GrantRow {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly driveId: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** A grant as authority sees it: also what is signed for another, a role for each scope. */
export interface StandingRow extends Omit<GrantRow, "role"> {
  readonly role: Role | DelegatedRole;
}

export interface CodeRow {
  readonly id: string;
  readonly purpose: "join" | "reset";
  readonly unitId: string;
  readonly role: Role | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly accountId: string | null;
  readonly issuedBy: string | null;
}

export const findAccountByLogin = (db: Db, login: string): Promise<AccountRow | undefined> =>
  row(
    db,
    sql`select id, login, display_name, password_hash, email from account.account where login = ${login}`,
  );

export const findAccount = (db: Db, id: string): Promise<AccountRow | undefined> =>
  row(db, sql`select id, login, display_name, password_hash, email from account.account where id = ${id}`);

export const insertAccount = (
  tx: Tx,
  account: {
    id: string;
    login: string;
    displayName: string;
    passwordHash: string | null;
    email?: string;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.account (id, login, display_name, email, password_hash, created_at)
        values (${account.id}, ${account.login}, ${account.displayName}, ${account.email ?? null},
                ${account.passwordHash}, ${account.now})`,
  );

export const setPassword = (tx: Tx, accountId: string, passwordHash: string): Promise<number> =>
  execute(tx, sql`update account.account set password_hash = ${passwordHash} where id = ${accountId}`);

/** Answers 0 when this is the address already. */
export const setEmail = (tx: Tx, accountId: string, email: string | null): Promise<number> =>
  execute(
    tx,
    sql`update account.account set email = ${email} where id = ${accountId} and email is distinct from ${email}`,
  );

/** Who holds an office at these units on `day` and gave an e-mail address; each once a unit. */
export const listReachable = (
  db: Db,
  unitIds: readonly string[],
  day: string,
): Promise<{ unitId: string; accountId: string }[]> =>
  rows(
    db,
    sql`select distinct g.unit_id, g.account_id
        from account.grant g join account.account a on a.id = g.account_id
        where g.unit_id = any (${unitIds}::uuid[]) and g.role in ('officer', 'deputy', 'signatory')
          and g.term @> ${day}::date and a.email is not null
        order by g.unit_id, g.account_id`,
  );

export const insertSession = (
  tx: Tx,
  session: { id: string; tokenHash: Buffer; accountId: string; now: string; expiresAt: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.session (id, token_hash, account_id, created_at, expires_at)
        values (${session.id}, ${session.tokenHash}, ${session.accountId}, ${session.now}, ${session.expiresAt})`,
  );

export const deleteSession = (tx: Tx, sessionId: string): Promise<number> =>
  execute(tx, sql`delete from account.session where id = ${sessionId}`);

export const deleteSessionsOf = (tx: Tx, accountId: string): Promise<number> =>
  execute(tx, sql`delete from account.session where account_id = ${accountId}`);

/** Terms that run or will run; `until` is the last day, inclusive. */
export const listGrants = (db: Db, accountId: string, today: string): Promise<GrantRow[]> =>
  rows(
    db,
    sql`select id, role, unit_id, drive_id, lower(term) as "from", upper(term) - 1 as until
        from account.grant where account_id = ${accountId} and (upper_inf(term) or upper(term) > ${today}::date)
        order by id`,
  );

/**
 * What bears authority: the same, but for offices at a unit that does not stand today (whoever was given one after a
 * decision to end it was applied), and what others delegated, on the days on which both offices stand.
 */
export const listStandings = (db: Db, accountId: string, today: string): Promise<StandingRow[]> =>
  rows(db, standingsOf(sql`${accountId}`, today), "standings-of");

const standingsOf = (accountId: Sql, today: string): Sql =>
  sql`select g.id, g.role, g.unit_id, g.drive_id, lower(g.term) as "from", upper(g.term) - 1 as until
        from account.grant g where g.account_id = ${accountId} and (upper_inf(g.term) or upper(g.term) > ${today}::date)
          and (g.unit_id is null or lower(g.term) > ${today}::date
               or exists (select 1 from unit.v_place p where p.unit_id = g.unit_id and p.valid @> ${today}::date))
        union all
        select f.id, 'delegate.' || scope, f.unit_id, null, lower(f.holds), upper(f.holds) - 1
        from account.delegation_in_force f cross join lateral unnest(f.scopes) scope
        where f.to_account = ${accountId} and upper(f.holds) > ${today}::date`;

/** A session that runs, with what its account may; asked at each request, so in one statement. Undefined: there is none. */
export async function findSignedIn(
  db: Db,
  asked: { tokenHash: Buffer; now: string; today: string },
): Promise<(SessionRow & { readonly standings: readonly StandingRow[] }) | undefined> {
  const found = await rows<SessionRow & { [K in keyof StandingRow]: StandingRow[K] | null }>(
    db,
    sql`select s.id as session_id, s.account_id, g.*
        from account.session s left join lateral (${standingsOf(sql`s.account_id`, asked.today)}) g on true
        where s.token_hash = ${asked.tokenHash} and s.expires_at > ${asked.now}`,
    "signed-in",
  );
  const [session] = found;
  if (session === undefined) return undefined;
  const { sessionId, accountId } = session;
  return {
    sessionId,
    accountId,
    standings: found.filter((one): one is typeof one & StandingRow => one.id !== null),
  };
}

export const insertGrant = (
  tx: Tx,
  grant: {
    id: string;
    accountId: string;
    role: Role;
    unitId?: string;
    driveId?: string;
    from: string;
    until?: string | undefined;
    by: string | null;
    codeId?: string;
    handoverId?: string | undefined;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.grant (id, account_id, role, unit_id, drive_id, term, granted_by, code_id, handover_id)
        values (${grant.id}, ${grant.accountId}, ${grant.role}, ${grant.unitId ?? null}, ${grant.driveId ?? null},
                daterange(${grant.from}::date, ${grant.until ?? null}::date, '[]'), ${grant.by},
                ${grant.codeId ?? null}, ${grant.handoverId ?? null})
        on conflict do nothing`,
  );

/** Makes room for a grant at a drive with other days: earlier ones that overlap go. */
export const dropDeskGrants = (
  tx: Tx,
  { accountId, driveId, from, until }: { accountId: string; driveId: string; from: string; until: string },
): Promise<number> =>
  execute(
    tx,
    sql`delete from account.grant
        where account_id = ${accountId} and drive_id = ${driveId} and role = 'desk'
          and term && daterange(${from}::date, ${until}::date, '[]')
          and term <> daterange(${from}::date, ${until}::date, '[]')`,
  );

export const insertCode = (
  tx: Tx,
  code: {
    id: string;
    codeHash: Buffer;
    purpose: "join" | "reset";
    unitId: string;
    role?: Role;
    from?: string;
    until?: string | undefined;
    accountId?: string;
    by: string | null;
    now: string;
    expiresAt: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.code (id, code_hash, purpose, unit_id, role, term, account_id, issued_by, issued_at, expires_at)
        values (${code.id}, ${code.codeHash}, ${code.purpose}, ${code.unitId}, ${code.role ?? null},
                ${code.role === undefined ? null : sql`daterange(${code.from}::date, ${code.until ?? null}::date, '[]')`},
                ${code.accountId ?? null}, ${code.by}, ${code.now}, ${code.expiresAt})`,
  );

/** Uses a code up in the same statement that finds it: a code works once, whoever comes first. */
export const spendCode = (
  tx: Tx,
  codeHash: Buffer,
  purpose: "join" | "reset",
  now: string,
): Promise<CodeRow | undefined> =>
  row(
    tx,
    sql`update account.code set used_at = ${now}
        where code_hash = ${codeHash} and purpose = ${purpose} and used_at is null and expires_at > ${now}
        returning id, purpose, unit_id, role, lower(term) as "from", upper(term) - 1 as until, account_id,
                  issued_by`,
  );

/** Whether the account holds an office that hands out offices, today, at one of these units. */
export const handsOutOffices = async (
  db: Db,
  accountId: string,
  unitIds: readonly string[],
  today: string,
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from account.grant
        where account_id = ${accountId} and unit_id = any (${unitIds}::uuid[]) and term @> ${today}::date
          and role in ('officer', 'signatory', 'administrator') limit 1`,
  )) !== undefined;
