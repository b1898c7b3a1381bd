-- Why: people the union knows, how to reach them, what they agreed to, and which units they belong to by date.
create schema person;

create table person.person (
  id uuid primary key,
  full_name text not null check (full_name <> '' and full_name = normalize(full_name, nfc)),
  sort_key text not null,
  search_key text not null,
  birth_date date,
  sex text check (sex in ('female', 'male')),
  created_at timestamptz not null
);

create table person.contact (
  person_id uuid not null references person.person,
  channel text not null check (channel in ('phone', 'email')),
  value text not null,
  primary key (person_id, channel)
);

-- Nothing is consented by default: no row, no consent. Withdrawal closes the row and keeps it.
create table person.consent (
  id uuid primary key,
  person_id uuid not null references person.person,
  purpose text not null check (purpose in ('take-part', 'reminder', 'invitation')),
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  evidence text not null check (evidence in ('link', 'paper', 'code'))
);
create unique index consent_running on person.consent (person_id, purpose) where withdrawn_at is null;

create table person.affiliation (
  id uuid primary key,
  person_id uuid not null references person.person,
  unit_id uuid not null references unit.unit,
  relation text not null check (relation in ('member', 'worker', 'relative')),
  is_primary boolean not null default true,
  valid daterange not null check (not isempty(valid)),
  constraint affiliation_once exclude using gist (person_id with =, unit_id with =, valid with &&),
  constraint affiliation_one_primary exclude using gist (person_id with =, valid with &&) where (is_primary)
);
create index affiliation_unit on person.affiliation (unit_id);
create index person_order on person.person (sort_key, id);

create view person.v_person as
select p.id as person_id, p.full_name, p.sort_key, p.search_key, p.birth_date,
       extract(year from p.birth_date)::integer as birth_year,
       exists (select 1 from person.contact c where c.person_id = p.id and c.channel = 'email') as has_email
from person.person p;

create view person.v_affiliation as
select a.person_id, a.unit_id, a.relation, a.is_primary, a.valid, p.full_name, p.sort_key, p.search_key
from person.affiliation a join person.person p on p.id = a.person_id;
