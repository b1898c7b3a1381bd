-- Why: what a re-organisation hands over can be taken back, and a report says whose donations it covers.

-- The decision that brought the letter (or its duty) to the unit, in the place of one that ended.
alter table directive.recipient add column handed_over uuid references unit.decision;
alter table directive.task add column handed_over uuid references unit.decision;
create index recipient_handed_over on directive.recipient (handed_over) where handed_over is not null;
create index task_handed_over on directive.task (handed_over) where handed_over is not null;

-- As before, but for two things: a row that ended with its unit runs again when the unit's end is undone (a letter that
-- was changed or recalled stays ended), and a row that only a decision brought, and nobody answered, goes with it.
create function directive.recipient_returns() returns trigger language plpgsql as $$
begin
  if (old.directive_id, old.root_id, old.unit_id, old.from_unit_id, old.addressee, old.reached_at, old.receive_by)
       is not distinct from
     (new.directive_id, new.root_id, new.unit_id, new.from_unit_id, new.addressee, new.reached_at, new.receive_by)
    and (old.received_at is null or (old.received_at, old.received_by, old.receive_note)
         is not distinct from (new.received_at, new.received_by, new.receive_note))
    and (old.disseminated_at is null
         or (old.disseminated_at, old.disseminated_by) is not distinct from (new.disseminated_at, new.disseminated_by))
    and (old.passed_on_at is null or old.passed_on_at is not distinct from new.passed_on_at)
    and (old.ended_at is null or old.ended_at is not distinct from new.ended_at
         or new.ended_at is null and not exists (
              select 1 from directive.recall c where c.directive_id = old.directive_id
              union all
              select 1 from directive.directive n
              where n.of_id = old.directive_id and n.state = 'issued' and n.relation in ('amend', 'replace'))) then
    return new;
  end if;
  raise exception 'a letter stays with whom it reached'
    using errcode = 'integrity_constraint_violation', constraint = 'recipient_stays';
end $$;
drop trigger recipient_forward on directive.recipient;
create trigger recipient_forward before update on directive.recipient
  for each row execute function directive.recipient_returns();

drop trigger recipient_stays on directive.recipient;
create trigger recipient_stays before delete on directive.recipient
  for each row when (old.handed_over is null or num_nonnulls(old.received_at, old.disseminated_at, old.passed_on_at) > 0)
  execute function platform.refuse_change('recipient_stays');

create function directive.step_of_handed_over() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
       select 1 from directive.task t
       where t.id = old.task_id and t.handed_over is not null and t.settled_at is null) then
    return old;
  end if;
  raise exception 'a step taken stays'
    using errcode = 'integrity_constraint_violation', constraint = 'task_step_stays';
end $$;
drop trigger task_step_stays on directive.task_step;
create trigger task_step_stays before update or delete on directive.task_step
  for each row execute function directive.step_of_handed_over();

-- Whose donations the own line of a report is made of: so that whatever becomes of the tree, no report counts them again.
create table report.covered (
  report_id uuid not null references report.report,
  version integer not null,
  credited_unit_id uuid not null references unit.unit,
  primary key (report_id, version, credited_unit_id)
);
create index covered_unit on report.covered (credited_unit_id);
create trigger covered_stays before update or delete on report.covered
  for each row execute function platform.refuse_change('report_frozen');
create trigger covered_not_late before insert on report.covered
  for each row execute function report.no_late_line();
create trigger covered_not_emptied before truncate on report.covered
  for each statement execute function platform.refuse_change('report_frozen');

-- Reports sent before this: the people at or below the unit on the day it was sent, without those of units that then
-- reported for themselves.
alter table report.covered disable trigger covered_not_late;
insert into report.covered (report_id, version, credited_unit_id)
select distinct r.id, r.version, k.unit_id
from report.report r
join unit.path top on top.unit_id = r.unit_id
  and top.valid @> (r.figures_as_of at time zone 'Asia/Ho_Chi_Minh')::date
join tally.counter k on k.drive_id = r.drive_id and k.measure in ('registered', 'donated') and k.value > 0
join unit.path c on c.unit_id = k.unit_id and c.valid @> (r.figures_as_of at time zone 'Asia/Ho_Chi_Minh')::date
  and c.path like top.path || '%'
where r.version > 0
  and not exists (
    select 1 from report.line n
    join unit.path below on below.unit_id = n.unit_id
      and below.valid @> (r.figures_as_of at time zone 'Asia/Ho_Chi_Minh')::date
    where n.report_id = r.id and n.version = r.version and n.source = 'child' and c.path like below.path || '%');
alter table report.covered enable trigger covered_not_late;
