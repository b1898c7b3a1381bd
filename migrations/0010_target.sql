-- Why: a number split down the tree; the database holds Σ children + reserve = parent at every version.
create schema target;

-- The version of a split in force is the highest; earlier ones stay.
create table target.split (
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  measure text not null check (measure in ('units', 'registrations')),
  version integer not null check (version > 0),
  total integer not null check (total >= 0),
  reserve integer not null check (reserve >= 0),
  reason text not null default '' check (length(reason) <= 500),
  decided_at timestamptz not null,
  decided_by uuid references account.account,
  primary key (campaign_id, unit_id, measure, version)
);

create table target.share (
  campaign_id uuid not null,
  unit_id uuid not null,
  measure text not null,
  version integer not null,
  child_id uuid not null references unit.unit check (child_id <> unit_id),
  value integer not null check (value >= 0),
  primary key (campaign_id, unit_id, measure, version, child_id),
  foreign key (campaign_id, unit_id, measure, version) references target.split
);
create index share_child on target.share (child_id, campaign_id);

-- Assigned to the leading unit from outside (the steering committee's plan); the root of every split.
create table target.given (
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  measure text not null check (measure in ('units', 'registrations')),
  version integer not null check (version > 0),
  value integer not null check (value >= 0),
  source text not null default '',
  decided_at timestamptz not null,
  primary key (campaign_id, unit_id, measure, version)
);

-- What a unit set itself beside the assigned number.
create table target.own (
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  measure text not null check (measure in ('units', 'registrations')),
  version integer not null check (version > 0),
  value integer not null check (value >= 0),
  decided_at timestamptz not null,
  decided_by uuid references account.account,
  primary key (campaign_id, unit_id, measure, version)
);

create view target.v_split as
select distinct on (campaign_id, unit_id, measure) campaign_id, unit_id, measure, version, total, reserve
from target.split order by campaign_id, unit_id, measure, version desc;

-- What each unit has been assigned: by the split above it, or from outside at the root.
create view target.v_assigned as
select s.campaign_id, s.child_id as unit_id, s.measure, s.value, s.unit_id as by_unit_id
from target.share s
join target.v_split c on (c.campaign_id, c.unit_id, c.measure, c.version) = (s.campaign_id, s.unit_id, s.measure, s.version)
union all
select campaign_id, unit_id, measure, value, null from (
  select distinct on (campaign_id, unit_id, measure) campaign_id, unit_id, measure, value
  from target.given order by campaign_id, unit_id, measure, version desc) g;

create view target.v_own as
select distinct on (campaign_id, unit_id, measure) campaign_id, unit_id, measure, value
from target.own order by campaign_id, unit_id, measure, version desc;

-- Checked when the transaction commits, so that a split and its shares may be written in any order.
create function target.check_sum() returns trigger language plpgsql as $$
declare
  shares bigint;
  split target.split;
  assigned integer;
begin
  select * into split from target.split s
   where (s.campaign_id, s.unit_id, s.measure, s.version) = (new.campaign_id, new.unit_id, new.measure, new.version);
  select coalesce(sum(value), 0) into shares from target.share s
   where (s.campaign_id, s.unit_id, s.measure, s.version) = (new.campaign_id, new.unit_id, new.measure, new.version);
  if shares + split.reserve <> split.total then
    raise exception 'shares and reserve do not add up to the total'
      using errcode = 'integrity_constraint_violation', constraint = 'target_sum';
  end if;
  -- Serialise with a change of the number above: both lock the campaign's row of the split's owner.
  select value into assigned from target.v_assigned a
   where (a.campaign_id, a.unit_id, a.measure) = (new.campaign_id, new.unit_id, new.measure);
  if assigned is distinct from split.total
     and new.version = (select max(version) from target.split s
                        where (s.campaign_id, s.unit_id, s.measure) = (new.campaign_id, new.unit_id, new.measure)) then
    raise exception 'the total is not what the level above assigned'
      using errcode = 'integrity_constraint_violation', constraint = 'target_total';
  end if;
  return null;
end $$;
create constraint trigger split_sum after insert on target.split
  deferrable initially deferred for each row execute function target.check_sum();
create constraint trigger share_sum after insert on target.share
  deferrable initially deferred for each row execute function target.check_sum();

create trigger split_stays before update or delete on target.split
  for each row execute function platform.refuse_change('target_stays');
create trigger share_stays before update or delete on target.share
  for each row execute function platform.refuse_change('target_stays');
