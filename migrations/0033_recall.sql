-- Why: asking again those who gave before, near a coming drive and spread over its slots; reminding who has a place;
-- thanking who gave. A person is asked once in a while over all drives, whoever asks: the database has the last word.

-- Which communes and wards a union covers, for asking the nearest first.
create view unit.v_cover as select unit_id, area_id, valid from unit.cover;

-- Who waits for a place has asked already.
create view booking.v_waiting_person as
select drive_id, person_id from booking.waiting where state in ('waiting', 'offered');

create schema recall;

-- What an officer asked for: so many people of the unit and below, for one drive, a wave at a time.
create table recall.round (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  unit_id uuid not null references unit.unit,
  wanted integer not null check (wanted between 1 and 5000),
  per_wave integer not null check (per_wave between 1 and 500),
  state text not null check (state in ('running', 'ended')),
  -- Why it ended: nothing here tells of anybody.
  reason text check (reason in ('reached', 'full', 'nobody-left', 'drive-over', 'stopped')),
  asked_by uuid not null references account.account,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'ended') = (reason is not null))
);
create unique index round_running on recall.round (drive_id, unit_id) where state = 'running';
create index round_drive on recall.round (drive_id, unit_id, id);

create table recall.wave (
  id uuid primary key,
  round_id uuid not null references recall.round,
  no integer not null check (no > 0),
  at timestamptz not null,
  unique (round_id, no)
);

create table recall.invitation (
  id uuid primary key,
  wave_id uuid not null references recall.wave,
  drive_id uuid not null references drive.drive,
  person_id uuid not null references person.person,
  -- Whom the person belonged to when asked: whose officer may call, and whom a place would be credited to.
  unit_id uuid not null references unit.unit,
  -- The time proposed: a wish to fill the day evenly, never a place kept.
  slot_id uuid not null references drive.slot,
  at timestamptz not null,
  -- The days on which this person is asked no more, over all drives and channels.
  rest daterange not null check (not isempty(rest)),
  by_email boolean not null,
  -- An officer told them by voice or by Zalo.
  told_at timestamptz,
  -- SHA-256 of the personal link, and the link itself sealed by the server's key; both end with the person's data.
  link_hash bytea unique,
  link_sealed text,
  check ((link_hash is null) = (link_sealed is null)),
  constraint invitation_rest exclude using gist (person_id with =, rest with &&)
);
create index invitation_wave on recall.invitation (wave_id);
create index invitation_drive on recall.invitation (drive_id, person_id);
create index invitation_unit on recall.invitation (drive_id, unit_id, id) where not by_email;

-- Each reminder once: of one place, for the day it was on then, on the second day before or on the eve.
create table recall.reminder (
  booking_id uuid not null references booking.booking,
  day date not null,
  kind text not null check (kind in ('two-days', 'eve')),
  at timestamptz not null,
  primary key (booking_id, day, kind)
);

-- Thanks of the union to who gave. Whoever did not give this time has no row, as whoever was never there.
create table recall.thanks (
  booking_id uuid primary key references booking.booking,
  person_id uuid not null references person.person,
  drive_id uuid not null references drive.drive,
  at timestamptz not null,
  link_hash bytea unique,
  link_sealed text,
  check ((link_hash is null) = (link_sealed is null))
);
create index thanks_person on recall.thanks (person_id);
-- Closed drives whose donors have been thanked; a later look costs nothing.
create table recall.thanked (
  drive_id uuid primary key references drive.drive,
  at timestamptz not null
);
