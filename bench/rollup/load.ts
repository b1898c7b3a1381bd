// A nation for the measure of sums, made inside the database: tree, drives, bookings, outcomes, counters. Nothing here
// is a person: a booking's person is a number, and no check that asks for one is on while it is loaded.
import type pg from "pg";

export interface Size {
  /** Grassroots unions; sections and groups are four times as many. */
  readonly units: number;
  /** Bookings over two years. */
  readonly facts: number;
}

export const PROVINCES = 34;
const COMMUNES = 3_300;
/** Sections and groups of each grassroots union. */
const BELOW = 4;
/** Bookings of each drive. */
const PER_DRIVE = 60;
const FROM = "2018-01-01";

export interface Days {
  readonly today: string;
  /** One commune of sixteen stands under another province from this day on. */
  readonly moved: string;
}

/** Of the form that ids have everywhere. */
const id = (kind: string, n: string): string =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '7' from 13) placing '8' from 17)::uuid`;
/** A number from 0 to `below`, always the same for the same words. */
const chance = (words: string, below: number): string =>
  `(('x' || substr(md5(${words}), 1, 7))::bit(28)::int % ${below})`;

/**
 * Units are numbered by floors: 1001 the confederation, then provinces, communes, grassroots, and what is below those.
 * `parent_no` is where they stand today, `before_no` where a commune stood before the re-organisation.
 */
const TREE = `
  create unlogged table public.node as
  select 1000 + n as no, ${id("unit", "n")} as id, floor,
         case floor when 0 then null when 1 then 1001 when 2 then 1002 + (i * ${PROVINCES}::bigint / $communes)
              when 3 then 1002 + ${PROVINCES} + (i % $communes)
              else 1002 + ${PROVINCES} + $communes + (i / ${BELOW}) end::int as parent_no,
         case when floor = 2 and i % 16 = 7
              then 1002 + ((i * ${PROVINCES}::bigint / $communes) + 1) % ${PROVINCES} end::int as before_no
  from (
    select 1 as n, 0 as floor, 0 as i
    union all select 2 + i, 1, i from generate_series(0, ${PROVINCES} - 1) i
    union all select 2 + ${PROVINCES} + i, 2, i from generate_series(0, $communes - 1) i
    union all select 2 + ${PROVINCES} + $communes + i, 3, i from generate_series(0, $units - 1) i
    union all select 2 + ${PROVINCES} + $communes + $units + i, 4, i
              from generate_series(0, $units * ${BELOW} - 1) i) x`;

const KIND = `(array['confederation', 'federation', 'commune-union', 'grassroots', 'section'])[floor + 1]`;
const WORD = `(array['Tổng Liên đoàn', 'LĐLĐ tỉnh', 'Công đoàn xã', 'CĐCS', 'Tổ'])[floor + 1]`;

/** Paths by floors; from the communes down there are two where the commune moved. */
const PATHS = `
  with recursive stood as (
    select n.no, n.id, n.floor, null::uuid as parent_id, n.no || '.' as path, daterange('${FROM}', null) as valid
    from public.node n where floor = 0
    union all
    select n.no, n.id, n.floor, s.id, s.path || n.no || '.', s.valid * e.valid
    from stood s
    join (select no, id, floor, parent_no as up_no,
                 daterange(case when before_no is null then '${FROM}'::date else $moved::date end, null) as valid
          from public.node
          union all
          select no, id, floor, before_no, daterange('${FROM}', $moved::date) from public.node where before_no is not null) n
      on n.up_no = s.no
    cross join lateral (select n.valid) e
    where not isempty(s.valid * e.valid))
  insert into unit.path (unit_id, parent_id, path, depth, valid, standing, credit_unit_id)
  select id, parent_id, path, floor, valid, true, id from stood`;

/** Where a commune `n` stood when the drive of `c` was closed. */
const ABOVE_COMMUNE =
  "case when c.closed_at < $moved::date then coalesce(n.before_no, n.parent_no) else n.parent_no end";

const statements = (
  { units, facts }: Size,
  { today, moved }: Days,
): readonly (readonly [string, string])[] => {
  const communes = Math.min(COMMUNES, Math.max(PROVINCES, Math.round(units / 20)));
  const drives = Math.ceil(facts / PER_DRIVE);
  const put = (text: string): string =>
    text
      .replaceAll("$communes", String(communes))
      .replaceAll("$units", String(units))
      .replaceAll("$moved", `'${moved}'`);
  const list: readonly (readonly [string, string])[] = [
    ["places", TREE],
    ["index of places", "create unique index on public.node (no)"],
    [
      "units",
      `insert into unit.unit (id, no, side, opened_on) overriding system value
       select id, no, 'union', '${FROM}' from public.node`,
    ],
    [
      "names",
      `insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
       select id, ${KIND}, ${WORD} || ' ' || no, ${WORD} || ' ' || no, 'CĐ', 'Đo', 'cd ' || lpad(no::text, 8, '0'), 'cd ' || no,
              daterange('${FROM}', null) from public.node`,
    ],
    [
      "edges",
      `insert into unit.edge (child_id, parent_id, valid)
       select n.id, p.id, daterange(case when n.before_no is null then '${FROM}'::date else $moved::date end, null)
       from public.node n join public.node p on p.no = n.parent_no
       union all
       select n.id, p.id, daterange('${FROM}', $moved::date) from public.node n join public.node p on p.no = n.before_no`,
    ],
    ["paths", PATHS],
    [
      "campaigns",
      `insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
       select ${id("campaign", "y")}, (select id from public.node where floor = 0), 'Hành trình đỏ', 'Hành trình đỏ ' || y, y,
              daterange('${today}'::date - 330 - 365 * (1 - y), '${today}'::date + 35 - 365 * (1 - y)), 'ml250', '${today}'
       from generate_series(0, 1) y`.replaceAll("y, y,", "2024 + y, 2024 + y,"),
    ],
    [
      // Days run evenly over both years and thirty days beyond today: those are open, and one in fifty was cancelled.
      "drives",
      `insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at, closed_at)
       select ${id("drive", "i")}, ${id("campaign", `(day >= '${today}'::date - 330)::int`)},
              (select id from public.node where no = 1002 + ${PROVINCES} + i % ${communes}),
              (select id from public.node where floor = 0), 'Đợt ' || i, 'regular', day, 'Đo',
              case when off then 'cancelled' when day < '${today}' then 'closed' else 'open' end, day - 60,
              case when not off and day < '${today}' then day + interval '1 day 5 hours' end
       from (select i, '${today}'::date - 695 + (i * 725::bigint / ${drives})::int as day, i % 50 = 13 as off
             from generate_series(0, ${drives} - 1) i) d`,
    ],
    [
      "slots",
      `insert into drive.session (id, drive_id, starts_at, ends_at)
       select ${id("session", "d.id")}, d.id, d.day + interval '1 hour', d.day + interval '5 hours' from drive.drive d;
       insert into drive.slot (id, drive_id, session_id, starts_at, capacity)
       select ${id("slot", "d.id || '-' || s")}, d.id, ${id("session", "d.id")}, d.day + interval '1 hour' * s, 20
       from drive.drive d cross join generate_series(1, 4) s`,
    ],
    [
      // Four of five come from the commune that hosts, in parties of one union; the rest from anywhere.
      "bookings",
      `insert into booking.booking (id, drive_id, slot_id, person_id, credited_unit_id, state, held_until, link_hash,
                                    created_at, confirmed_at, released_at, relation)
       select ${id("booking", "b.i")}, d.id, ${id("slot", "d.id || '-' || (b.i % 4 + 1)")}, md5('person' || b.i)::uuid, u.id,
              case when d.state = 'cancelled' or b.i % 10 = 3 then 'released' else 'confirmed' end, d.day,
              decode(md5('link' || b.i), 'hex'), d.day - 45, b.at,
              case when d.state = 'cancelled' or b.i % 10 = 3 then b.at + interval '2 days' end, 'member'
       from (select i, i / ${PER_DRIVE} as drive_no,
                    case when i % 5 = 4
                         then 1002 + ${PROVINCES} + ${communes} + ${units} + ${chance("'far' || i", units * BELOW)}
                         else 1002 + ${PROVINCES} + ${communes} + ${units} + ${BELOW} *
                              ((i / ${PER_DRIVE}) % ${communes} + ${communes} * ${chance("'near' || i / 10", Math.max(1, Math.floor(units / communes)))})
                              + ${chance("'party' || i / 5", BELOW)} end as unit_no,
                    '${today}'::date - 695 + (i / ${PER_DRIVE} * 725::bigint / ${drives})::int
                      - interval '1 day' * (3 + ${chance("'when' || i / 3", 30)}) + interval '3 hours' as at
             from generate_series(0, ${facts} - 1) i) b
       join drive.drive d on d.id = ${id("drive", "b.drive_no")}
       join public.node u on u.no = b.unit_no
       where b.at < '${today}'::date + interval '5 hours'`,
    ],
    [
      "outcomes",
      `insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at)
       select b.id, b.drive_id, (array[0, 250, 350, 350])[1 + ${chance("'ml' || b.id", 4)}], d.closed_at
       from booking.booking b join drive.drive d on d.id = b.drive_id and d.state = 'closed' where b.state = 'confirmed'`,
    ],
    [
      "sheets",
      `insert into turnout.sheet (drive_id, outside_250, bags_250, closed_at, changed_at)
       select id, 1, 1, closed_at, closed_at from drive.drive where state = 'closed'`,
    ],
    [
      // Each union reports its people five days after the drive, one in twenty-five never does; then all above it.
      "reports",
      `insert into report.report (id, campaign_id, drive_id, unit_id, to_unit_id, state, version, figures_as_of, submitted_at,
                                  approved_at, unit_name, unit_short_name, paper, created_at)
       with grassroots as materialized (
         select distinct d.id as drive_id, d.campaign_id, d.closed_at, u.parent_no as no
         from booking.booking b join drive.drive d on d.id = b.drive_id and d.state = 'closed'
         join public.node u on u.id = b.credited_unit_id
         where b.confirmed_at is not null and ${chance("'silent' || d.id || u.parent_no", 25)} > 0),
       communes as materialized (
         select distinct g.drive_id, g.campaign_id, g.closed_at, n.parent_no as no
         from grassroots g join public.node n on n.no = g.no),
       provinces as materialized (
         select distinct c.drive_id, c.campaign_id, c.closed_at, ${ABOVE_COMMUNE} as no
         from communes c join public.node n on n.no = c.no)
       select ${id("report", "r.drive_id || '-' || r.no")}, r.campaign_id, r.drive_id, n.id, t.id, 'approved', 1, r.at, r.at, r.at,
              '', '', '{}', r.at
       from (select g.*, n.parent_no as to_no, g.closed_at + interval '5 days' as at
             from grassroots g join public.node n on n.no = g.no
             union all
             select c.*, ${ABOVE_COMMUNE}, c.closed_at + interval '6 days' from communes c join public.node n on n.no = c.no
             union all
             select p.*, 1001, p.closed_at + interval '7 days' from provinces p
             union all
             select distinct p.drive_id, p.campaign_id, p.closed_at, 1001, null::int, p.closed_at + interval '8 days' from provinces p) r
       join public.node n on n.no = r.no left join public.node t on t.no = r.to_no
       where r.at < '${today}'`,
    ],
    [
      "who is reported",
      `insert into report.covered (report_id, version, credited_unit_id)
       select distinct r.id, 1, u.id
       from booking.booking b join public.node u on u.id = b.credited_unit_id
       join report.report r on r.id = ${id("report", "b.drive_id || '-' || u.parent_no")}
       where b.confirmed_at is not null`,
    ],
  ];
  return list.map(([name, text]) => [name, put(text)] as const);
};

/** What counters must be, from bookings and outcomes alone. */
export const FACTS = `
  select d.campaign_id, b.credited_unit_id as unit_id, d.id as drive_id, m.measure, m.day, m.value
  from booking.booking b
  join drive.drive d on d.id = b.drive_id
  join campaign.campaign c on c.id = d.campaign_id
  left join turnout.outcome o on o.booking_id = b.id and d.state = 'closed' and o.volume_ml > 0
  cross join lateral (
    values ('registered', (b.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date, 1),
           ('registered', (b.released_at at time zone 'Asia/Ho_Chi_Minh')::date, -1),
           ('donated', case when o.volume_ml > 0 then d.day end, 1), ('bags', case when o.volume_ml > 0 then d.day end, 1),
           ('ml', case when o.volume_ml > 0 then d.day end, o.volume_ml),
           ('units', case when o.volume_ml > 0 then d.day end,
            case when c.unit_rule = 'bag' then 100 else o.volume_ml * 100 / 250 end)) m (measure, day, value)
  where m.day is not null`;

/**
 * Loads past every trigger and check, then makes counters and kept sums from what was loaded.
 * @param admin connected as the superuser to the union's database; nobody else is to connect before it is done.
 * @returns seconds of each step
 */
export async function load(admin: pg.Client, size: Size, days: Days): Promise<ReadonlyMap<string, number>> {
  const took = new Map<string, number>();
  const step = async (name: string, text: string): Promise<void> => {
    const began = performance.now();
    await admin.query(text);
    took.set(name, (performance.now() - began) / 1000);
  };
  await admin.query(
    "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'",
  );
  for (const [name, text] of statements(size, days)) await step(name, text);
  await step(
    "counters",
    `insert into tally.counter (campaign_id, unit_id, drive_id, measure, day, value)
     select campaign_id, unit_id, drive_id, measure, day, sum(value) from (${FACTS}) f group by 1, 2, 3, 4, 5`,
  );
  await step("kept sums", "select tally.rebuild()");
  await step("vacuum", "vacuum analyze");
  await admin.query("reset session_replication_role");
  return took;
}
