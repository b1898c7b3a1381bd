-- Why: whoever types a common name at a province or the nation waits for the first fifty of a hundred thousand, not for all
-- of them; and entries that may be one person are met one by one, not by comparing everybody with everybody.

-- A search key with its last three words first and turned round: "tran thi lan" is "lan thi tran". Names that end alike
-- stand together, as what somebody types on from a given name.
create function person.given_first(search_key text) returns text language sql immutable parallel safe as $$
  select split_part(search_key, ' ', -1) || ' ' || split_part(search_key, ' ', -2) || ' ' || split_part(search_key, ' ', -3)
$$;

-- Costs an entry for each new person, who is written once; none for a place at a drive. With the date of birth it also
-- finds entries of one name and one birth, and orders namesakes.
create index person_given on person.person (person.given_first(search_key) collate "C", birth_date);
-- Where somebody belongs, without a look at the affiliation: asked of thousands until fifty of a unit's are met.
drop index person.affiliation_person;
create index affiliation_place on person.affiliation (person_id, unit_id);

-- And entries of one phone.
create index contact_phone on person.contact (value) where channel = 'phone';

-- How many names of units have these words, as far as the planner's statistics know: of words that thousands have the
-- index gathers all before it tells of one.
create function unit.guess_found(asked tsquery) returns bigint language plpgsql strict as $$
declare
  plan json;
begin
  execute format('explain (format json) select 1 from unit.search where words @@ %L::tsquery', asked) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end $$;

-- As 0038's, for words whose last one is a beginning that thousands of names have: the index would gather all of these
-- before it compares them with the others, so only the whole words are asked of it. "is not false" hides the rest from it.
create function unit.found_by(whole tsquery, beginning tsquery, day date, of_side text, most integer)
returns table (unit_id uuid, sort_key text) language sql stable set enable_seqscan = off as $$
  select s.unit_id, s.sort_key from unit.search s
  where s.words @@ whole and (s.words @@ beginning) is not false and s.valid @> day
    and (of_side is null or s.side = of_side) limit most
$$;
