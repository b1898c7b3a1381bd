// SQL of a person behind their link, for their own data.
import type { ConsentPurpose } from "../../person/schema.ts";
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

export interface LinkHolder {
  /** The place's or the waiting entry's id. */
  readonly id: string;
  readonly personId: string;
  readonly campaignId: string;
  readonly creditedUnitId: string;
  /** They came by themselves, so that no officer was given the link to pass on. */
  readonly ownLink: boolean;
}

/** Whose link this is: of a place that runs or ran to its day, or of somebody who waits. Undefined: it opens nothing. */
export const findLinkHolder = (
  db: Db,
  { hash, now }: { hash: Buffer; now: string },
): Promise<LinkHolder | undefined> =>
  row(
    db,
    sql`select b.id, b.person_id, d.campaign_id, b.credited_unit_id, b.source = 'self' as own_link
        from booking.booking b join drive.v_drive d on d.drive_id = b.drive_id
        where b.link_hash = ${hash}
          and (b.state = 'confirmed' or (b.state = 'held' and b.held_until > ${now}::timestamptz))
        union all
        select w.id, w.person_id, d.campaign_id, w.credited_unit_id, w.put_by is null
        from booking.waiting w join drive.v_drive d on d.drive_id = w.drive_id
        where w.link_hash = ${hash} and w.state in ('waiting', 'offered')
        limit 1`,
  );

export const listRunningConsents = (db: Db, personId: string): Promise<{ purpose: ConsentPurpose }[]> =>
  rows(db, sql`select purpose from person.v_consent where person_id = ${personId} and withdrawn_at is null`);
