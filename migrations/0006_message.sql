-- Why: one outbox for every channel; the row is written with the fact it tells, the sending comes after.
create schema message;

create table message.outbox (
  id uuid primary key,
  channel text not null check (channel in ('email')),
  -- Exactly one addressee: a person or an account. Addresses are looked up when sending, never copied.
  person_id uuid references person.person,
  account_id uuid references account.account,
  template text not null,
  -- Ids, days and counts; secrets of links are sealed by the sender's own key (see message/rules).
  params jsonb not null,
  locale text not null check (locale in ('vi', 'en')),
  state text not null check (state in ('queued', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  reason text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check (num_nonnulls(person_id, account_id) = 1)
);
create index outbox_queued on message.outbox (id) where state = 'queued';
