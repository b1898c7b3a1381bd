// SQL of handovers.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { HandedRole, HandoverState, Minutes } from "../schema/handover.ts";
import type { EndedDelegation } from "./delegations.ts";

/** What starting a handover changed. */
export interface HandoverJournal {
  /** The predecessor's grant, its last day before, and whether it was cut. */
  readonly grant: { readonly id: string; readonly until: string | null; readonly cut: boolean };
  readonly delegations: readonly EndedDelegation[];
  /** The successor's last day, for a code printed anew. */
  readonly until: string | null;
}

export interface HandoverRow {
  readonly id: string;
  readonly unitId: string;
  readonly role: HandedRole;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string | null;
  readonly toName: string | null;
  readonly codeId: string | null;
  readonly effectiveOn: string;
  readonly state: HandoverState;
  readonly journal: HandoverJournal;
  readonly createdAt: string;
  readonly createdById: string;
  readonly createdBy: string;
  readonly receivedAt: string | null;
  readonly minutes: Minutes | null;
  readonly note: string;
}

const HANDOVER = sql`
  select h.id, h.unit_id, h.role, h.from_account as from_id, giver.display_name as from_name,
         h.to_account as to_id, taker.display_name as to_name, h.code_id, h.effective_on, h.state, h.journal,
         h.created_at, h.created_by as created_by_id, starter.display_name as created_by, h.received_at, h.minutes, h.note
  from account.handover h
  join account.account giver on giver.id = h.from_account
  join account.account starter on starter.id = h.created_by
  left join account.account taker on taker.id = h.to_account`;

export const listHandovers = (db: Db, unitId: string): Promise<HandoverRow[]> =>
  rows(db, sql`${HANDOVER} where h.unit_id = ${unitId} order by h.effective_on desc, h.id desc limit 200`);

export const findHandover = (db: Db, unitId: string, id: string): Promise<HandoverRow | undefined> =>
  row(db, sql`${HANDOVER} where h.id = ${id} and h.unit_id = ${unitId}`);

/** The same, held for writing. */
export const lockHandover = (tx: Tx, unitId: string, id: string): Promise<HandoverRow | undefined> =>
  row(tx, sql`${HANDOVER} where h.id = ${id} and h.unit_id = ${unitId} for update of h`);

export const insertHandover = (
  tx: Tx,
  one: {
    id: string;
    unitId: string;
    role: HandedRole;
    from: string;
    to: string | null;
    codeId: string | null;
    effectiveOn: string;
    journal: HandoverJournal;
    now: string;
    by: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into account.handover (id, unit_id, role, from_account, to_account, code_id, effective_on, state, journal,
                                      created_at, created_by)
        values (${one.id}, ${one.unitId}, ${one.role}, ${one.from}, ${one.to}, ${one.codeId}, ${one.effectiveOn},
                'planned', ${JSON.stringify(one.journal)}::jsonb, ${one.now}, ${one.by})`,
  );

/** Whoever used the code is the successor; answers the handover's id, where the code was one's. */
export const joinHandover = (
  tx: Tx,
  codeId: string,
  accountId: string,
): Promise<{ id: string } | undefined> =>
  row(
    tx,
    sql`update account.handover set to_account = ${accountId}
        where code_id = ${codeId} and state = 'planned' and to_account is null returning id`,
  );

export const setHandoverCode = (tx: Tx, id: string, codeId: string): Promise<number> =>
  execute(tx, sql`update account.handover set code_id = ${codeId} where id = ${id}`);

export const markReceived = (
  tx: Tx,
  one: { id: string; minutes: Minutes; note: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`update account.handover
        set state = 'received', received_at = ${one.now}, minutes = ${JSON.stringify(one.minutes)}::jsonb,
            note = ${one.note}
        where id = ${one.id}`,
  );

export const markCancelled = (tx: Tx, id: string, now: string, by: string): Promise<number> =>
  execute(
    tx,
    sql`update account.handover set state = 'cancelled', closed_at = ${now}, closed_by = ${by} where id = ${id}`,
  );

/** Nobody is left to receive these: the successor's office at the unit was ended. */
export const lapseHandoversTo = (
  tx: Tx,
  asked: { unitId: string; accountId: string; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`update account.handover set state = 'lapsed', closed_at = ${asked.now}, closed_by = ${asked.by}
        where unit_id = ${asked.unitId} and to_account = ${asked.accountId} and state = 'planned'`,
  );

/** Whether a handover from this account in this role waits for its day or its receipt. */
export const isHandedOver = async (
  db: Db,
  asked: { unitId: string; accountId: string; role: string; today: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from account.handover
        where unit_id = ${asked.unitId} and from_account = ${asked.accountId} and role = ${asked.role}
          and state = 'planned' and effective_on > ${asked.today}::date`,
  )) !== undefined;

/** Codes the account printed that wait to be used. */
export const countOutstandingCodes = async (db: Db, issuerId: string, now: string): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*) as n from account.code
          where issued_by = ${issuerId} and used_at is null and expires_at > ${now}`,
    )
  )?.n ?? 0;

/** Makes an unused code useless. */
export const expireCode = (tx: Tx, codeId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update account.code set expires_at = least(expires_at, ${now}) where id = ${codeId} and used_at is null`,
  );
