-- Why: a donation day with its sessions and slots.
create schema drive;

create table drive.drive (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  host_unit_id uuid not null references unit.unit,
  facility_id uuid not null references unit.unit,
  name text not null check (name <> '' and name = normalize(name, nfc)),
  day_type text not null check (day_type in ('main', 'response', 'regular', 'emergency')),
  day date not null,
  place text not null,
  state text not null check (state in ('planned', 'open', 'closed', 'cancelled')),
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null))
);
create index drive_campaign on drive.drive (campaign_id, day, id);
create index drive_host on drive.drive (host_unit_id, day, id);
create index drive_facility on drive.drive (facility_id, day, id);

create table drive.session (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at)
);
create index session_drive on drive.session (drive_id);

create table drive.slot (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  session_id uuid not null references drive.session,
  starts_at timestamptz not null,
  capacity integer not null check (capacity between 1 and 1000),
  unique (session_id, starts_at)
);
create index slot_drive on drive.slot (drive_id, starts_at);

alter table account.grant add foreign key (drive_id) references drive.drive;
alter table tally.counter add foreign key (drive_id) references drive.drive;

create view drive.v_drive as
select id as drive_id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state from drive.drive;
create view drive.v_slot as
select id as slot_id, drive_id, session_id, starts_at, capacity from drive.slot;
