-- Why: official documents as data, and the series that number them.
create schema document;

create table document.document (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  kind text not null,
  number text,
  notation text,
  place text,
  issued_on date,
  subject text,
  -- The text as received (NFC), what was read from it with spans, and what the officer confirmed.
  body text,
  reading jsonb,
  confirmed jsonb,
  created_at timestamptz not null
);
create index document_unit on document.document (unit_id, id);

create table document.series (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  notation text not null,
  reset text not null check (reset in ('year', 'term', 'never')),
  period text not null,
  last_number integer not null default 0 check (last_number >= 0),
  unique (unit_id, notation, period)
);

create view document.v_document as
select id as document_id, unit_id, kind, number, notation, issued_on, subject from document.document;
