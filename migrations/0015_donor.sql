-- Why: the donating life the union may know: days and volumes given here, written when a drive closes, read at booking.
create schema donor;

create table donor.donation (
  person_id uuid not null references person.person,
  drive_id uuid not null references drive.drive,
  day date not null,
  volume_ml integer not null check (volume_ml in (250, 350, 450)),
  primary key (person_id, drive_id)
);
create index donation_day on donor.donation (person_id, day desc);

create trigger donation_stays before update or delete on donor.donation
  for each row execute function platform.refuse_change('donation_stays');

create view donor.v_donation as select person_id, drive_id, day, volume_ml from donor.donation;
