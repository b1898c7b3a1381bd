-- Why: a drive is approved before it opens; its host keeps team, supplies and costs; a facility says what it can take.
alter table drive.drive drop constraint drive_state_check;
alter table drive.drive add constraint drive_state_check
  check (state in ('planned', 'approved', 'open', 'closed', 'cancelled'));
alter table drive.drive
  add column programme text not null default '' check (programme = normalize(programme, nfc)),
  -- Hours from the last donation to the laboratory.
  add column lab_hours integer check (lab_hours between 0 and 72),
  add column expected_donors integer check (expected_donors between 1 and 100000),
  -- Counts how often the plan was changed: who changes or approves names the one they saw.
  add column plan_version integer not null default 1,
  add column approved_at timestamptz;

-- What the facility can take on a day, by its own word.
create table drive.capacity (
  id uuid primary key,
  facility_id uuid not null references unit.unit,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null and upper(valid) is not null),
  most_donors integer not null check (most_donors between 0 and 100000),
  teams integer not null check (teams between 0 and 100),
  note text not null default '',
  stated_at timestamptz not null,
  constraint capacity_once exclude using gist (facility_id with =, valid with &&)
);

-- Who stands where in which session; without a session, the whole day.
create table drive.team_member (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  session_id uuid references drive.session on delete cascade,
  station text not null
    check (station in ('reception', 'screening', 'collection', 'rest', 'certificates', 'logistics')),
  display_name text not null check (display_name <> '' and display_name = normalize(display_name, nfc)),
  -- Whose account was given the desk of the drive.
  login text,
  created_at timestamptz not null
);
create index team_drive on drive.team_member (drive_id);

-- Each line is a movement of certificates (by printed serial), of gifts or of refreshments.
create table drive.supply (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  category text not null check (category in ('certificate', 'gift', 'refreshment')),
  item text not null check (item = normalize(item, nfc)),
  movement text not null check (movement in ('received', 'issued', 'spoiled', 'returned')),
  quantity integer not null check (quantity between 1 and 1000000),
  -- Serials as printed: letters, then a number of so many digits.
  prefix text,
  digits integer check (digits between 1 and 12),
  serials int8range,
  note text not null default '',
  recorded_at timestamptz not null,
  check ((category = 'certificate') = (serials is not null)),
  check ((serials is null) = (prefix is null) and (serials is null) = (digits is null)),
  check (serials is null or (not isempty(serials) and lower(serials) >= 0
                             and quantity = upper(serials) - lower(serials))),
  check ((category = 'certificate') = (item = '')),
  constraint serials_received_once exclude using gist (drive_id with =, prefix with =, digits with =, serials with &&)
    where (movement = 'received'),
  constraint serials_gone_once exclude using gist (drive_id with =, prefix with =, digits with =, serials with &&)
    where (movement <> 'received'),
  -- One printed certificate is used at one drive only.
  constraint serials_used_once exclude using gist (prefix with =, digits with =, serials with &&)
    where (movement in ('issued', 'spoiled'))
);
create index supply_drive on drive.supply (drive_id);

-- What goes was received before: in number, and for certificates serial by serial.
create function drive.supply_adds_up() returns trigger language plpgsql as $$
declare
  changed drive.supply := case tg_op when 'DELETE' then old else new end;
begin
  -- One after the other within a drive, so that two lines at once see each other.
  perform pg_advisory_xact_lock(hashtextextended('drive.supply ' || changed.drive_id, 0));
  if exists (
    select 1 from drive.supply s where s.drive_id = changed.drive_id and s.category <> 'certificate'
    group by s.category, s.item
    having sum(s.quantity) filter (where s.movement <> 'received')
         > coalesce(sum(s.quantity) filter (where s.movement = 'received'), 0)
  ) or exists (
    select 1 from drive.supply s where s.drive_id = changed.drive_id and s.category = 'certificate'
    group by s.prefix, s.digits
    having not coalesce(range_agg(s.serials) filter (where s.movement <> 'received'), '{}'::int8multirange)
            <@ coalesce(range_agg(s.serials) filter (where s.movement = 'received'), '{}'::int8multirange)
  ) then
    raise exception 'more goes than was received'
      using errcode = 'integrity_constraint_violation', constraint = 'supply_within_received';
  end if;
  return null;
end $$;
create trigger supply_adds_up after insert or delete on drive.supply
  for each row execute function drive.supply_adds_up();
-- A line written wrong is taken away and written anew; nothing changes under the eyes of whoever counted with it.
create function drive.supply_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a line of supplies does not change' using errcode = 'integrity_constraint_violation', constraint = 'supply_stays';
end $$;
create trigger supply_stays before update on drive.supply for each row execute function drive.supply_stays();

-- Money of a drive, in đồng, by where it comes from. Never money for blood.
create table drive.cost (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  source text not null check (source in ('bcd', 'union', 'mobilised', 'blood-price')),
  kind text not null check (kind in ('gift', 'travel', 'refreshment', 'publicity', 'venue', 'transport', 'other')),
  item text not null check (item <> '' and item = normalize(item, nfc)),
  planned_dong bigint check (planned_dong between 0 and 100000000000),
  actual_dong bigint check (actual_dong between 0 and 100000000000),
  changed_at timestamptz not null
);
create index cost_drive on drive.cost (drive_id);

create view drive.v_supply as
select drive_id, category, item,
       coalesce(sum(quantity) filter (where movement = 'received'), 0)::int as received,
       coalesce(sum(quantity) filter (where movement = 'issued'), 0)::int as issued,
       coalesce(sum(quantity) filter (where movement = 'spoiled'), 0)::int as spoiled,
       coalesce(sum(quantity) filter (where movement = 'returned'), 0)::int as returned
from drive.supply group by drive_id, category, item;
create view drive.v_cost as
select drive_id, source, kind, planned_dong, actual_dong from drive.cost;

-- How a session was cut, so that a plan can be taken up again.
alter table drive.session add column slot_minutes integer not null default 30 check (slot_minutes between 5 and 240);
update drive.session s set slot_minutes = cut.minutes
from (
  select session_id, least(240, greatest(5, extract(epoch from min(step))::int / 60)) as minutes
  from (select session_id, starts_at - lag(starts_at) over (partition by session_id order by starts_at) as step
        from drive.slot) steps
  where step is not null group by session_id
) cut
where cut.session_id = s.id;
