// One nation-wide day as facts: a closed drive at which every grassroots union has donors, written by the database.
import type pg from "pg";
import { newId } from "../../src/platform/pure/ids.ts";
import type { Nation } from "../cascade/nation.ts";

export interface NationalDay {
  readonly campaignId: string;
  readonly driveId: string;
  readonly day: string;
}

/** Two donors a union, of 250 and 350 ml. The facts stand as the program leaves them after closing. */
export async function seedDay(
  pool: pg.Pool,
  nation: Nation,
  { campaignId, day }: { readonly campaignId: string; readonly day: string },
): Promise<NationalDay> {
  const [driveId, sessionId, slotId] = [newId(), newId(), newId()];
  const [starts, closed] = [`${day}T01:00:00Z`, `${day}T10:00:00Z`];
  const host = nation.province(0).unitId;
  await pool.query(
    `insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at, closed_at)
     values ($1, $2, $3, $3, 'Ngày hội cả nước', 'main', $4, 'Cả nước', 'closed', $5, $6)`,
    [driveId, campaignId, host, day, starts, closed],
  );
  await pool.query("insert into drive.session (id, drive_id, starts_at, ends_at) values ($1, $2, $3, $4)", [
    sessionId,
    driveId,
    starts,
    closed,
  ]);
  await pool.query(
    "insert into drive.slot (id, drive_id, session_id, starts_at, capacity) values ($1, $2, $3, $4, 1000)",
    [slotId, driveId, sessionId, starts],
  );
  await pool.query("insert into booking.seat (slot_id, drive_id, capacity) values ($1, $2, 1000)", [
    slotId,
    driveId,
  ]);
  // No day has a quarter of a million places in one hour; reports do not look at places.
  await pool.query(
    "alter table booking.booking disable trigger user; alter table turnout.outcome disable trigger user",
  );
  await pool.query(
    `create table if not exists donor_seed as
     select gen_random_uuid() as person_id, gen_random_uuid() as booking_id, p.unit_id, v.ml
     from unit.path p, (values (250), (350)) v (ml) where p.depth = 3`,
  );
  await pool.query(
    `insert into person.person (id, full_name, sort_key, search_key, created_at)
     select person_id, 'Người Mẫu', 'mau', 'nguoi mau', $1 from donor_seed`,
    [starts],
  );
  await pool.query(
    `insert into booking.booking (id, drive_id, slot_id, person_id, credited_unit_id, state, held_until, link_hash,
                                  created_at, confirmed_at)
     select booking_id, $1, $2, person_id, unit_id, 'confirmed', $3::timestamptz,
            decode(replace(booking_id::text, '-', ''), 'hex'), $3::timestamptz, $3::timestamptz
     from donor_seed order by unit_id`,
    [driveId, slotId, starts],
  );
  await pool.query(
    `insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at)
     select booking_id, $1, ml, $2 from donor_seed order by unit_id`,
    [driveId, closed],
  );
  await pool.query(
    "alter table booking.booking enable trigger user; alter table turnout.outcome enable trigger user; drop table donor_seed",
  );
  // A sheet counts to a hundred thousand; what reports count are the outcomes.
  await pool.query(
    `insert into turnout.sheet (drive_id, bags_250, bags_350, closed_at, changed_at)
     select $1, least($2, 100000), least($2, 100000), $3::timestamptz, $3::timestamptz`,
    [driveId, nation.grassroots, closed],
  );
  await pool.query(
    `insert into tally.counter (campaign_id, unit_id, drive_id, measure, day, value)
     select $1, p.unit_id, $2, m.measure, $3::date, m.value
     from unit.path p, (values ('registered', 2), ('donated', 2), ('bags', 2), ('ml', 600), ('units', 200)) m (measure, value)
     where p.depth = 3 order by p.unit_id`,
    [campaignId, driveId, day],
  );
  await pool.query("analyze");
  return { campaignId, driveId, day };
}

/**
 * Sends and approves, in the tables, the reports of all grassroots unions that have none yet but for the `missing` last,
 * or of all communes: each as the program would have written it, its lines from its people or from the reports below.
 */
export async function approveRest(
  pool: pg.Pool,
  { campaignId, driveId, day }: NationalDay,
  depth: 2 | 3,
  missing = 0,
): Promise<number> {
  const at = new Date().toISOString();
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "alter table report.line disable trigger user; alter table report.covered disable trigger user",
    );
    const { rowCount } = await client.query(
      `create temp table made on commit drop as
       select gen_random_uuid() as id, p.unit_id, p.parent_id, n.name, up.name as up_name
       from unit.path p join unit.naming n on n.unit_id = p.unit_id join unit.naming up on up.unit_id = p.parent_id
       where p.depth = $1 and not exists (select 1 from report.report r where r.drive_id = $2 and r.unit_id = p.unit_id)
       order by p.unit_id
       limit greatest(0, (select count(*) from unit.path where depth = $1)
                         - (select count(*) from report.report r join unit.path p on p.unit_id = r.unit_id and p.depth = $1
                            where r.drive_id = $2) - $3)`,
      [depth, driveId, missing],
    );
    await client.query(
      `insert into report.report (id, campaign_id, drive_id, unit_id, to_unit_id, state, due_on, version, figures_as_of,
                                  submitted_at, approved_at, unit_name, unit_short_name, to_unit_name, to_unit_short_name,
                                  paper, created_at)
       select id, $1, $2, unit_id, parent_id, 'approved', $3::date + 5, 1, $4::timestamptz, $4::timestamptz,
              $4::timestamptz, name, name, up_name, up_name, '{}', $4::timestamptz
       from made`,
      [campaignId, driveId, day, at],
    );
    if (depth === 3) {
      await client.query(
        `insert into report.covered (report_id, version, credited_unit_id) select id, 1, unit_id from made`,
      );
      await client.query(
        `insert into report.line (report_id, version, ordinal, unit_id, parent_id, unit_name, unit_short_name, source,
                                  reported, registered, donated, bags_250, bags_350, bags_450, ml, units_hundredths)
         select id, 1, 0, unit_id, parent_id, name, name, 'own', true, 2, 2, 1, 1, 0, 600, 200 from made`,
      );
    } else {
      await client.query(
        `insert into report.line (report_id, version, ordinal, unit_id, parent_id, unit_name, unit_short_name, source,
                                  reported, registered, donated, bags_250, bags_350, bags_450, ml, units_hundredths)
         select m.id, 1, row_number() over (partition by m.id order by p.unit_id) - 1, p.unit_id, m.unit_id, n.name, n.name,
                'child', r.id is not null, f.registered, f.donated, f.b250, f.b350, f.b450, f.ml, f.units
         from made m join unit.path p on p.parent_id = m.unit_id join unit.naming n on n.unit_id = p.unit_id
         left join report.report r on r.drive_id = $1 and r.unit_id = p.unit_id and r.state = 'approved'
         left join lateral (
           select sum(l.registered) as registered, sum(l.donated) as donated, sum(l.bags_250) as b250,
                  sum(l.bags_350) as b350, sum(l.bags_450) as b450, sum(l.ml) as ml, sum(l.units_hundredths) as units
           from report.line l where l.report_id = r.id and l.version = r.version) f on true`,
        [driveId],
      );
    }
    await client.query(
      "alter table report.line enable trigger user; alter table report.covered enable trigger user",
    );
    await client.query("commit");
    await client.query("analyze report.report, report.line, report.covered");
    return rowCount ?? 0;
  } finally {
    client.release();
  }
}
