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

-- Frozen when the letter is issued, as the letter's addressees were resolved in the tree of its date.
create table directive.recipient (
  directive_id uuid not null references directive.directive,
  unit_id uuid not null references unit.unit,
  -- Who passed it on: the sender for the addressees of the letter, an intermediate unit further down.
  from_unit_id uuid not null references unit.unit,
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

-- One task a duty; settled by hand or by the form that settles it (`settled_by` names what did).
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
  unique (directive_id, unit_id, ordinal, duty)
);
create index task_unit on directive.task (unit_id, id);

create view directive.v_recipient as
select r.directive_id, d.campaign_id, r.unit_id, r.from_unit_id, r.reached_at, r.received_at, r.disseminated_at, r.passed_on_at
from directive.recipient r join directive.directive d on d.id = r.directive_id;

create view directive.v_report_rule as
select directive.id as directive_id, campaign_id, unit_id as sender_unit_id, report_days, report_to, report_through
from directive.directive where state = 'issued';

create trigger recipient_stays before delete on directive.recipient
  for each row execute function platform.refuse_change('recipient_stays');
