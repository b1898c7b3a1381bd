-- Why: a report of a month, a quarter, a half-year, a year or a campaign, and a report that adjusts an approved one, live
-- the same life as the report of a drive and are frozen by the same law: so they are rows of the same table, by kind.
alter table report.report
  add column kind text not null default 'drive'
    check (kind in ('drive', 'adjustment', 'month', 'quarter', 'half', 'year', 'campaign')),
  -- The days a period report is about, both inclusive.
  add column from_day date,
  add column until_day date,
  -- The approved report that an adjustment stands beside, and which adjustment of it this is.
  add column of_id uuid references report.report,
  add column adjustment_no integer check (adjustment_no >= 1),
  -- Sent in one tap because the facts said that nobody gave.
  add column nil boolean not null default false,
  -- Remarks by part: strengths, limits, causes, requests. `remarks` stays what was written before they were asked apart.
  add column parts jsonb not null default '{}' check (jsonb_typeof(parts) = 'object' and length(parts::text) <= 20000),
  -- As they stood at submission: which reports of drives a period report went without, and how complete it was.
  add column gaps jsonb,
  alter column campaign_id drop not null,
  alter column drive_id drop not null,
  drop constraint report_once,
  add constraint report_kinds check (
    (kind = 'drive') = (drive_id is not null)
    and (kind = 'adjustment') = (of_id is not null)
    and (kind = 'adjustment') = (adjustment_no is not null)
    and (kind in ('drive', 'adjustment')) = (from_day is null)
    and (from_day is null) = (until_day is null)
    and (from_day is null or from_day <= until_day)
    and (kind not in ('month', 'quarter', 'half', 'year')) = (campaign_id is not null)
    and (not nil or kind = 'drive'));
create unique index report_once on report.report (drive_id, unit_id) where kind = 'drive';
create unique index report_period_once on report.report (unit_id, kind, from_day, campaign_id) nulls not distinct
  where kind not in ('drive', 'adjustment');
create unique index report_adjustment_once on report.report (of_id, adjustment_no) where kind = 'adjustment';
-- One adjustment of a report is under way at a time.
create unique index report_adjustment_open on report.report (of_id) where kind = 'adjustment' and state <> 'approved';

alter table report.line
  add column drive_id uuid references drive.drive,
  -- Of a period: how many reports of drives the line went without.
  add column lacking integer not null default 0,
  drop constraint line_source_check,
  -- drive: a drive of the period, its whole; own-before, child-before: what the adjusted report said.
  add constraint line_source_check
    check (source in ('own', 'child', 'event', 'drive', 'own-before', 'child-before')),
  drop constraint line_report_id_version_unit_id_source_key;
create unique index line_once on report.line (report_id, version, unit_id, source, drive_id) nulls not distinct;

-- The quick figure of a drive's evening: that a union sent it, when, and what it said. Not official, never summed up.
create table report.quick (
  drive_id uuid not null references drive.drive,
  unit_id uuid not null references unit.unit,
  sent_at timestamptz not null,
  sent_by uuid references account.account,
  by_name text not null,
  donated integer not null,
  units_hundredths integer not null,
  primary key (drive_id, unit_id)
);
create trigger quick_stays before update or delete on report.quick
  for each row execute function platform.refuse_change('quick_stays');

-- Who was told that the facts of an approved report have changed since: the unit that answers for it and all above.
create table report.notice (
  id uuid primary key,
  -- Who is told.
  unit_id uuid not null references unit.unit,
  -- The approved report whose facts changed; the adjustment that says how.
  report_id uuid not null references report.report,
  adjustment_id uuid not null references report.report,
  at timestamptz not null,
  constraint notice_once unique (unit_id, adjustment_id)
);
create index notice_report on report.notice (report_id);
create trigger notice_stays before update or delete on report.notice
  for each row execute function platform.refuse_change('notice_stays');

-- As before: reports of drives. What came after has no drive.
create or replace view report.v_report as
select id as report_id, campaign_id, drive_id, unit_id, to_unit_id, state, due_on, version, submitted_at, approved_at
from report.report where kind = 'drive';

-- Published for the booking: for whom places of a drive were kept until the cut-off. Whoever had some reports, if only
-- that nobody came; what was taken back before is as if it had never been.
create view booking.v_reserve as
select drive_id, unit_id, sum(places)::int as places from booking.reserve
where ended_at is null or ended_at >= cut_off group by drive_id, unit_id;
