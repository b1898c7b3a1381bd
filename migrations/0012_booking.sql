-- Why: a donor in a slot. The counter's CHECK makes overselling impossible, whoever writes.
create schema booking;

create table booking.seat (
  slot_id uuid primary key references drive.slot,
  drive_id uuid not null references drive.drive,
  capacity integer not null check (capacity > 0),
  booked integer not null default 0,
  constraint seat_not_oversold check (booked between 0 and capacity)
);
create index seat_drive on booking.seat (drive_id);

create table booking.booking (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  slot_id uuid not null references booking.seat,
  person_id uuid not null references person.person,
  credited_unit_id uuid not null references unit.unit,
  -- held: by an officer, until the member confirms; released: cancelled, declined or run out, told apart by nobody.
  state text not null check (state in ('held', 'confirmed', 'released')),
  held_by uuid references account.account,
  held_until timestamptz,
  -- SHA-256 of the member's link.
  link_hash bytea not null unique,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  released_at timestamptz,
  check ((state = 'released') = (released_at is not null))
);
-- A person has one running place in a drive.
create unique index booking_once on booking.booking (drive_id, person_id) where state <> 'released';
create index booking_unit on booking.booking (drive_id, credited_unit_id, id);
create index booking_slot on booking.booking (slot_id) where state <> 'released';
create index booking_running_out on booking.booking (held_until) where state = 'held';

create view booking.v_booking as
select id as booking_id, drive_id, slot_id, person_id, credited_unit_id, state, confirmed_at from booking.booking;
