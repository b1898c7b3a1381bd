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
    // Up the few steps above, each by its number: a campaign may have a link for each of its hundred thousand unions.
    sql`select i.code
        from (select unnest(string_to_array(rtrim(u.path, '.'), '.')::bigint[]) as no
              from unit.v_unit u where u.unit_id = ${asked.unitId} and u.valid @> ${asked.today}::date offset 0) step
        cross join lateral (
          select p.unit_id, p.depth from unit.v_place p
          where p.no = step.no and (p.valid @> ${asked.today}::date) is true offset 0) above
        cross join lateral (
          select l.code from donor.invitation l
          where l.campaign_id = ${asked.campaignId} and l.unit_id = above.unit_id and l.kind = 'unit'
            and l.ended_at is null limit 1) i
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
