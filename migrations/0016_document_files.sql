-- Why: letters carry files, cite documents of other bodies and are numbered in their unit's own series; issued, they stay.

-- The bytes once, however many letters carry them.
create table document.content (
  sha256 bytea primary key check (length(sha256) = 32),
  -- Null once every file with this content was taken away: nobody can look at it again.
  bytes bytea check (length(bytes) between 1 and 12000000)
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
  created_by uuid references account.account,
  -- A photo of a duty done may be taken away again; what a letter carries may not.
  removed_at timestamptz
);
create index file_content on document.file (sha256);
create index file_unit on document.file (unit_id, created_at);
create trigger file_stays before delete on document.file
  for each row execute function platform.refuse_change('file_stays');
create trigger file_removed_once before update on document.file
  for each row when (
    old.removed_at is not null
    or (old.id, old.unit_id, old.name, old.media_type, old.size, old.sha256, old.created_at, old.created_by)
       is distinct from
       (new.id, new.unit_id, new.name, new.media_type, new.size, new.sha256, new.created_at, new.created_by))
  execute function platform.refuse_change('file_stays');

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

-- A series begun, or moved by hand past numbers used outside the program, says why.
create table document.series_move (
  id uuid primary key,
  series_id uuid not null references document.series,
  from_number integer not null,
  to_number integer not null check (to_number >= from_number),
  reason text not null check (length(reason) between 1 and 500),
  moved_at timestamptz not null,
  moved_by uuid references account.account
);
create index series_move_of on document.series_move (series_id, id);
create trigger series_move_stays before update or delete on document.series_move
  for each row execute function platform.refuse_change('series_move_stays');

-- An issued document never changes.
alter table document.document add column issued_at timestamptz;
update document.document d set issued_at = i.issued_at
from directive.directive i where i.document_id = d.id and i.state = 'issued';
create trigger document_stays before update or delete on document.document
  for each row when (old.issued_at is not null) execute function platform.refuse_change('document_stays');

-- What an issued document carries stays with it; the signed scan may still come. A draft may let go of a file.
create function document.keep_attachments() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select 1 from document.document d
                                 where d.id = old.document_id and d.issued_at is not null) then
    raise exception 'an issued document keeps its files'
      using errcode = 'integrity_constraint_violation', constraint = 'attachment_stays';
  end if;
  return old;
end $$;
create trigger attachment_stays before update or delete on document.attachment
  for each row execute function document.keep_attachments();

-- Published: files that are there, for capabilities that show what is kept of them.
create view document.v_file as
select id as file_id, unit_id, name, media_type, size, encode(sha256, 'hex') as sha256, created_at
from document.file where removed_at is null;
