-- Why: how many came is the facility's own until it may be told: only publishable counts reach this database. A printed
-- list keeps its numbers; a fact written wrong is corrected after closing by a row of its own, and nothing is rewritten.

-- Counts of who came, as they may be published; null or no row: not published. The raw counts never come here.
create table turnout.presence (
  drive_id uuid primary key references turnout.sheet,
  -- Everybody on the list, whatever unit they are credited to.
  listed integer check (listed >= 5),
  -- Donors outside the system and who came with them.
  outside integer check (outside >= 5),
  event integer check (event >= 5),
  -- A correction made the counts tell too much beside the names: no longer shown.
  withdrawn_at timestamptz
);
create table turnout.presence_unit (
  drive_id uuid not null references turnout.presence,
  unit_id uuid not null references unit.unit,
  attended integer not null check (attended >= 5),
  primary key (drive_id, unit_id)
);

-- What was published before is kept where the new rule would publish it too, everybody who did not give taken as one group.
insert into turnout.presence (drive_id, event)
select drive_id, attended
from (select s.drive_id, s.attended, s.attended - (s.bags_250 + s.bags_350 + s.bags_450) as stayed,
             (select count(*) from turnout.outcome o
              where o.drive_id = s.drive_id and o.volume_ml = 0 and o.recorded_by is not null) as zeros
      from turnout.sheet s where s.closed_at is not null) old
where attended >= 5 and stayed >= 5 and zeros - stayed >= 5;

drop view turnout.v_sheet;
-- Dropped and rewritten in one go, so that no old number stays in the table's file.
alter table turnout.sheet drop column attended, alter column changed_at type timestamptz using changed_at + interval '0';

create function turnout.presence_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
     and to_jsonb(old) - 'withdrawn_at' = to_jsonb(new) - 'withdrawn_at' then
    return new;
  end if;
  raise exception 'a published count stays' using errcode = 'integrity_constraint_violation', constraint = 'turnout_closed';
end $$;
create trigger presence_stays before update or delete on turnout.presence
  for each row execute function turnout.presence_stays();
create trigger presence_not_emptied before truncate on turnout.presence
  for each statement execute function platform.refuse_change('turnout_closed');
create trigger presence_unit_stays before update or delete on turnout.presence_unit
  for each row execute function platform.refuse_change('turnout_closed');
create trigger presence_unit_not_emptied before truncate on turnout.presence_unit
  for each statement execute function platform.refuse_change('turnout_closed');

-- What did not agree at closing and may stand, by line and reason; how many is the facility's own.
create table turnout.explanation (
  drive_id uuid not null references turnout.sheet,
  line text not null check (line in ('certificates', 'gifts', 'travel')),
  reason text not null check (reason in ('spoiled', 'lost', 'later', 'declined', 'from-host')),
  primary key (drive_id, line)
);
create trigger explanation_stays before update or delete on turnout.explanation
  for each row execute function platform.refuse_change('turnout_closed');

-- The row's place on the printed list, given at the first printing; who comes onto the list later is added at its end.
create table turnout.list_number (
  booking_id uuid primary key references booking.booking,
  drive_id uuid not null references drive.drive,
  number integer not null check (number > 0),
  constraint list_number_once unique (drive_id, number)
);
create trigger list_number_stays before update or delete on turnout.list_number
  for each row execute function platform.refuse_change('list_number_stays');

-- A fact of a closed drive that was written wrong. Each is a step from what stood to what was.
create table turnout.correction (
  id uuid primary key,
  drive_id uuid not null references turnout.sheet,
  booking_id uuid not null references turnout.outcome,
  no integer not null check (no > 0),
  from_ml integer not null check (from_ml in (0, 250, 350, 450)),
  to_ml integer not null check (to_ml in (0, 250, 350, 450)),
  -- A code: free words could say what the union must not know.
  reason text not null check (reason in ('wrong-person', 'wrong-volume', 'missed', 'wrong-button')),
  at timestamptz not null,
  by_account uuid references account.account,
  check (from_ml <> to_ml),
  constraint correction_in_turn unique (booking_id, no)
);
create index correction_drive on turnout.correction (drive_id, at);
-- What stands for a corrected booking: written by the correction, by nothing else.
create table turnout.corrected (
  booking_id uuid primary key references turnout.outcome,
  volume_ml integer not null check (volume_ml in (0, 250, 350, 450)),
  no integer not null
);

