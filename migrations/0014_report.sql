-- Why: results going up: drafted from the facts, submitted, returned or approved, then frozen with its rows of the tree.
create schema report;

create table report.report (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  drive_id uuid not null references drive.drive,
  unit_id uuid not null references unit.unit,
  -- Who it goes to; null for the unit that leads the campaign, whose own signatory approves.
  to_unit_id uuid references unit.unit,
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved')),
  remarks text not null default '' check (length(remarks) <= 4000),
  due_on date,
  -- Counts each submission; a report returned and sent again is version 2.
  version integer not null default 0,
  figures_as_of timestamptz,
  submitted_at timestamptz,
  submitted_by uuid references account.account,
  approved_at timestamptz,
  approved_by uuid references account.account,
  created_at timestamptz not null,
  constraint report_once unique (drive_id, unit_id),
  check ((state = 'approved') = (approved_at is not null))
);
create index report_unit on report.report (unit_id, id);
create index report_to on report.report (to_unit_id, drive_id);

-- Rows written at submission: names and places in the tree as they were that day.
create table report.line (
  report_id uuid not null references report.report,
  version integer not null,
  ordinal integer not null,
  unit_id uuid not null references unit.unit,
  parent_id uuid,
  unit_name text not null,
  -- own: the unit itself; child: a unit below, from its approved report or missing.
  source text not null check (source in ('own', 'child')),
  -- false prints "chưa báo cáo": the numbers are then null, never 0.
  reported boolean not null,
  assigned integer,
  own_target integer,
  registered integer,
  donated integer,
  bags_250 integer,
  bags_350 integer,
  bags_450 integer,
  ml integer,
  units_hundredths integer,
  primary key (report_id, version, ordinal),
  unique (report_id, version, unit_id, source),
  check (not reported = (registered is null and donated is null and ml is null))
);

create table report.comment (
  id uuid primary key,
  report_id uuid not null references report.report,
  version integer not null,
  figure text not null default '',
  text text not null check (length(text) between 1 and 2000),
  author uuid references account.account,
  at timestamptz not null
);
create index comment_report on report.comment (report_id, id);

create function report.frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' then
    raise exception 'an approved report never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'report_frozen';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger report_frozen before update or delete on report.report
  for each row execute function report.frozen();
create trigger line_stays before update or delete on report.line
  for each row execute function platform.refuse_change('report_frozen');

create function report.no_late_line() returns trigger language plpgsql as $$
begin
  if exists (select 1 from report.report r where r.id = new.report_id and r.state = 'approved') then
    raise exception 'an approved report never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'report_frozen';
  end if;
  return new;
end $$;
create trigger line_not_late before insert on report.line for each row execute function report.no_late_line();

create view report.v_report as
select id as report_id, campaign_id, drive_id, unit_id, to_unit_id, state, due_on, version, submitted_at, approved_at
from report.report;
