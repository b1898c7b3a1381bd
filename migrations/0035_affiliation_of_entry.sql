-- Why: asked of one person, their affiliations must be found by an index: said with `coalesce`, the entry that stands
-- for a person could only be compared row by row, through everybody's affiliations for each place that was held.
create index affiliation_person on person.affiliation (person_id);

create or replace view person.v_affiliation as
select a.person_id, a.unit_id, a.relation, a.is_primary, a.valid, p.full_name, p.sort_key, p.search_key
from person.affiliation a
join person.person p on p.id = a.person_id
where not exists (select 1 from person.same_as s where s.person_id = a.person_id and s.running)
union all
select s.one_id, a.unit_id, a.relation, a.is_primary, a.valid, p.full_name, p.sort_key, p.search_key
from person.same_as s
join person.affiliation a on a.person_id = s.person_id
join person.person p on p.id = s.one_id
where s.running;
