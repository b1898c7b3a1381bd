-- Why: the organisation tree with dated edges and names; the truth, and beside it the path that makes a subtree one range.
create schema unit;
create extension if not exists btree_gist;

create table unit.unit (
  id uuid primary key,
  -- Short number for paths; never shown.
  no bigint generated always as identity unique,
  side text not null check (side in ('union', 'steering', 'red-cross', 'facility', 'commune')),
  -- Stable outside code where one exists (facility code, administrative code).
  code text unique,
  opened_on date not null,
  closed_on date check (closed_on > opened_on)
);

create table unit.naming (
  unit_id uuid not null references unit.unit,
  kind text not null check (kind in ('confederation', 'federation', 'district-federation', 'sector-union',
    'civil-servant-union', 'commune-union', 'grassroots', 'section', 'group',
    'steering-committee', 'red-cross', 'facility', 'commune')),
  name text not null check (name <> '' and name = normalize(name, nfc)),
  short_name text not null check (short_name = normalize(short_name, nfc)),
  -- The line above the unit's own name on its letters, by date.
  superior_name text,
  -- Its mark in document notations, e.g. LĐLĐ in 12/BC-LĐLĐ.
  notation text not null,
  place_name text not null,
  sort_key text not null,
  search_key text not null,
  -- Kept by central agencies: addressed as "CĐCS Trung ương đóng trên địa bàn".
  central boolean not null default false,
  valid daterange not null check (not isempty(valid)),
  constraint naming_one_at_a_time exclude using gist (unit_id with =, valid with &&)
);

create table unit.edge (
  child_id uuid not null references unit.unit,
  parent_id uuid not null references unit.unit check (parent_id <> child_id),
  valid daterange not null check (not isempty(valid)),
  constraint edge_one_parent exclude using gist (child_id with =, valid with &&)
);
create index edge_parent on unit.edge (parent_id);

-- Reading model, rewritten by acts of re-organisation in their transaction. `path` ends with the unit's own number
-- and each number with a dot: the subtree of '1.7.' is every path that starts with it. A new leaf adds one row.
create table unit.path (
  unit_id uuid not null references unit.unit,
  parent_id uuid references unit.unit,
  path text not null,
  depth smallint not null,
  valid daterange not null,
  constraint path_one_at_a_time exclude using gist (unit_id with =, valid with &&)
);
create index path_prefix on unit.path (path text_pattern_ops);
create index path_parent on unit.path (parent_id);
create index naming_search on unit.naming (search_key text_pattern_ops);

-- Published: others join this, with `valid @> day`, never the tables.
create view unit.v_unit as
select u.id as unit_id, u.no, u.side, u.code, p.parent_id, p.path, p.depth,
       n.kind, n.name, n.short_name, n.superior_name, n.notation, n.place_name, n.sort_key, n.search_key, n.central,
       p.valid * n.valid as valid
from unit.unit u
join unit.path p on p.unit_id = u.id
join unit.naming n on n.unit_id = u.id and n.valid && p.valid;
