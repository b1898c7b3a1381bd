-- Why: whoever has not answered is reminded, at most once a day, and then the level above is told.

-- What a unit is told in one day, all its letters together: the key is the promise of "once a day at most".
create table directive.reminder (
  unit_id uuid not null references unit.unit,
  day date not null,
  id uuid not null unique,
  -- Null: by the program itself, by the days of the letters.
  from_unit_id uuid references unit.unit check (from_unit_id <> unit_id),
  -- The letter a sender's own reminder is about; null when it is about all that is due.
  directive_id uuid references directive.directive,
  -- Own duties and receipts past their day, those due within two days, and late units below it has to answer for.
  late integer not null check (late >= 0),
  due_soon integer not null check (due_soon >= 0),
  below_late integer not null check (below_late >= 0),
  sent_at timestamptz not null,
  sent_by uuid references account.account,
  seen_at timestamptz,
  seen_by uuid references account.account,
  constraint reminder_once_a_day primary key (unit_id, day),
  check ((from_unit_id is null) = (sent_by is null)),
  check (late + due_soon + below_late > 0 or from_unit_id is not null)
);
create index reminder_waiting on directive.reminder (unit_id) where seen_at is null;

-- The days the program has looked through, so that a restart does not look twice.
create table directive.chase (
  day date primary key,
  done_at timestamptz not null,
  reminded integer not null
);

-- A message that must wait for the morning: before this instant it is night where it goes.
alter table message.outbox add column not_before timestamptz;

-- What is looked for every day and at every glance at who is late: few rows, however long the lists behind them.
create index task_open on directive.task (root_id, unit_id, due_on) where settled_at is null and withdrawn_at is null;
create index recipient_unconfirmed on directive.recipient (receive_by) where received_at is null and ended_at is null;
