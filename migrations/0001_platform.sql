-- Why: what every capability leans on: settings, the ledger of repeatable writes, the audit trail and its seal.
create schema if not exists platform;

create table platform.setting (
  name text primary key,
  value jsonb not null
);

-- A repeated request finds its first answer here. `at` lets old keys be swept.
create table platform.command (
  key uuid primary key,
  operation text not null,
  actor uuid,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null
);
create index command_at on platform.command (at);

-- Ids and codes only. `no` orders; gaps are normal (a rolled-back transaction), so counts detect a missing row.
create table platform.audit_entry (
  no bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  operation text not null,
  actor uuid,
  subject_kind text not null,
  subject_id uuid not null,
  unit_id uuid,
  detail jsonb not null,
  block_no bigint
);
create index audit_entry_unsealed on platform.audit_entry (no) where block_no is null;
create index audit_entry_subject on platform.audit_entry (subject_id, no);
create index audit_entry_block on platform.audit_entry (block_no);

create table platform.audit_block (
  no bigint primary key,
  entries integer not null check (entries > 0),
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null
);

-- How many rows were ever written, in 32 shards so that writers do not queue; a row removed before sealing shows here.
create table platform.audit_count (
  shard smallint primary key check (shard between 0 and 31),
  entries bigint not null default 0
);
insert into platform.audit_count (shard) select generate_series(0, 31);

create function platform.count_audit() returns trigger language plpgsql as $$
begin
  update platform.audit_count set entries = entries + 1 where shard = pg_backend_pid() % 32;
  return null;
end $$;
create trigger audit_counted after insert on platform.audit_entry
  for each row execute function platform.count_audit();

-- The only change a row may see is being put into a block, once.
create function platform.audit_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.block_no is null and new.block_no is not null
     and to_jsonb(old) - 'block_no' = to_jsonb(new) - 'block_no' then
    return new;
  end if;
  raise exception 'audit rows never change' using errcode = 'integrity_constraint_violation', constraint = 'audit_stays';
end $$;
create trigger audit_stays before update or delete on platform.audit_entry
  for each row execute function platform.audit_stays();
-- For any table whose rows are history: refuse change by name of the trigger's argument.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% never changes', tg_table_name
    using errcode = 'integrity_constraint_violation', constraint = tg_argv[0];
end $$;
create trigger audit_block_stays before update or delete on platform.audit_block
  for each row execute function platform.refuse_change('audit_stays');
