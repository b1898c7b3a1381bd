-- Why: who may come in, and what they hold where and until when. Secrets are stored as hashes only.
create schema account;

create table account.account (
  id uuid primary key,
  login text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  display_name text not null check (display_name = normalize(display_name, nfc)),
  email text,
  password_hash text,
  created_at timestamptz not null
);

create table account.session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account.account,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on account.session (account_id);

create table account.grant (
  id uuid primary key,
  account_id uuid not null references account.account,
  role text not null check (role in ('administrator', 'officer', 'deputy', 'signatory', 'facility', 'desk')),
  unit_id uuid references unit.unit,
  drive_id uuid,
  term daterange not null check (not isempty(term)),
  granted_by uuid references account.account,
  check (num_nonnulls(unit_id, drive_id) = 1),
  check ((role = 'desk') = (drive_id is not null)),
  constraint grant_once exclude using gist
    (account_id with =, role with =, (coalesce(unit_id, drive_id)) with =, term with &&)
);
create index grant_unit on account.grant (unit_id);
create index grant_drive on account.grant (drive_id);

-- One-time codes printed by the level above: for a new office-holder, or for a lost password.
create table account.code (
  id uuid primary key,
  code_hash bytea not null unique,
  purpose text not null check (purpose in ('join', 'reset')),
  unit_id uuid not null references unit.unit,
  role text,
  term daterange,
  account_id uuid references account.account,
  -- Null: by the operator at the machine, who installs the first tree.
  issued_by uuid references account.account,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'join') = (role is not null and term is not null)),
  check ((purpose = 'reset') = (account_id is not null))
);
create index code_unit on account.code (unit_id);
