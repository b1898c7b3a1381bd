-- Why: one outbox for every channel; the row is written with the fact it tells, the sending comes after.
create schema message;

create table message.outbox (
  id uuid primary key,
  channel text not null check (channel in ('email')),
  -- Exactly one addressee: a person or an account. Addresses are looked up when sending, never copied.
  person_id uuid references person.person,
  account_id uuid references account.account,
  template text not null,
  -- Names of drives, days and places; nothing about the addressee.
  params jsonb not null,
  -- What must not stand in the database in clear (a member's link), sealed by the server's key and emptied once sent.
  secrets jsonb not null default '{}',
  locale text not null check (locale in ('vi', 'en')),
  state text not null check (state in ('queued', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  reason text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check (num_nonnulls(person_id, account_id) = 1),
  check ((state = 'sent') = (sent_at is not null)),
  check (state = 'queued' or secrets = '{}')
);
create index outbox_queued on message.outbox (id) where state = 'queued';
