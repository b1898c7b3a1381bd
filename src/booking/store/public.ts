// SQL of the pages that anybody opens: drives of a campaign that take people, unions to be credited, how many came by a link.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

export interface InvitedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
}

/** The unit that stands today for `unitId` and takes part in the campaign; undefined where none does. */
export const findTakingPart = (
  db: Db,
  asked: { campaignId: string; unitId: string; today: string },
): Promise<InvitedUnit | undefined> =>
  row(
    db,
    sql`select u.unit_id, u.name, u.short_name
        from campaign.v_campaign c
        join unit.v_credit lead on lead.unit_id = c.unit_id and lead.valid @> ${asked.today}::date
        join unit.v_credit k on k.unit_id = ${asked.unitId} and k.valid @> ${asked.today}::date
          and k.path like lead.path || '%'
        join unit.v_unit u on u.unit_id = k.credit_unit_id and u.valid @> ${asked.today}::date
        where c.campaign_id = ${asked.campaignId}`,
    "booking-taking-part",
  );

/** The place that leads the campaign today: whoever takes part stands there or below. */
export const findLead = (
  db: Db,
  asked: { campaignId: string; today: string },
): Promise<{ path: string; depth: number } | undefined> =>
  row(
    db,
    sql`select u.path, u.depth
        from campaign.v_campaign c
        join unit.v_credit lead on lead.unit_id = c.unit_id and lead.valid @> ${asked.today}::date
        join unit.v_unit u on u.unit_id = lead.credit_unit_id and u.valid @> ${asked.today}::date
        where c.campaign_id = ${asked.campaignId}`,
  );

export interface OpenDrive {
  readonly driveId: string;
  readonly campaignId: string;
  readonly name: string;
  readonly day: string;
  readonly place: string;
  readonly hostName: string;
}

/** Drives of a campaign that take people and have a slot to come, nearest day first. */
export const listOpenDrives = (
  db: Db,
  asked: { campaignId: string; today: string; now: string; limit: number },
): Promise<OpenDrive[]> =>
  rows(
    db,
    // The page first: the names of who hosts are looked up for it alone.
    sql`with page as materialized (
          select d.drive_id, d.campaign_id, d.name, d.day, d.place, d.host_unit_id
          from drive.v_drive d
          where d.campaign_id = ${asked.campaignId} and d.state = 'open' and d.day >= ${asked.today}::date
            and exists (select 1 from drive.v_slot s where s.drive_id = d.drive_id
                        and s.starts_at > ${asked.now}::timestamptz)
            and exists (select 1 from unit.v_credit k
                        where k.unit_id = d.host_unit_id and (k.valid @> ${asked.today}::date) is true)
          order by d.day, d.drive_id limit ${asked.limit})
        select p.drive_id, p.campaign_id, p.name, p.day, p.place, u.short_name as host_name
        from page p
        join unit.v_credit k on k.unit_id = p.host_unit_id and (k.valid @> ${asked.today}::date) is true
        join unit.v_unit u on u.unit_id = k.credit_unit_id and u.valid @> ${asked.today}::date
        order by p.day, p.drive_id`,
    "booking-open-drives",
  );

/** The drive of a slot, whatever its state and its campaign; undefined: no such slot. */
export const findSlot = (
  db: Db,
  slotId: string,
): Promise<(OpenDrive & { slotId: string; startsAt: string; state: string }) | undefined> =>
  row(
    db,
    sql`select d.drive_id, d.campaign_id, d.name, d.day, d.place, '' as host_name, s.slot_id, s.starts_at, d.state
        from drive.v_slot s join drive.v_drive d on d.drive_id = s.drive_id
        where s.slot_id = ${slotId}`,
    "booking-slot",
  );

export interface Came {
  readonly registered: number;
  readonly gave: number;
}

const NOBODY: Came = { registered: 0, gave: 0 };

/** People who came by a unit's own links of a campaign, ended ones too; who gave, in closed drives. */
export const countByUnit = async (db: Db, asked: { campaignId: string; unitId: string }): Promise<Came> =>
  (await row<Came>(
    db,
    sql`select count(distinct b.person_id)::integer as registered,
               count(distinct g.person_id)::integer as gave
        from donor.v_invitation i
        join booking.booking b on b.invitation = i.code and b.confirmed_at is not null
        left join donor.v_donation g on g.person_id = b.person_id and g.drive_id = b.drive_id
        where i.campaign_id = ${asked.campaignId} and i.unit_id = ${asked.unitId} and i.kind <> 'friend'`,
  )) ?? NOBODY;

/** People who came by links of friends and are credited to the unit or below today. */
export const countByFriends = async (
  db: Db,
  asked: { campaignId: string; unitId: string; today: string },
): Promise<Came> =>
  (await row<Came>(
    db,
    // From the links: whose place is credited to whom is in no index, and a root has every unit below it.
    sql`select count(distinct b.person_id)::integer as registered,
               count(distinct g.person_id)::integer as gave
        from unit.v_place top
        cross join donor.v_invitation i
        cross join lateral (
          select b.person_id, b.drive_id, b.credited_unit_id from booking.booking b
          where b.invitation = i.code and b.confirmed_at is not null offset 0) b
        cross join lateral (
          select 1 from unit.v_credit k
          where k.unit_id = b.credited_unit_id and (k.valid @> ${asked.today}::date) is true
            and k.path ~>=~ top.path and k.path ~<~ (rtrim(top.path, '.') || '/') offset 0) k
        left join donor.v_donation g on g.person_id = b.person_id and g.drive_id = b.drive_id
        where top.unit_id = ${asked.unitId} and (top.valid @> ${asked.today}::date) is true
          and i.kind = 'friend' and i.campaign_id = ${asked.campaignId}`,
  )) ?? NOBODY;

/** People who came by the links one person made, in one campaign. */
export const countByInviter = async (
  db: Db,
  asked: { campaignId: string; personId: string },
): Promise<Came> =>
  (await row<Came>(
    db,
    sql`select count(distinct b.person_id)::integer as registered,
               count(distinct g.person_id)::integer as gave
        from donor.v_invitation i
        join booking.booking b on b.invitation = i.code and b.confirmed_at is not null
        left join donor.v_donation g on g.person_id = b.person_id and g.drive_id = b.drive_id
        where i.campaign_id = ${asked.campaignId} and i.inviter_person_id = ${asked.personId}`,
  )) ?? NOBODY;
