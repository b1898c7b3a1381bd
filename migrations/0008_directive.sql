-- Why: a document that orders: whom it reached, what each unit owes, and what each has done.
create schema directive;

create table directive.directive (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  document_id uuid not null references document.document,
  unit_id uuid not null references unit.unit,
  title text not null,
  state text not null check (state in ('draft', 'issued')),
  issued_at timestamptz,
  -- The rule "report after each drive": days after the drive, to whom, through which office (by role, as text).
  report_days integer check (report_days between 0 and 90),
  report_to text,
  report_through text,
  created_at timestamptz not null,
  created_by uuid references account.account,
  issued_by uuid references account.account,
  check ((state = 'issued') = (issued_at is not null))
);
create index directive_campaign on directive.directive (campaign_id, id);
create index directive_unit on directive.directive (unit_id, id);

create table directive.instruction (
  directive_id uuid not null references directive.directive,
  ordinal integer not null,
  text text not null,
  duties text[] not null,
  due_on date,
  primary key (directive_id, ordinal)
);

-- Whom a draft will reach. Issuing copies these into the frozen list and empties them, so that a row there always
-- means "reached".
create table directive.draft_recipient (
  directive_id uuid not null references directive.directive,
  unit_id uuid not null references unit.unit,
  addressee text not null default '',
  primary key (directive_id, unit_id)
);

-- Frozen when the letter is issued, as the letter's addressees were resolved in the tree of its date.
create table directive.recipient (
  directive_id uuid not null references directive.directive,
  unit_id uuid not null references unit.unit,
  -- Who passed it on: the sender for the addressees of the letter, an intermediate unit further down.
  from_unit_id uuid not null references unit.unit check (from_unit_id <> unit_id),
  addressee text,
  reached_at timestamptz not null,
  received_at timestamptz,
  received_by uuid references account.account,
  disseminated_at timestamptz,
  disseminated_by uuid references account.account,
  passed_on_at timestamptz,
  primary key (directive_id, unit_id)
);
create index recipient_unit on directive.recipient (unit_id, directive_id);
create index recipient_from on directive.recipient (directive_id, from_unit_id);

create table directive.dissemination (
  id uuid primary key,
  directive_id uuid not null,
  unit_id uuid not null,
  held_on date not null,
  channel text not null check (channel in ('meeting', 'zalo', 'loudspeaker', 'board', 'other')),
  people integer not null check (people between 0 and 1000000),
  note text not null default '' check (length(note) <= 500),
  recorded_at timestamptz not null,
  recorded_by uuid references account.account,
  foreign key (directive_id, unit_id) references directive.recipient
);
create index dissemination_of on directive.dissemination (directive_id, unit_id);

-- One task a duty of the letter, owned by the first sentence that orders it; settled by hand or by a form.
create table directive.task (
  id uuid primary key,
  directive_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  duty text not null,
  due_on date,
  settled_at timestamptz,
  settled_by uuid references account.account,
  note text not null default '' check (length(note) <= 500),
  foreign key (directive_id, unit_id) references directive.recipient,
  constraint task_once unique (directive_id, unit_id, duty)
);
create index task_unit on directive.task (unit_id, id);

create view directive.v_recipient as
select r.directive_id, d.campaign_id, r.unit_id, r.from_unit_id, r.reached_at, r.received_at, r.disseminated_at, r.passed_on_at
from directive.recipient r join directive.directive d on d.id = r.directive_id;

create view directive.v_report_rule as
select directive.id as directive_id, campaign_id, unit_id as sender_unit_id, report_days, report_to, report_through
from directive.directive where state = 'issued';

-- An issued letter never changes; it is amended by a new one.
create trigger directive_stays before update or delete on directive.directive
  for each row when (old.state = 'issued') execute function platform.refuse_change('directive_stays');
create function directive.refuse_if_issued() returns trigger language plpgsql as $$
begin
  if exists (select 1 from directive.directive d where d.state = 'issued'
             and d.id in (case when tg_op <> 'INSERT' then old.directive_id end,
                          case when tg_op <> 'DELETE' then new.directive_id end)) then
    raise exception 'an issued letter never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'directive_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger instruction_stays before insert or update or delete on directive.instruction
  for each row execute function directive.refuse_if_issued();

-- Whom it reached, from whom and when stays; each step forward is taken once.
create trigger recipient_stays before delete on directive.recipient
  for each row execute function platform.refuse_change('recipient_stays');
create trigger recipient_forward before update on directive.recipient
  for each row when (
    (old.directive_id, old.unit_id, old.from_unit_id, old.addressee, old.reached_at)
      is distinct from (new.directive_id, new.unit_id, new.from_unit_id, new.addressee, new.reached_at)
    or (old.received_at is not null and (old.received_at, old.received_by) is distinct from (new.received_at, new.received_by))
    or (old.disseminated_at is not null
        and (old.disseminated_at, old.disseminated_by) is distinct from (new.disseminated_at, new.disseminated_by))
    or (old.passed_on_at is not null and old.passed_on_at is distinct from new.passed_on_at))
  execute function platform.refuse_change('recipient_stays');
create trigger dissemination_stays before update or delete on directive.dissemination
  for each row execute function platform.refuse_change('dissemination_stays');