create function turnout.take_correction() returns trigger language plpgsql as $$
declare
  stood record;
begin
  select o.drive_id, coalesce(c.volume_ml, o.volume_ml) as volume_ml, coalesce(c.no, 0) as no into stood
  from turnout.outcome o
  join turnout.sheet s on s.drive_id = o.drive_id and s.closed_at is not null
  left join turnout.corrected c on c.booking_id = o.booking_id
  where o.booking_id = new.booking_id for update of o;
  if stood.volume_ml is distinct from new.from_ml or stood.no + 1 is distinct from new.no
     or stood.drive_id is distinct from new.drive_id then
    raise exception 'a correction begins at what stands'
      using errcode = 'integrity_constraint_violation', constraint = 'correction_in_turn';
  end if;
  insert into turnout.corrected (booking_id, volume_ml, no) values (new.booking_id, new.to_ml, new.no)
  on conflict (booking_id) do update set volume_ml = excluded.volume_ml, no = excluded.no;
  return new;
end $$;
create trigger correction_taken before insert on turnout.correction
  for each row execute function turnout.take_correction();
create trigger correction_stays before update or delete on turnout.correction
  for each row execute function platform.refuse_change('turnout_closed');
create trigger correction_not_emptied before truncate on turnout.correction
  for each statement execute function platform.refuse_change('turnout_closed');
create trigger corrected_stays before insert or update or delete on turnout.corrected
  for each row when (pg_trigger_depth() < 1) execute function platform.refuse_change('turnout_closed');
create trigger corrected_not_emptied before truncate on turnout.corrected
  for each statement execute function platform.refuse_change('turnout_closed');

-- Published at close only, as it stands after every correction.
create or replace view turnout.v_outcome as
select o.booking_id, o.drive_id, b.person_id, b.credited_unit_id, coalesce(c.volume_ml, o.volume_ml) as volume_ml
from turnout.outcome o
join turnout.sheet s on s.drive_id = o.drive_id and s.closed_at is not null
join booking.v_booking b on b.booking_id = o.booking_id
left join turnout.corrected c on c.booking_id = o.booking_id;
-- `attended`: the whole event, `attended_listed`: everybody on the list; null where not published.
create view turnout.v_sheet as
select s.drive_id, s.outside_250, s.outside_350, s.outside_450, s.bags_250, s.bags_350, s.bags_450,
       case when p.withdrawn_at is null then p.event end as attended, s.closed_at,
       case when p.withdrawn_at is null then p.listed end as attended_listed,
       case when p.withdrawn_at is null then p.outside end as attended_outside
from turnout.sheet s left join turnout.presence p on p.drive_id = s.drive_id
where s.closed_at is not null;
create view turnout.v_presence as
select u.drive_id, u.unit_id, u.attended
from turnout.presence_unit u join turnout.presence p on p.drive_id = u.drive_id and p.withdrawn_at is null;
create view turnout.v_correction as
select k.id, k.drive_id, k.booking_id, b.credited_unit_id, k.from_ml, k.to_ml, k.at
from turnout.correction k join booking.v_booking b on b.booking_id = k.booking_id;

-- The donating life follows: what stands instead of a donation kept at closing (0: it was not one).
create table donor.donation_correction (
  person_id uuid not null references person.person,
  drive_id uuid not null references drive.drive,
  volume_ml integer not null check (volume_ml in (0, 250, 350, 450)),
  corrected_at timestamptz not null,
  primary key (person_id, drive_id)
);
create or replace view donor.v_donation as
select d.person_id, d.drive_id, d.day, coalesce(c.volume_ml, d.volume_ml) as volume_ml
from donor.donation d
left join donor.donation_correction c on c.person_id = d.person_id and c.drive_id = d.drive_id
where coalesce(c.volume_ml, d.volume_ml) > 0;
