-- Why: counters per credited unit, campaign, drive, measure and day, written in the transaction of the fact they count.
create schema tally;

create table tally.counter (
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  drive_id uuid not null,
  measure text not null check (measure in ('registered', 'donated', 'bags', 'ml', 'units')),
  day date not null,
  -- `units` counts in hundredths, so that 250 ml equivalents (350 ml = 1.4) stay whole numbers.
  value bigint not null,
  primary key (campaign_id, unit_id, measure, drive_id, day)
);
create index counter_drive on tally.counter (drive_id, measure);

create view tally.v_counter as select * from tally.counter;
