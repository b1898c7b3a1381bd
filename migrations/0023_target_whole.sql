-- Why: numbers as of a day, why each version came to be, what a re-organisation rewrites, and requests for another number.

-- `in_force_on`: the version holds from this day on. Over a whole book (campaign and measure) days never go back in the
-- order of decision, so the numbers of any day are those after some commit, and add up as they did then.
alter table target.split disable trigger split_stays;
alter table target.given disable trigger given_stays;
alter table target.own disable trigger own_stays;
alter table target.split
  add column in_force_on date,
  add column cause text not null default 'decided'
    check (cause in ('decided', 'followed', 'granted', 'reorganised', 'restored')),
  add column decision_id uuid references unit.decision,
  add constraint split_cause check ((decision_id is not null) = (cause in ('reorganised', 'restored'))),
  -- No parts: the whole number is reserve, as if it had not been split.
  drop constraint split_parts_check,
  add constraint split_parts check (parts >= 0);
alter table target.given add column in_force_on date;
alter table target.own
  add column in_force_on date,
  -- null: it sets itself none any more, where a re-organisation was undone.
  alter column value drop not null;
update target.split set in_force_on = (decided_at at time zone 'Asia/Ho_Chi_Minh')::date;
update target.given set in_force_on = (decided_at at time zone 'Asia/Ho_Chi_Minh')::date;
update target.own set in_force_on = (decided_at at time zone 'Asia/Ho_Chi_Minh')::date;
alter table target.split enable trigger split_stays, alter column in_force_on set not null;
alter table target.given enable trigger given_stays, alter column in_force_on set not null;
alter table target.own enable trigger own_stays, alter column in_force_on set not null;

create index split_in_force on target.split (campaign_id, measure, in_force_on);
create index given_in_force on target.given (campaign_id, measure, in_force_on);

-- The day asked for, the day of the decision where none is, and never before what the book holds already.
create function target.day_in_force() returns trigger language plpgsql as $$
declare
  latest date;
begin
  if tg_table_name = 'own' then
    select max(o.in_force_on) into latest from target.own o
     where (o.campaign_id, o.unit_id, o.measure) = (new.campaign_id, new.unit_id, new.measure);
  else
    select greatest((select max(s.in_force_on) from target.split s
                      where s.campaign_id = new.campaign_id and s.measure = new.measure),
                    (select max(g.in_force_on) from target.given g
                      where g.campaign_id = new.campaign_id and g.measure = new.measure)) into latest;
  end if;
  new.in_force_on := greatest(coalesce(new.in_force_on, (new.decided_at at time zone 'Asia/Ho_Chi_Minh')::date), latest);
  return new;
end $$;
create trigger split_day before insert on target.split for each row execute function target.day_in_force();
create trigger given_day before insert on target.given for each row execute function target.day_in_force();
create trigger own_day before insert on target.own for each row execute function target.day_in_force();

-- Published: numbers by the days they hold (`in_force @> day`); a version replaced on its own day holds on none. Readers
-- of one unit walk its own versions only.
create view target.v_split_version as
select s.campaign_id, s.unit_id, s.measure, s.version, s.total, s.reserve, s.in_force_on,
       daterange(s.in_force_on, (select n.in_force_on from target.split n
                                 where n.campaign_id = s.campaign_id and n.unit_id = s.unit_id
                                   and n.measure = s.measure and n.version = s.version + 1)) as in_force
from target.split s;

create view target.v_assigned_version as
select h.campaign_id, h.child_id as unit_id, h.measure, h.value, h.unit_id as by_unit_id, s.in_force
from target.share h
join target.v_split_version s on s.campaign_id = h.campaign_id and s.unit_id = h.unit_id
                             and s.measure = h.measure and s.version = h.version
union all
select g.campaign_id, g.unit_id, g.measure, g.value, null,
       daterange(g.in_force_on, (select n.in_force_on from target.given n
                                 where n.campaign_id = g.campaign_id and n.unit_id = g.unit_id
                                   and n.measure = g.measure and n.version = g.version + 1))
from target.given g;

create or replace view target.v_own as
select o.campaign_id, o.unit_id, o.measure, o.value
from target.own o
where o.value is not null
  and o.version = (select max(x.version) from target.own x
                   where x.campaign_id = o.campaign_id and x.unit_id = o.unit_id and x.measure = o.measure);
create view target.v_own_version as
select o.campaign_id, o.unit_id, o.measure, o.value,
       daterange(o.in_force_on, (select n.in_force_on from target.own n
                                 where n.campaign_id = o.campaign_id and n.unit_id = o.unit_id
                                   and n.measure = o.measure and n.version = o.version + 1)) as in_force
from target.own o where o.value is not null;

-- A unit asks whoever gave it its number for another one.
create table target.request (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  unit_id uuid not null references unit.unit,
  measure text not null check (measure in ('units', 'registrations')),
  -- Who answers. Changes only when the tree does, while the request is open.
  to_unit_id uuid not null references unit.unit check (to_unit_id <> unit_id),
  held integer check (held >= 0),
  asked integer not null check (asked >= 0),
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'open' check (state in ('open', 'granted', 'refused', 'withdrawn', 'lapsed')),
  asked_at timestamptz not null,
  asked_by uuid references account.account,
  decided_at timestamptz,
  decided_by uuid references account.account,
  granted integer check (granted >= 0),
  word text not null default '' check (length(word) <= 500),
  constraint request_states check ((state = 'open') = (decided_at is null) and (state = 'granted') = (granted is not null))
);
create unique index request_one_open on target.request (campaign_id, unit_id, measure) where state = 'open';
create index request_unit on target.request (unit_id, campaign_id, measure, id);
create index request_to on target.request (to_unit_id, campaign_id, measure, id);

create function target.request_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.campaign_id, new.unit_id, new.measure, new.held, new.asked, new.reason, new.asked_at, new.asked_by)
          is not distinct from
        (old.id, old.campaign_id, old.unit_id, old.measure, old.held, old.asked, old.reason, old.asked_at, old.asked_by)
    -- A request that lapsed is open again when the re-organisation is undone.
    and (old.state = 'open' or (old.state = 'lapsed' and new.state = 'open')) then
    return new;
  end if;
  raise exception 'an answered request never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'request_stays';
end $$;
create trigger request_stays before update or delete on target.request
  for each row execute function target.request_goes_forward();

-- Published: what a decision of re-organisation is called, for what it is the cause of.
create view unit.v_decision as
select id as decision_id, unit_id, title, effective_on, state from unit.decision;
