-- Why: one order becomes many letters: re-issued at each level, amended, replaced, recalled, urged; a unit's answer is followed through them.

-- The family of a letter: the first one, its re-issues below, and what amends them. `root_id` is the first one's id.
-- A letter that only urges answers to another stands in a family of its own.
alter table directive.directive
  add column root_id uuid references directive.directive,
  -- The letter from the level above that this one carries further down.
  add column parent_id uuid references directive.directive,
  -- The unit's own earlier letter that this one amends, replaces, or urges an answer to.
  add column of_id uuid references directive.directive,
  add column relation text not null default 'first'
    check (relation in ('first', 'reissue', 'amend', 'replace', 'urge')),
  -- Whether units that spread the earlier letter must spread this one too.
  add column spread_again boolean not null default true,
  -- Working days a unit has to confirm receipt.
  add column receive_days integer not null default 2 check (receive_days between 0 and 30);
alter table directive.directive disable trigger directive_stays;
update directive.directive set root_id = id;
alter table directive.directive enable trigger directive_stays;
alter table directive.directive
  alter column root_id set not null,
  add constraint directive_relation check (
    (relation in ('first', 'reissue')) = (of_id is null)
    and (relation <> 'reissue' or parent_id is not null)
    and (relation not in ('first', 'urge') or (parent_id is null and root_id = id)));
create index directive_root on directive.directive (root_id, id);
create index directive_parent on directive.directive (parent_id);
create index directive_of on directive.directive (of_id);
-- A letter is amended or replaced once at a time: the next change is made to the changed letter.
create unique index directive_changed_once on directive.directive (of_id)
  where state = 'issued' and relation in ('amend', 'replace');

create table directive.recall (
  directive_id uuid primary key references directive.directive,
  reason text not null check (length(reason) between 1 and 500),
  recalled_at timestamptz not null,
  recalled_by uuid references account.account
);
create trigger recall_stays before update or delete on directive.recall
  for each row execute function platform.refuse_change('recall_stays');

alter table directive.recipient
  add column root_id uuid references directive.directive,
  add column receive_by date,
  add column receive_note text not null default '' check (length(receive_note) <= 500),
  -- It spread the letter this one amends, and need not again.
  add column spread_kept boolean not null default false,
  -- From then on another letter holds (or none, when recalled).
  add column ended_at timestamptz check (ended_at >= reached_at);
-- Letters that reached somebody before this had no day to confirm by: two working days, as letters have now.
update directive.recipient r
set root_id = d.root_id,
    receive_by = (select l.day + case when extract(isodow from l.day) in (4, 5) then 4
                                      when extract(isodow from l.day) = 6 then 3 else 2 end
                  from (select (r.reached_at at time zone 'Asia/Ho_Chi_Minh')::date as day) l)
from directive.directive d where d.id = r.directive_id;
alter table directive.recipient alter column root_id set not null;
create index recipient_root on directive.recipient (root_id, unit_id);

drop trigger recipient_forward on directive.recipient;
create trigger recipient_forward before update on directive.recipient
  for each row when (
    (old.directive_id, old.root_id, old.unit_id, old.from_unit_id, old.addressee, old.reached_at, old.receive_by)
      is distinct from
    (new.directive_id, new.root_id, new.unit_id, new.from_unit_id, new.addressee, new.reached_at, new.receive_by)
    or (old.received_at is not null and (old.received_at, old.received_by, old.receive_note)
        is distinct from (new.received_at, new.received_by, new.receive_note))
    or (old.disseminated_at is not null
        and (old.disseminated_at, old.disseminated_by) is distinct from (new.disseminated_at, new.disseminated_by))
    or (old.passed_on_at is not null and old.passed_on_at is distinct from new.passed_on_at)
    or (old.ended_at is not null and old.ended_at is distinct from new.ended_at))
  execute function platform.refuse_change('recipient_stays');

