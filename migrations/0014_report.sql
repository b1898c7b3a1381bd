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
  -- As they stood at submission: names of the unit and of the one it goes to, its two targets (đơn vị máu).
  unit_name text,
  unit_short_name text,
  to_unit_name text,
  to_unit_short_name text,
  assigned integer,
  own_target integer,
  -- Set at approval: letterhead, letters and signer's name as they stood, so that the paper never changes either.
  paper jsonb,
  created_at timestamptz not null,
  constraint report_once unique (drive_id, unit_id),
  check ((state = 'approved') = (approved_at is not null)),
  check ((state = 'approved') = (paper is not null)),
  check ((version > 0) = (unit_name is not null and figures_as_of is not null))
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
  unit_short_name text not null,
  -- own: people credited to the unit itself (all of a grassroots union); child: a unit below, from its approved
  -- report or missing; event: the whole drive with donors outside the system, never part of a sum.
  source text not null check (source in ('own', 'child', 'event')),
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
  check (case when reported
    then num_nulls(registered, donated, bags_250, bags_350, bags_450, ml, units_hundredths) = 0
    else num_nonnulls(registered, donated, bags_250, bags_350, bags_450, ml, units_hundredths) = 0 end)
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
create trigger comment_stays before update or delete on report.comment
  for each row execute function platform.refuse_change('comment_stays');

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

-- Lines are written for the version about to be submitted and for no other. The lock waits for a running approval.
create function report.no_late_line() returns trigger language plpgsql as $$
declare
  owner report.report;
begin
  select * into owner from report.report r where r.id = new.report_id for share;
  if owner.state not in ('draft', 'returned') or new.version <> owner.version + 1 then
    raise exception 'a submitted report never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'report_frozen';
  end if;
  return new;
end $$;
create trigger line_not_late before insert on report.line for each row execute function report.no_late_line();

-- Emptying a table fires no row trigger.
create trigger report_not_emptied before truncate on report.report
  for each statement execute function platform.refuse_change('report_frozen');
create trigger line_not_emptied before truncate on report.line
  for each statement execute function platform.refuse_change('report_frozen');
create trigger comment_not_emptied before truncate on report.comment
  for each statement execute function platform.refuse_change('comment_stays');

create view report.v_report as
select id as report_id, campaign_id, drive_id, unit_id, to_unit_id, state, due_on, version, submitted_at, approved_at
from report.report;

-- Published for the directive: which letter of a campaign stands behind a duty, for papers that cite it.
create view directive.v_letter as
select d.id as directive_id, d.campaign_id, d.unit_id as sender_unit_id, d.title, d.issued_at,
       o.kind, o.number, o.notation, o.issued_on, o.subject
from directive.directive d join document.v_document o on o.document_id = d.document_id
where d.state = 'issued';
