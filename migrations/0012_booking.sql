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
  -- held: by an officer, until the member confirms; released: given back or run out. Declining writes nothing at all.
  state text not null check (state in ('held', 'confirmed', 'released')),
  held_by uuid references account.account,
  held_until timestamptz not null,
  -- SHA-256 of the member's link, and the link itself sealed by the server's key, for a repeated request.
  link_hash bytea not null unique,
  link_sealed text,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- The member took their word back: they are off the facility's list, and officers see no difference.
  withdrawn_at timestamptz,
  released_at timestamptz,
  check ((state = 'released') = (released_at is not null)),
  check (state <> 'confirmed' or confirmed_at is not null),
  check (state <> 'held' or confirmed_at is null),
  check (withdrawn_at is null or confirmed_at is not null),
  check (state <> 'released' or link_sealed is null)
);
-- A person has one running place in a drive.
create unique index booking_once on booking.booking (drive_id, person_id) where state <> 'released';
create index booking_unit on booking.booking (drive_id, credited_unit_id, id);
create index booking_slot on booking.booking (slot_id) where state <> 'released';
create index booking_running_out on booking.booking (held_until) where state = 'held';

create view booking.v_booking as
select id as booking_id, drive_id, slot_id, person_id, credited_unit_id, state, confirmed_at, released_at,
       withdrawn_at is not null as withdrawn
from booking.booking;

-- What cannot be undone by a later hand: a place given back stays given back, and a booking keeps whose it is.
create function booking.stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'released'
     or (new.id, new.drive_id, new.slot_id, new.person_id, new.credited_unit_id)
        is distinct from (old.id, old.drive_id, old.slot_id, old.person_id, old.credited_unit_id) then
    raise exception 'a booking keeps what it was'
      using errcode = 'integrity_constraint_violation', constraint = 'booking_stays';
  end if;
  return new;
end $$;
create trigger booking_stays before update or delete on booking.booking
  for each row execute function booking.stays();
