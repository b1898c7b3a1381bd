-- Why: places are kept for units until a cut-off, for who comes unbooked, and capped in an epidemic; who finds none
-- waits; a place is moved, and a whole drive too. Every change of a slot's places happens under the lock of its seat;
-- what is counted in the seat is compared with what it counts before any transaction ends.

-- Told in the order the act was done; a drive may be moved more than once.
create table drive.change (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  kind text not null check (kind in ('moved', 'cancelled')),
  at timestamptz not null,
  by_account_id uuid references account.account,
  reason text not null check (reason in ('weather', 'epidemic', 'facility', 'other')),
  note text not null,
  from_day date not null,
  from_place text not null,
  from_starts_at timestamptz not null,
  to_day date,
  to_place text,
  to_starts_at timestamptz,
  instead_id uuid references drive.drive check (instead_id <> drive_id),
  -- Places whose people were asked anew.
  asked integer not null default 0 check (asked >= 0),
  check ((kind = 'moved') = (num_nonnulls(to_day, to_place, to_starts_at) = 3)),
  check ((kind = 'cancelled') = (num_nonnulls(to_day, to_place, to_starts_at) = 0)),
  check (kind = 'cancelled' or instead_id is null)
);
create index change_drive on drive.change (drive_id, at);
create view drive.v_change as
select id as change_id, drive_id, kind, at, reason, note, from_day, from_place, from_starts_at, to_day, to_place,
       to_starts_at, instead_id, asked
from drive.change;

-- All slots of a day move by the same step: compared when the statement ends, not slot by slot.
alter table drive.slot drop constraint slot_session_id_starts_at_key;
alter table drive.slot add constraint slot_once unique (session_id, starts_at) deferrable initially immediate;

alter table booking.seat
  -- Kept for units and not used yet.
  add column kept integer not null default 0,
  -- Kept for who comes unbooked and not used yet.
  add column walk_in integer not null default 0,
  -- No new place where so many are taken; what somebody has stays theirs.
  add column cap integer check (cap >= 0),
  drop constraint seat_not_oversold,
  add constraint seat_not_oversold
    check (booked >= 0 and kept >= 0 and walk_in >= 0 and booked + kept + walk_in <= capacity);

create table booking.cap (
  drive_id uuid primary key references drive.drive,
  per_slot integer not null check (per_slot >= 0),
  reason text not null,
  set_at timestamptz not null
);

-- Places of a slot kept for a unit and all below it. `used` stands still once it has ended.
create table booking.reserve (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  slot_id uuid not null references booking.seat,
  unit_id uuid not null references unit.unit,
  places integer not null check (places > 0),
  used integer not null default 0,
  cut_off timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint reserve_not_overused check (used between 0 and places)
);
create unique index reserve_taken on booking.reserve (slot_id, unit_id) where ended_at is null;
create index reserve_drive on booking.reserve (drive_id);
create index reserve_running on booking.reserve (cut_off) where ended_at is null;

-- The scan of a list that members signed by hand.
create table booking.signed_list (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  unit_id uuid not null references unit.unit,
  file_id uuid not null references document.file,
  attached_at timestamptz not null,
  attached_by uuid references account.account
);

alter table booking.booking
  add column signed_list_id uuid references booking.signed_list,
  add column reserve_id uuid references booking.reserve,
  add column source text not null default 'officer' check (source in ('officer', 'self', 'walk-in', 'offer')),
  add column relation text not null default 'member' check (relation in ('member', 'worker', 'relative', 'outside')),
  -- The code of the invitation by which they came.
  add column invitation text,
  -- The drive's move or cancelling by which they are asked anew.
  add column change_id uuid references drive.change,
  -- They had said yes before that: one tap says it again.
  add column agreed_before boolean not null default false,
  -- The place in a cancelled drive that this one stands for.
  add column instead_of uuid references booking.booking,
  -- A message with the link has gone to the outbox.
  add column written_at timestamptz;
create unique index booking_instead_once on booking.booking (instead_of) where state <> 'released';
create index booking_reserve on booking.booking (reserve_id) where state <> 'released' and reserve_id is not null;
create index booking_change on booking.booking (change_id) where change_id is not null;
create index booking_person on booking.booking (person_id);
alter table booking.booking drop constraint booking_check3;
alter table booking.booking add constraint booking_withdrawn_was_confirmed
  check (withdrawn_at is null or confirmed_at is not null or agreed_before);

