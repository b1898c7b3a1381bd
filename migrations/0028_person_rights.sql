-- Why: people come by file and by themselves too; two entries may be one person; everybody has rights to what is kept.
alter table person.person
  -- How the entry came: typed by an officer, from a file, or by the person.
  add column source text not null default 'officer' check (source in ('officer', 'import', 'self')),
  -- Where only the year of birth is known.
  add column birth_year smallint check (birth_year between 1900 and 2100),
  -- They asked that their data be left alone: not on anybody's list until they ask otherwise.
  add column restricted_at timestamptz,
  -- They asked to be deleted: an empty entry stays, so that donations stay countable.
  add column erased_at timestamptz,
  add constraint person_erased_is_empty
    check (erased_at is null or (full_name = '–' and sort_key = '' and search_key = ''
                                 and birth_date is null and birth_year is null and sex is null)),
  add constraint person_born_once check (birth_date is null or birth_year is null);
create index person_name on person.person (search_key text_pattern_ops);

alter table person.affiliation add column end_reason text
  check (end_reason in ('moved', 'left-job', 'retired', 'mistake', 'erased'));

-- One running file's worth of people, so that it can be taken back as a whole.
create table person.import (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  file_name text not null,
  people integer not null check (people > 0),
  imported_at timestamptz not null,
  imported_by uuid references account.account,
  undone_at timestamptz check (undone_at >= imported_at),
  undone_by uuid references account.account
);
create index import_unit on person.import (unit_id, imported_at desc);
create table person.imported (
  person_id uuid primary key references person.person,
  import_id uuid not null references person.import
);
create index imported_import on person.imported (import_id);

-- Said by an officer about two entries that look alike: the same person, or two.
create table person.different (
  low_id uuid not null references person.person,
  high_id uuid not null references person.person,
  unit_id uuid not null references unit.unit,
  said_at timestamptz not null,
  said_by uuid references account.account,
  primary key (low_id, high_id),
  check (low_id < high_id)
);
create table person.merge (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  one_id uuid not null references person.person,
  other_id uuid not null references person.person check (other_id <> one_id),
  merged_at timestamptz not null,
  merged_by uuid references account.account,
  undone_at timestamptz check (undone_at >= merged_at),
  undone_by uuid references account.account
);
create index merge_one on person.merge (one_id);
create index merge_other on person.merge (other_id);

-- Facts stay with the entry they were written for; this says whose they are. Always one step: never a chain.
create table person.same_as (
  person_id uuid not null references person.person,
  one_id uuid not null references person.person check (one_id <> person_id),
  merge_id uuid not null references person.merge,
  -- The later merge that took this row's place.
  replaced_by uuid references person.merge,
  running boolean not null default true,
  primary key (person_id, merge_id)
);
create unique index same_as_running on person.same_as (person_id) where running;
create index same_as_one on person.same_as (one_id) where running;

create table person.request (
  id uuid primary key,
  person_id uuid not null references person.person,
  kind text not null check (kind in ('access', 'correct', 'delete', 'restrict')),
  -- What they wrote; emptied when it is done.
  note text not null default '',
  asked_at timestamptz not null,
  -- Days by the rule in force when it was asked; kept, so that a later rule changes no deadline that runs.
  acknowledge_by date not null,
  due_on date not null,
  acknowledged_at timestamptz check (acknowledged_at >= asked_at),
  acknowledged_by uuid references account.account,
  done_at timestamptz check (done_at >= asked_at),
  done_by uuid references account.account,
  outcome text check (outcome in ('done', 'refused')),
  answer text not null default '',
  check ((done_at is null) = (outcome is null)),
  check (done_at is null or acknowledged_at is not null)
);
create unique index request_running on person.request (person_id, kind) where done_at is null;
create index request_due on person.request (due_on) where done_at is null;

-- Each entry with the one that stands for it; itself where nobody said otherwise.
create view person.v_same as
select p.id as person_id, coalesce(s.one_id, p.id) as one_id
from person.person p left join person.same_as s on s.person_id = p.id and s.running;

create or replace view person.v_person as
select p.id as person_id, p.full_name, p.sort_key, p.search_key, p.birth_date,
       coalesce(extract(year from p.birth_date)::integer, p.birth_year::integer) as birth_year,
       exists (select 1 from person.contact c where c.person_id = p.id and c.channel = 'email') as has_email,
       (select c.value from person.contact c where c.person_id = p.id and c.channel = 'phone') as phone,
       p.sex, p.source, p.erased_at is not null as erased, p.restricted_at is not null as restricted
from person.person p;

-- All entries of the person an entry speaks of, itself among them: what is asked of a person is asked of all of these.
create view person.v_entry as
select id as person_id, id as entry_id from person.person
union all select one_id, person_id from person.same_as where running
union all select person_id, one_id from person.same_as where running
union all select a.person_id, b.person_id from person.same_as a
          join person.same_as b on b.one_id = a.one_id and b.person_id <> a.person_id and b.running
          where a.running;

-- By the entry that stands for the person, so that one person with two entries counts as one.
create or replace view person.v_affiliation as
select coalesce(s.one_id, a.person_id) as person_id, a.unit_id, a.relation, a.is_primary, a.valid,
       p.full_name, p.sort_key, p.search_key
from person.affiliation a
left join person.same_as s on s.person_id = a.person_id and s.running
join person.person p on p.id = coalesce(s.one_id, a.person_id);

create view person.v_consent as
select person_id, purpose, given_at, withdrawn_at, evidence from person.consent;
