-- Why: a donor may belong to no union and still be credited to exactly one place: a root of its own beside the main
-- tree. No path of a union leads to it, so no union's sum can take it in; the whole event's figure does.
alter table unit.unit drop constraint unit_side_check;
alter table unit.unit add constraint unit_side_check
  check (side in ('union', 'steering', 'red-cross', 'facility', 'commune', 'outside'));

insert into unit.unit (id, side, code, opened_on)
values ('00000000-0000-7000-8000-00e0a1c09d0a', 'outside', 'outside', '1900-01-01');
insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
values ('00000000-0000-7000-8000-00e0a1c09d0a', 'group', 'Ngoài công đoàn', 'Ngoài công đoàn', '', '',
        'ngoai cong doan', 'ngoai cong doan', daterange('1900-01-01', null));
select unit.rebuild_paths(array['00000000-0000-7000-8000-00e0a1c09d0a'::uuid]);
