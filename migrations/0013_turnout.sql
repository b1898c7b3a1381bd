-- Why: what the union may know of the day: by name "đã hiến (ml)" or "không hiến đợt này", and nothing finer.
create schema turnout;

-- There is no state between: absent, left and deferred are one word here and nobody can tell them apart.
create table turnout.outcome (
  booking_id uuid primary key references booking.booking,
  drive_id uuid not null references drive.drive,
  -- 0: không hiến đợt này.
  volume_ml integer not null check (volume_ml in (0, 250, 350, 450)),
  recorded_at timestamptz not null,
  recorded_by uuid references account.account
);
create index outcome_drive on turnout.outcome (drive_id);

-- One line for donors outside the system, and the facility's own count of bags to reconcile against.
create table turnout.sheet (
  drive_id uuid primary key references drive.drive,
  outside_250 integer not null default 0 check (outside_250 between 0 and 100000),
  outside_350 integer not null default 0 check (outside_350 between 0 and 100000),
  outside_450 integer not null default 0 check (outside_450 between 0 and 100000),
  bags_250 integer not null default 0 check (bags_250 between 0 and 100000),
  bags_350 integer not null default 0 check (bags_350 between 0 and 100000),
  bags_450 integer not null default 0 check (bags_450 between 0 and 100000),
  attended integer not null default 0 check (attended between 0 and 100000),
  closed_at timestamptz,
  closed_by uuid references account.account,
  changed_at timestamptz not null
);

-- After closing, facts stay; a later correction is a new, visible adjustment.
create function turnout.closed_stays() returns trigger language plpgsql as $$
declare
  drives uuid[] := case tg_op when 'INSERT' then array[new.drive_id] when 'DELETE' then array[old.drive_id]
                              else array[old.drive_id, new.drive_id] end;
begin
  if exists (select 1 from turnout.sheet s where s.drive_id = any (drives) and s.closed_at is not null) then
    raise exception 'the drive is closed' using errcode = 'integrity_constraint_violation', constraint = 'turnout_closed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger outcome_closed before insert or update or delete on turnout.outcome
  for each row execute function turnout.closed_stays();
create trigger sheet_closed before update or delete on turnout.sheet
  for each row execute function turnout.closed_stays();
-- Emptying a table fires no row trigger.
create trigger outcome_not_emptied before truncate on turnout.outcome
  for each statement execute function platform.refuse_change('turnout_closed');
create trigger sheet_not_emptied before truncate on turnout.sheet
  for each statement execute function platform.refuse_change('turnout_closed');

-- Published at close only: before that a union sees nobody's outcome.
create view turnout.v_outcome as
select o.booking_id, o.drive_id, b.person_id, b.credited_unit_id, o.volume_ml
from turnout.outcome o
join turnout.sheet s on s.drive_id = o.drive_id and s.closed_at is not null
join booking.v_booking b on b.booking_id = o.booking_id;
-- How many came is told from 5 people up, and not where it would single out the few who came and did not give.
create view turnout.v_sheet as
select drive_id, outside_250, outside_350, outside_450, bags_250, bags_350, bags_450,
       case when attended >= 5 and attended - (bags_250 + bags_350 + bags_450) not between 1 and 4
            then attended end as attended,
       closed_at
from turnout.sheet where closed_at is not null;