create table booking.waiting (
  id uuid primary key,
  drive_id uuid not null references drive.drive,
  -- null: any slot will do.
  slot_id uuid references booking.seat,
  person_id uuid not null references person.person,
  credited_unit_id uuid not null references unit.unit,
  relation text not null check (relation in ('member', 'worker', 'relative', 'outside')),
  invitation text,
  -- offered: a place is held for them; placed: they have one; left: gone, one way or another.
  state text not null check (state in ('waiting', 'offered', 'placed', 'left')),
  -- The officer who put them there; null: they did it themselves.
  put_by uuid references account.account,
  -- Their link; that of the place too, once one is offered.
  link_hash bytea not null unique,
  link_sealed text,
  joined_at timestamptz not null,
  booking_id uuid unique references booking.booking,
  -- Until when the offer stands; shown to officers until then, even where it was refused before.
  offered_until timestamptz,
  ended_at timestamptz,
  check ((state in ('placed', 'left')) = (ended_at is not null)),
  check (state <> 'offered' or (booking_id is not null and offered_until is not null)),
  check (state in ('waiting', 'offered') or link_sealed is null)
);
create unique index waiting_once on booking.waiting (drive_id, person_id) where state in ('waiting', 'offered');
create index waiting_turn on booking.waiting (drive_id, joined_at, id) where state = 'waiting';
create index waiting_person on booking.waiting (person_id);

create or replace view booking.v_booking as
select id as booking_id, drive_id, slot_id, person_id, credited_unit_id, state, confirmed_at, released_at,
       withdrawn_at is not null as withdrawn, source, relation, invitation, created_at
from booking.booking;

-- A booking keeps whose it is and where it counts. Its slot may change; a yes is taken back by a move of the drive alone.
create or replace function booking.stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'released'
     or (new.id, new.drive_id, new.person_id, new.credited_unit_id)
        is distinct from (old.id, old.drive_id, old.person_id, old.credited_unit_id)
     or (old.state = 'confirmed' and new.state = 'held'
         and (new.change_id is null or new.change_id is not distinct from old.change_id)) then
    raise exception 'a booking keeps what it was'
      using errcode = 'integrity_constraint_violation', constraint = 'booking_stays';
  end if;
  return new;
end $$;

-- Counters are what they count: each slot that a transaction touched is recounted when it ends.
create function booking.recount(slot uuid) returns void language plpgsql as $$
declare
  seat record;
begin
  select s.booked, s.kept,
         (select count(*) from booking.booking b where b.slot_id = s.slot_id and b.state <> 'released') as running,
         (select coalesce(sum(r.places - r.used), 0) from booking.reserve r
          where r.slot_id = s.slot_id and r.ended_at is null) as keeping,
         exists (select 1 from booking.reserve r where r.slot_id = s.slot_id and r.ended_at is null
                 and r.used <> (select count(*) from booking.booking b
                                where b.reserve_id = r.id and b.state <> 'released')) as miscounted
  into seat from booking.seat s where s.slot_id = slot;
  if found and (seat.booked <> seat.running or seat.kept <> seat.keeping or seat.miscounted) then
    raise exception 'a seat counts what it holds'
      using errcode = 'integrity_constraint_violation', constraint = 'seat_counts';
  end if;
end $$;
create function booking.seat_counts() returns trigger language plpgsql as $$
begin
  perform booking.recount(new.slot_id);
  if tg_op = 'UPDATE' and old.slot_id <> new.slot_id then
    perform booking.recount(old.slot_id);
  end if;
  return null;
end $$;
create constraint trigger seat_counts_new after insert on booking.booking
  deferrable initially deferred for each row execute function booking.seat_counts();
create constraint trigger seat_counts_changed after update on booking.booking
  deferrable initially deferred for each row
  when ((old.state = 'released') is distinct from (new.state = 'released')
        or old.slot_id <> new.slot_id or old.reserve_id is distinct from new.reserve_id)
  execute function booking.seat_counts();
create constraint trigger seat_counts after update on booking.seat
  deferrable initially deferred for each row
  when (old.booked <> new.booked or old.kept <> new.kept) execute function booking.seat_counts();
create constraint trigger seat_counts after insert or update on booking.reserve
  deferrable initially deferred for each row execute function booking.seat_counts();