-- One task a duty of the family, worded by the letter nearest to the unit.
alter table directive.task
  add column root_id uuid references directive.directive,
  -- The letter no longer asks it, or was recalled.
  add column withdrawn_at timestamptz;
update directive.task t set root_id = d.root_id from directive.directive d where d.id = t.directive_id;
alter table directive.task
  alter column root_id set not null,
  drop constraint task_once,
  add constraint task_once unique (root_id, unit_id, duty);
create index task_due on directive.task (due_on) where settled_at is null and withdrawn_at is null;

-- Each step of a task: who, when, with what words; never changed. The task's own row is the latest of them.
create table directive.task_step (
  task_id uuid not null references directive.task,
  at timestamptz not null,
  state text not null check (state in ('open', 'settled', 'withdrawn')),
  due_on date,
  by_account uuid references account.account,
  note text not null default '' check (length(note) <= 500),
  primary key (task_id, at)
);
insert into directive.task_step (task_id, at, state, due_on)
select t.id, r.reached_at, 'open', t.due_on
from directive.task t join directive.recipient r on r.directive_id = t.directive_id and r.unit_id = t.unit_id;
insert into directive.task_step (task_id, at, state, due_on, by_account, note)
select id, settled_at, 'settled', due_on, settled_by, note from directive.task where settled_at is not null
on conflict do nothing;
create trigger task_step_stays before update or delete on directive.task_step
  for each row execute function platform.refuse_change('task_step_stays');

-- A photo or a scan that shows a duty was done.
create table directive.evidence (
  file_id uuid primary key references document.file,
  task_id uuid not null references directive.task,
  added_at timestamptz not null,
  added_by uuid references account.account,
  removed_at timestamptz
);
create index evidence_task on directive.evidence (task_id);

drop view directive.v_recipient;
create view directive.v_recipient as
select r.directive_id, r.root_id, d.campaign_id, r.unit_id, r.from_unit_id, r.reached_at, r.receive_by, r.received_at,
       r.disseminated_at, r.passed_on_at, r.ended_at, f.relation = 'urge' as urging
from directive.recipient r
join directive.directive d on d.id = r.directive_id
join directive.directive f on f.id = r.root_id;

-- A report is ordered by a letter in force.
drop view directive.v_report_rule;
create view directive.v_report_rule as
select d.id as directive_id, d.campaign_id, d.unit_id as sender_unit_id, d.report_days, d.report_to, d.report_through
from directive.directive d
where d.state = 'issued' and d.relation <> 'urge'
  and not exists (select 1 from directive.recall r where r.directive_id = d.id)
  and not exists (select 1 from directive.directive n
                  where n.of_id = d.id and n.state = 'issued' and n.relation in ('amend', 'replace'));

-- Published: the letters issued, for papers that cite them and lists that count them.
drop view directive.v_letter;
create view directive.v_letter as
select d.id as directive_id, d.root_id, d.relation, d.campaign_id, d.unit_id as sender_unit_id, d.title, d.issued_at,
       o.kind, o.number, o.notation, o.issued_on, o.subject,
       (select r.recalled_at from directive.recall r where r.directive_id = d.id) as recalled_at,
       (select n.issued_at from directive.directive n
        where n.of_id = d.id and n.state = 'issued' and n.relation in ('amend', 'replace')) as changed_at
from directive.directive d join document.v_document o on o.document_id = d.document_id
where d.state = 'issued';

-- Published: what an account is called, for "confirmed by …"; nothing to sign in with.
create view account.v_account as
select id as account_id, display_name from account.account;

-- What an issued document rests on stays as well.
create function document.refuse_citation_of_issued() returns trigger language plpgsql as $$
begin
  if exists (select 1 from document.document d where d.issued_at is not null
             and d.id in (case when tg_op <> 'INSERT' then old.document_id end,
                          case when tg_op <> 'DELETE' then new.document_id end)) then
    raise exception 'what an issued document rests on never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'citation_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger citation_stays before insert or update or delete on document.citation
  for each row execute function document.refuse_citation_of_issued();
