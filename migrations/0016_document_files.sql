-- Why: letters carry files, cite documents of other bodies and are numbered in their unit's own series; issued, they stay.

-- The bytes once, however many letters carry them.
create table document.content (
  sha256 bytea primary key check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) between 1 and 12000000)
);
-- Word, PDF and pictures are packed already.
alter table document.content alter column bytes set storage external;

create table document.file (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  name text not null check (length(name) between 1 and 200 and name = normalize(name, nfc)),
  media_type text not null check (media_type in ('application/pdf', 'text/plain', 'image/jpeg', 'image/png',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
  size integer not null check (size between 1 and 12000000),
  sha256 bytea not null references document.content,
  created_at timestamptz not null,
  created_by uuid references account.account
);
create index file_content on document.file (sha256);
create trigger file_stays before update or delete on document.file
  for each row execute function platform.refuse_change('file_stays');

-- original: what the letter was read from; signed: the signed and stamped scan; annex: what it carries.
create table document.attachment (
  document_id uuid not null references document.document,
  file_id uuid not null references document.file,
  role text not null check (role in ('original', 'signed', 'annex')),
  added_at timestamptz not null,
  primary key (document_id, file_id)
);
create index attachment_file on document.attachment (file_id);
create unique index attachment_signed_once on document.attachment (document_id) where role = 'signed';
create trigger attachment_stays before update or delete on document.attachment
  for each row execute function platform.refuse_change('attachment_stays');

-- A document of another body that letters here rest on (204/KH-BCĐ): kept by the unit that cites it.
create table document.external (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  kind text not null,
  number text not null,
  issued_on date,
  issuer text,
  title text,
  file_id uuid references document.file,
  created_at timestamptz not null,
  constraint external_once unique nulls not distinct (unit_id, number, issued_on)
);

create table document.citation (
  document_id uuid not null references document.document,
  ordinal integer not null check (ordinal >= 1),
  -- What is cited: a document of another body, or one issued here.
  external_id uuid references document.external,
  cited_id uuid references document.document check (cited_id <> document_id),
  primary key (document_id, ordinal),
  check (num_nonnulls(external_id, cited_id) = 1)
);
create index citation_external on document.citation (external_id);

-- Every number given, in the program or before it; one number is one document.
create table document.number (
  unit_id uuid not null references unit.unit,
  notation text not null,
  -- "2021" where the series begins again each year, "" where it never does, else the term's name.
  period text not null,
  number integer not null check (number >= 1),
  document_id uuid not null unique references document.document,
  given_at timestamptz not null,
  constraint number_given_once primary key (unit_id, notation, period, number)
);
create trigger number_stays before update or delete on document.number
  for each row execute function platform.refuse_change('number_stays');

-- A series moved by hand (numbers used outside the program) says why.
create table document.series_move (
  id uuid primary key,
  series_id uuid not null references document.series,
  from_number integer not null,
  to_number integer not null check (to_number > from_number),
  reason text not null check (length(reason) between 1 and 500),
  moved_at timestamptz not null,
  moved_by uuid references account.account
);

-- An issued document never changes.
alter table document.document add column issued_at timestamptz;
update document.document d set issued_at = i.issued_at
from directive.directive i where i.document_id = d.id and i.state = 'issued';
create trigger document_stays before update or delete on document.document
  for each row when (old.issued_at is not null) execute function platform.refuse_change('document_stays');
