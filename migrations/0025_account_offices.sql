-- Why: offices change hands. How a grant came, signing delegated for a term, and handovers with the work they found open.

create table account.handover (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  role text not null check (role in ('officer', 'deputy', 'signatory')),
  from_account uuid not null references account.account,
  -- Null until the one-time code is used.
  to_account uuid references account.account check (to_account <> from_account),
  code_id uuid references account.code,
  -- The successor's first day; the predecessor's last is its eve.
  effective_on date not null,
  state text not null check (state in ('planned', 'received', 'cancelled', 'lapsed')),
  -- What starting it changed, to take it back: ids and days.
  journal jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null references account.account,
  received_at timestamptz,
  -- The open work as the successor confirmed it: codes and counts, with the union's name of that day.
  minutes jsonb,
  note text not null default '' check (length(note) <= 500 and note = normalize(note, nfc)),
  closed_at timestamptz,
  closed_by uuid references account.account,
  check (to_account is not null or code_id is not null),
  check ((state = 'received') = (received_at is not null)),
  check ((state = 'received') = (minutes is not null)),
  check ((state in ('cancelled', 'lapsed')) = (closed_at is not null))
);
create unique index handover_once on account.handover (unit_id, role, from_account) where state = 'planned';
create index handover_code on account.handover (code_id);
create index handover_unit on account.handover (unit_id, id);

-- Only a planned one moves, and what it is about never does: minutes stay as they were confirmed.
create function account.handover_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'received' then return old; end if;
  elsif old.state = 'planned'
     and (new.id, new.unit_id, new.role, new.from_account, new.effective_on, new.journal, new.created_at, new.created_by)
         is not distinct from
         (old.id, old.unit_id, old.role, old.from_account, old.effective_on, old.journal, old.created_at, old.created_by)
     and (old.to_account is null or new.to_account = old.to_account) then
    return new;
  end if;
  raise exception 'a handover once settled never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'handover_stays';
end $$;
create trigger handover_stays before update or delete on account.handover
  for each row execute function account.handover_goes_forward();

-- How a grant came: by a one-time code, by a handover, else named by `granted_by` (null: at installation).
alter table account.grant
  add column code_id uuid references account.code,
  add column handover_id uuid references account.handover;
create index grant_handover on account.grant (handover_id) where handover_id is not null;

-- Grants taken back before they ran a whole day: nobody held them on any day, yet it is not forgotten that they were given.
create table account.removed_grant (
  id uuid primary key,
  account_id uuid not null references account.account,
  role text not null,
  unit_id uuid not null references unit.unit,
  term daterange not null,
  removed_at timestamptz not null,
  removed_by uuid references account.account
);
create index removed_grant_unit on account.removed_grant (unit_id);

-- Signing delegated (ủy quyền ký) by a signatory of the unit to an office there: named scopes, for a term. A row, not a
-- grant: what it gives is worked out from both offices each day, so that it can never outlive either.
create table account.delegation (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  by_account uuid not null references account.account,
  to_account uuid not null references account.account check (to_account <> by_account),
  scopes text[] not null
    check (cardinality(scopes) > 0 and scopes <@ array['letters', 'reports-submit', 'reports-approve']),
  term daterange not null check (not isempty(term) and not lower_inf(term) and not upper_inf(term)),
  reason text not null check (length(reason) between 1 and 500 and reason = normalize(reason, nfc)),
  created_at timestamptz not null,
  -- The first day it no longer holds, where it ended before its term: withdrawn, or an office passed on.
  ended_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account.account,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or ended_on is not null),
  constraint delegation_once exclude using gist
    (unit_id with =, by_account with =, to_account with =, (term * daterange(null, ended_on)) with &&)
);
create index delegation_to on account.delegation (to_account);
create index delegation_unit on account.delegation (unit_id, id);

-- The days on which a delegation holds: within its term, while the delegator is signatory there and the delegate
-- holds an office there.
create view account.delegation_in_force as
select d.id, d.unit_id, d.by_account, d.to_account, d.scopes,
       d.term * daterange(null, d.ended_on) * s.term * h.term as holds
from account.delegation d
join account.grant s on s.account_id = d.by_account and s.unit_id = d.unit_id and s.role = 'signatory'
                    and s.term && d.term
join account.grant h on h.account_id = d.to_account and h.unit_id = d.unit_id and h.role in ('officer', 'deputy')
                    and h.term && d.term
where not isempty(d.term * daterange(null, d.ended_on) * s.term * h.term);
