-- Why: a number split down the tree; the database holds Σ children + reserve = parent at every version.
create schema target;

-- The version of a split in force is the highest; earlier ones stay. `parts` is how many shares the version has,
-- so that none can be slipped in later.
create table target.split (
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  measure text not null check (measure in ('units', 'registrations')),
  version integer not null check (version > 0),
  total integer not null check (total >= 0),
  reserve integer not null check (reserve >= 0),
  parts integer not null check (parts > 0),
  reason text not null default '' check (length(reason) <= 500),
  decided_at timestamptz not null,
  decided_by uuid references account.account,
  primary key (campaign_id, unit_id, measure, version)
);

-- All shares of a version are written in one statement, after its split.
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

-- Assigned to the leading unit, and to no other, from outside (the steering committee's plan); the root of every split.
create table target.given (
  campaign_id uuid not null,
  unit_id uuid not null,
  measure text not null check (measure in ('units', 'registrations')),
  version integer not null check (version > 0),
  value integer not null check (value >= 0),
  source text not null default '',
  decided_at timestamptz not null,
  decided_by uuid references account.account,
  primary key (campaign_id, unit_id, measure, version),
  foreign key (campaign_id, unit_id) references campaign.campaign (id, unit_id)
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

-- Numbers of one campaign and measure change one transaction at a time: a level above and a level below that decide
-- at once would each see the other's old number. The row is rewritten, not only locked, so that a transaction with
-- an older snapshot fails to serialise instead of judging by what it remembers.
create table target.book (
  campaign_id uuid not null references campaign.campaign,
  measure text not null check (measure in ('units', 'registrations')),
  xact xid8 not null,
  primary key (campaign_id, measure)
);

create function target.lock_book(of_campaign uuid, of_measure text) returns void language plpgsql as $$
declare
  holder xid8;
begin
  insert into target.book (campaign_id, measure, xact) values (of_campaign, of_measure, pg_current_xact_id())
  on conflict (campaign_id, measure) do nothing;
  select b.xact into strict holder from target.book b
   where b.campaign_id = of_campaign and b.measure = of_measure for update;
  if holder <> pg_current_xact_id() then
    update target.book b set xact = pg_current_xact_id()
     where b.campaign_id = of_campaign and b.measure = of_measure;
  end if;
end $$;

-- The current version is found from the primary key's end, so a reader of one unit never walks the whole campaign.
create view target.v_split as
select s.campaign_id, s.unit_id, s.measure, s.version, s.total, s.reserve
from target.split s
where s.version = (select max(x.version) from target.split x
                   where x.campaign_id = s.campaign_id and x.unit_id = s.unit_id and x.measure = s.measure);

-- What each unit has been assigned: by the split above it, or from outside at the root.
create view target.v_assigned as
select s.campaign_id, s.child_id as unit_id, s.measure, s.value, s.unit_id as by_unit_id
from target.share s
where s.version = (select max(x.version) from target.split x
                   where x.campaign_id = s.campaign_id and x.unit_id = s.unit_id and x.measure = s.measure)
union all
select g.campaign_id, g.unit_id, g.measure, g.value, null
from target.given g
where g.version = (select max(x.version) from target.given x
                   where x.campaign_id = g.campaign_id and x.unit_id = g.unit_id and x.measure = g.measure);

create view target.v_own as
select o.campaign_id, o.unit_id, o.measure, o.value
from target.own o
where o.version = (select max(x.version) from target.own x
                   where x.campaign_id = o.campaign_id and x.unit_id = o.unit_id and x.measure = o.measure);

create function target.refuse(text, text) returns void language plpgsql as $$
begin
  raise exception '%', $2 using errcode = 'integrity_constraint_violation', constraint = $1;
end $$;

create function target.adds_up(target.split) returns boolean language sql stable as $$
  select coalesce(sum(h.value), 0) + $1.reserve = $1.total and count(*) = $1.parts
  from target.share h
  where (h.campaign_id, h.unit_id, h.measure, h.version) = ($1.campaign_id, $1.unit_id, $1.measure, $1.version)
$$;

create function target.check_shares() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct campaign_id, unit_id, measure, version from added) a
    join target.split s using (campaign_id, unit_id, measure, version)
    where not target.adds_up(s)
  ) then
    perform target.refuse('target_sum', 'shares and reserve do not add up to the total');
  end if;
  return null;
end $$;
create trigger share_sum after insert on target.share
  referencing new table as added for each statement execute function target.check_shares();

-- At commit, around each unit whose number or split was written: the split adds up, is the split of the number the
-- unit holds (0 where it holds none), each unit below that has split still holds what it split, and nobody holds two
-- numbers.
create function target.check_around() returns trigger language plpgsql as $$
declare
  current target.split;
  holds integer;
  numbers integer;
begin
  perform target.lock_book(new.campaign_id, new.measure);

  if tg_table_name = 'split' then
    select * into current from target.split s
     where (s.campaign_id, s.unit_id, s.measure, s.version) = (new.campaign_id, new.unit_id, new.measure, new.version);
    if not target.adds_up(current) then
      perform target.refuse('target_sum', 'shares and reserve do not add up to the total');
    end if;
  end if;

  select count(*), max(a.value) into numbers, holds from target.v_assigned a
   where (a.campaign_id, a.unit_id, a.measure) = (new.campaign_id, new.unit_id, new.measure);
  if numbers > 1 then
    perform target.refuse('target_twice', 'the unit holds a number from elsewhere');
  end if;
  select * into current from target.split s
   where (s.campaign_id, s.unit_id, s.measure) = (new.campaign_id, new.unit_id, new.measure)
   order by s.version desc limit 1;
  if found and current.total <> coalesce(holds, 0) then
    perform target.refuse('target_total', 'the total is not the number the unit holds');
  end if;

  -- Children of earlier versions too: one left out of the new split may still have its own.
  perform 1
  from (select distinct h.child_id from target.share h
         where (h.campaign_id, h.unit_id, h.measure) = (new.campaign_id, new.unit_id, new.measure)) child
  cross join lateral (select s.total from target.split s
                       where (s.campaign_id, s.unit_id, s.measure) = (new.campaign_id, child.child_id, new.measure)
                       order by s.version desc limit 1) below
  where below.total <> (
    select coalesce(sum(a.value), 0) from target.v_assigned a
     where (a.campaign_id, a.unit_id, a.measure) = (new.campaign_id, child.child_id, new.measure));
  if found then
    perform target.refuse('target_below', 'a unit below has split another number');
  end if;

  perform 1 from target.share h
   where (h.campaign_id, h.unit_id, h.measure, h.version)
         = (new.campaign_id, new.unit_id, new.measure, current.version)
     and 1 < (select count(*) from target.v_assigned a
               where (a.campaign_id, a.unit_id, a.measure) = (h.campaign_id, h.child_id, h.measure));
  if found then
    perform target.refuse('target_twice', 'a unit below holds a number from elsewhere');
  end if;
  return null;
end $$;
create constraint trigger split_around after insert on target.split
  deferrable initially deferred for each row execute function target.check_around();
create constraint trigger given_around after insert on target.given
  deferrable initially deferred for each row execute function target.check_around();

-- Decisions are history: a new number is a new version.
create trigger split_stays before update or delete on target.split
  for each row execute function platform.refuse_change('target_stays');
create trigger share_stays before update or delete on target.share
  for each row execute function platform.refuse_change('target_stays');
create trigger given_stays before update or delete on target.given
  for each row execute function platform.refuse_change('target_stays');
create trigger own_stays before update or delete on target.own
  for each row execute function platform.refuse_change('target_stays');
