// All SQL of invitations.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Invitation, InvitationKind } from "../schema.ts";

export const findByCode = (db: Db, code: string): Promise<Invitation | undefined> =>
  row(
    db,
    sql`select code, kind, campaign_id, unit_id, inviter_person_id, ended_at from donor.invitation
        where code = ${code}`,
    "donor-invitation",
  );

export interface InvitationOwner {
  readonly kind: InvitationKind;
  readonly campaignId: string;
  readonly unitId: string;
  readonly inviterPersonId: string | null;
}

/** The link of a unit or poster that runs; undefined where none does. */
export const findUnitLink = (
  db: Db,
  asked: { kind: Exclude<InvitationKind, "friend">; campaignId: string; unitId: string },
): Promise<Invitation | undefined> =>
  row(
    db,
    sql`select code, kind, campaign_id, unit_id, inviter_person_id, ended_at from donor.invitation
        where campaign_id = ${asked.campaignId} and unit_id = ${asked.unitId} and kind = ${asked.kind}
          and ended_at is null`,
  );

export const findFriendLink = (
  db: Db,
  asked: { campaignId: string; personId: string },
): Promise<Invitation | undefined> =>
  row(
    db,
    sql`select code, kind, campaign_id, unit_id, inviter_person_id, ended_at from donor.invitation
        where campaign_id = ${asked.campaignId} and inviter_person_id = ${asked.personId} and ended_at is null`,
  );

/** Answers 0 where another request made one in the meantime. */
export const insertInvitation = (
  tx: Tx,
  invitation: InvitationOwner & { code: string; madeBy: string | null; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into donor.invitation (code, kind, campaign_id, unit_id, inviter_person_id, made_by, made_at)
        values (${invitation.code}, ${invitation.kind}, ${invitation.campaignId}, ${invitation.unitId},
                ${invitation.inviterPersonId}, ${invitation.madeBy}, ${invitation.now})
        on conflict do nothing`,
  );

export const endOne = (tx: Tx, code: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update donor.invitation set ended_at = greatest(made_at, ${now}::timestamptz)
        where code = ${code} and ended_at is null`,
  );

/** The running link of the unit in a campaign, else of the nearest unit above it that has one. */
export const findNearest = (
  db: Db,
  asked: { campaignId: string; unitId: string; today: string },
): Promise<{ code: string } | undefined> =>
  row(
    db,
    sql`select i.code from unit.v_unit u
        join unit.v_unit above on above.valid @> ${asked.today}::date and u.path like above.path || '%'
        join donor.invitation i on i.unit_id = above.unit_id and i.campaign_id = ${asked.campaignId}
          and i.kind = 'unit' and i.ended_at is null
        where u.unit_id = ${asked.unitId} and u.valid @> ${asked.today}::date
        order by above.depth desc limit 1`,
  );

export const listOfInviter = (db: Db, personId: string): Promise<Invitation[]> =>
  rows(
    db,
    sql`select code, kind, campaign_id, unit_id, inviter_person_id, ended_at from donor.invitation
        where inviter_person_id = ${personId} order by made_at`,
  );

export const listInviters = (db: Db, personIds: readonly string[]): Promise<{ personId: string }[]> =>
  rows(
    db,
    sql`select distinct inviter_person_id as person_id from donor.invitation
        where inviter_person_id = any (${personIds}::uuid[])`,
  );

export const listDonationsOf = (db: Db, personId: string): Promise<{ day: string; volumeMl: number }[]> =>
  rows(db, sql`select day, volume_ml from donor.v_donation where person_id = ${personId} order by day desc`);

export const listDonors = (db: Db, personIds: readonly string[]): Promise<{ personId: string }[]> =>
  rows(db, sql`select distinct person_id from donor.v_donation where person_id = any (${personIds}::uuid[])`);

export const endThoseOf = (tx: Tx, personId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update donor.invitation set ended_at = greatest(made_at, ${now}::timestamptz)
        where inviter_person_id = ${personId} and ended_at is null`,
  );
