-- Why: a union is found by words of its name while they are being typed, also among a nation's 600,000 units; and places
-- that are not unions are found without reading all that are.

-- Words of a search key: spaces and signs part them, alike in `src/platform/pure/words.ts`.
create function platform.words_of(search_key text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(string_to_array(
    translate(search_key, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~–—“”‘’…', repeat(' ', 39)), ' '), ''))
$$;

-- Reading model of the search, kept by the database from `path` and `naming`: one row for each name on each place. A word
-- carries the depth it stands at, and an ancestor too (`3/cong`, `#17/3`): a search goes down level by level, and one
-- that has nothing to find on a level costs nothing there, however common its words are on another.
create table unit.search (
  unit_id uuid not null,
  side text not null,
  sort_key text not null,
  words tsvector not null,
  valid daterange not null
);

create function unit.placed_words(search_key text, path text, depth smallint) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array(
    select depth || '/' || w from unnest(tsvector_to_array(platform.words_of(search_key))) w
    union all select '#' || no || '/' || depth from unnest(string_to_array(rtrim(path, '.'), '.')) no))
$$;

create function unit.refresh_search() returns trigger language plpgsql as $$
begin
  -- Planned anew each time: a plan made for a nation must not serve a single unit, nor the other way round.
  execute 'delete from unit.search s using (select distinct unit_id from touched) t where s.unit_id = t.unit_id';
  execute 'insert into unit.search (unit_id, side, sort_key, words, valid)
           select u.unit_id, u.side, u.sort_key, unit.placed_words(u.search_key, u.path, u.depth), u.valid
           from unit.v_unit u where u.unit_id in (select unit_id from touched)';
  return null;
end $$;

create index search_unit on unit.search (unit_id);

-- Makes the whole model anew, for whoever writes a tree with triggers off.
create function unit.make_search() returns void language plpgsql as $$
begin
  drop index if exists unit.search_words;
  delete from unit.search;
  insert into unit.search (unit_id, side, sort_key, words, valid)
  select u.unit_id, u.side, u.sort_key, unit.placed_words(u.search_key, u.path, u.depth), u.valid from unit.v_unit u;
  -- What was just named waits in a list that every search reads through: a short one.
  create index search_words on unit.search using gin (words) with (gin_pending_list_limit = 256);
  analyze unit.search;
end $$;
select unit.make_search();

create trigger search_named after insert on unit.naming
  referencing new table as touched for each statement execute function unit.refresh_search();
create trigger search_renamed after update on unit.naming
  referencing new table as touched for each statement execute function unit.refresh_search();
create trigger search_unnamed after delete on unit.naming
  referencing old table as touched for each statement execute function unit.refresh_search();
create trigger search_placed after insert on unit.path
  referencing new table as touched for each statement execute function unit.refresh_search();
create trigger search_moved after update on unit.path
  referencing new table as touched for each statement execute function unit.refresh_search();
create trigger search_displaced after delete on unit.path
  referencing old table as touched for each statement execute function unit.refresh_search();

-- Units of one level with all the words, by name; where more than `most` have them, the first of those met. Never read
-- through from end to end: how words lie together no statistics know, and a guess that enough come soon is often wrong.
create function unit.found_by(asked tsquery, day date, of_side text, most integer)
returns table (unit_id uuid, sort_key text) language sql stable set enable_seqscan = off as $$
  select s.unit_id, s.sort_key from unit.search s
  where s.words @@ asked and s.valid @> day and (of_side is null or s.side = of_side) limit most
$$;

-- Facilities and communes: few beside the unions.
create index unit_side on unit.unit (side) where side <> 'union';
