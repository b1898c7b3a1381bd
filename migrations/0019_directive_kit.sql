-- Why: what helps a unit spread the letter: key messages, questions and answers, poster, loudspeaker text, in versions.
create table directive.kit (
  id uuid primary key,
  directive_id uuid not null references directive.directive,
  version integer not null check (version >= 1),
  content jsonb not null,
  -- What changed, in a line, for those who hold the version before.
  note text not null default '' check (length(note) <= 500),
  published_at timestamptz not null,
  published_by uuid references account.account,
  constraint kit_version unique (directive_id, version)
);
create trigger kit_stays before update or delete on directive.kit
  for each row execute function platform.refuse_change('kit_stays');

-- The address behind the poster's QR code: open to everybody, says nothing of anybody.
create table directive.kit_page (
  code text primary key check (code ~ '^[a-z2-9]{8}$'),
  directive_id uuid not null unique references directive.directive
);

-- Which version was at hand when the letter was spread.
alter table directive.dissemination
  add column kit_id uuid references directive.kit;
