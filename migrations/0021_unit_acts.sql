-- Why: acts of re-organisation, composed into decisions; where the results of a closed unit count; groupings beside the tree.

-- Whose results are whose after a closing: the named successor, or the unit that stood above on the last day.
create table unit.heir (
  unit_id uuid primary key references unit.unit,
  heir_id uuid not null references unit.unit check (heir_id <> unit_id),
  from_on date not null,
  -- Named by the decision; false: the unit above, for want of a successor.
  named boolean not null
);
create index heir_of on unit.heir (heir_id);

-- A path row outlives its unit: `standing` false means that on these days the unit is closed and what was credited to
-- it counts for `credit_unit_id`, whose path it then bears.
alter table unit.path
  add column standing boolean not null default true,
  add column credit_unit_id uuid references unit.unit;
update unit.path set credit_unit_id = unit_id;
alter table unit.path alter column credit_unit_id set not null,
  add constraint path_credit check (standing = (credit_unit_id = unit_id));
create index path_credit on unit.path (credit_unit_id);

create or replace view unit.v_unit as
select u.id as unit_id, u.no, u.side, u.code, p.parent_id, p.path, p.depth,
       n.kind, n.name, n.short_name, n.superior_name, n.notation, n.place_name, n.sort_key, n.search_key, n.central,
       p.valid * n.valid as valid
from unit.unit u
join unit.path p on p.unit_id = u.id and p.standing
join unit.naming n on n.unit_id = u.id and n.valid && p.valid;

create or replace view unit.v_place as
select u.id as unit_id, u.no, u.side, p.parent_id, p.path, p.depth, p.valid
from unit.path p
join unit.unit u on u.id = p.unit_id
where p.standing;

-- Published: where a fact credited to `unit_id` counts on a day (`valid @> day`): at the unit while it stands, at its
-- successor from then on. Every fact is under exactly one standing unit on every day since its unit was opened.
create view unit.v_credit as
select unit_id, credit_unit_id, path, valid from unit.path;

create sequence unit.applied_no;
-- A decision of a union about its own part of the tree; one day on which it takes effect.
create table unit.decision (
  id uuid primary key,
  -- Who decides. All it touches stands below, but for its own name where nobody stands above.
  unit_id uuid not null references unit.unit,
  title text not null check (title <> '' and title = normalize(title, nfc)),
  -- The paper it rests on: issuer, number, notation, day; its scan where attached.
  document jsonb,
  file_id uuid references document.file,
  effective_on date not null,
  state text not null check (state in ('draft', 'approved', 'applied', 'undone')),
  created_at timestamptz not null,
  created_by uuid references account.account,
  -- How often its draft was saved, who saved it last, and up to which time it was somebody else (0: never): nobody
  -- writes over words they have not seen.
  revision integer not null default 1,
  revised_by uuid references account.account,
  others_revision integer not null default 0 check (others_revision between 0 and revision),
  approved_at timestamptz,
  approved_by uuid references account.account,
  applied_at timestamptz,
  applied_by uuid references account.account,
  -- Order of application: a decision is undone before what was applied upon it.
  applied_no bigint unique,
  undone_at timestamptz,
  undone_by uuid references account.account,
  undo_reason text check (length(undo_reason) between 1 and 500),
  -- What it did to the tree and the rows of it as they were: ids, days, names of units.
  change jsonb,
  before jsonb,
  constraint decision_states check (
    (state = 'draft') = (approved_at is null)
    and (state in ('applied', 'undone')) = (applied_at is not null)
    and (state in ('applied', 'undone')) = (change is not null and before is not null)
    and (state = 'undone') = (undone_at is not null)
    and (state = 'undone') = (undo_reason is not null))
);
create index decision_unit on unit.decision (unit_id, id);
create table unit.act (
  decision_id uuid not null references unit.decision on delete cascade,
  ordinal integer not null check (ordinal > 0),
  entry jsonb not null,
  primary key (decision_id, ordinal)
);

-- Whom an applied decision touched, for a unit's history and for the order of undoing; `leaned`: a parent or successor
-- that must stand for it to stand.
create table unit.touched (
  decision_id uuid not null references unit.decision,
  unit_id uuid not null references unit.unit,
  how text not null check (how in ('opened', 'closed', 'moved', 'renamed', 'retyped', 'covered', 'leaned')),
  primary key (decision_id, unit_id, how)
);
create index touched_unit on unit.touched (unit_id);

-- One row for each capability that hands over what it holds; `done_at` null: waits for the day.
create table unit.transfer (
  decision_id uuid not null references unit.decision,
  participant text not null,
  due_on date not null,
  done_at timestamptz,
  -- What is needed to take it back: ids, codes, days and numbers only.
  journal jsonb,
  undone_at timestamptz,
  primary key (decision_id, participant)
);
create index transfer_waiting on unit.transfer (due_on) where done_at is null and undone_at is null;

create function unit.decision_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'draft' then return old; end if;
  elsif old.state = 'draft' and new.state in ('draft', 'approved') and new.unit_id = old.unit_id then
    return new;
  elsif (new.unit_id, new.title, new.document, new.file_id, new.effective_on)
          is not distinct from (old.unit_id, old.title, old.document, old.file_id, old.effective_on)
    and (old.state, new.state) in (('approved', 'draft'), ('approved', 'applied'), ('applied', 'undone'))
    and (old.state = 'approved' or (new.change, new.before) is not distinct from (old.change, old.before)) then
    return new;
  end if;
  raise exception 'a decision once approved never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'decision_stays';
end $$;
create trigger decision_stays before update or delete on unit.decision
  for each row execute function unit.decision_goes_forward();
create function unit.act_of_draft() returns trigger language plpgsql as $$
begin
  if exists (select 1 from unit.decision d where d.state <> 'draft'
             and d.id in (case when tg_op <> 'INSERT' then old.decision_id end,
                          case when tg_op <> 'DELETE' then new.decision_id end)) then
    raise exception 'a decision once approved never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger act_stays before insert or update or delete on unit.act
  for each row execute function unit.act_of_draft();

-- Communes and wards a union covers; a union unit is not an administrative unit, and one may cover several.
create table unit.cover (
  unit_id uuid not null references unit.unit,
  area_id uuid not null references unit.unit,
  valid daterange not null check (not isempty(valid)),
  constraint cover_once exclude using gist (unit_id with =, area_id with =, valid with &&)
);
create index cover_area on unit.cover (area_id);

-- Groupings beside the tree (a sector, a territory, a former district): totals, never authority.
create table unit.grouping (
  id uuid primary key,
  -- Who keeps it; its members stand below.
  unit_id uuid not null references unit.unit,
  kind text not null check (kind in ('sector', 'territory', 'former-district', 'other')),
  name text not null check (name <> '' and name = normalize(name, nfc)),
  -- The unit it was, for a former district or sector union.
  was_unit_id uuid references unit.unit,
  created_at timestamptz not null,
  constraint grouping_name unique (unit_id, kind, name)
);
create table unit.grouping_member (
  grouping_id uuid not null references unit.grouping,
  unit_id uuid not null references unit.unit,
  valid daterange not null check (not isempty(valid)),
  constraint grouping_member_once exclude using gist (grouping_id with =, unit_id with =, valid with &&)
);
create index grouping_member_unit on unit.grouping_member (unit_id);
create view unit.v_grouping as
select g.id as grouping_id, g.unit_id, g.kind, g.name, g.was_unit_id from unit.grouping g;
create view unit.v_grouping_member as
select grouping_id, unit_id, valid from unit.grouping_member;

-- Makes the paths of these units and of all that stands (or counts) below them anew from edges and heirs; refuses a
-- tree with a hole: a unit that stands on a day without a way up to a root, or that is closed and counts nowhere.
create function unit.rebuild_paths(touched uuid[]) returns void language plpgsql as $$
declare
  inside uuid[];
  rebuilt unit.path[];
begin
  with recursive closure (id) as (
    select x from unnest(touched) x
    union
    select below.id from closure c
    cross join lateral (select e.child_id as id from unit.edge e where e.parent_id = c.id
                        union all select h.unit_id from unit.heir h where h.heir_id = c.id) below)
  select array_agg(id) into inside from closure;

  with recursive member as materialized (
    select u.id, u.no, daterange(u.opened_on, u.closed_on) as stands from unit.unit u where u.id = any (inside)),
  placed (unit_id, parent_id, path, depth, valid, standing, credit_unit_id) as (
    select m.id, null::uuid, m.no || '.', 0, m.stands, true, m.id
    from member m where not exists (select 1 from unit.edge e where e.child_id = m.id)
    union all
    select m.id, e.parent_id, p.path || m.no || '.', p.depth + 1, e.valid * p.valid * m.stands, true, m.id
    from member m join unit.edge e on e.child_id = m.id
    join unit.path p on p.unit_id = e.parent_id and p.standing and p.valid && e.valid
    where e.parent_id <> all (inside)
    union all
    select m.id, null, p.path, p.depth, p.valid * daterange(h.from_on, null), false, p.credit_unit_id
    from member m join unit.heir h on h.unit_id = m.id
    join unit.path p on p.unit_id = h.heir_id and p.valid && daterange(h.from_on, null)
    where h.heir_id <> all (inside)
    union all
    select below.* from placed p cross join lateral (
      select m.id, e.parent_id, p.path || m.no || '.', p.depth + 1, e.valid * p.valid * m.stands, true, m.id
      from unit.edge e join member m on m.id = e.child_id
      where e.parent_id = p.unit_id and p.standing and e.valid && p.valid
      union all
      select m.id, null::uuid, p.path, p.depth, p.valid * daterange(h.from_on, null), false, p.credit_unit_id
      from unit.heir h join member m on m.id = h.unit_id
      where h.heir_id = p.unit_id and p.valid && daterange(h.from_on, null)) below
    where p.depth < 100)
  -- Adjacent days with the same place are one row, so that undoing leaves exactly what was.
  select array_agg(row(g.unit_id, g.parent_id, g.path, g.depth, span, g.standing, g.credit_unit_id)::unit.path)
  into rebuilt
  from (select unit_id, parent_id, path, depth, standing, credit_unit_id, range_agg(valid) as days
        from placed where not isempty(valid)
        group by unit_id, parent_id, path, depth, standing, credit_unit_id) g
  cross join lateral unnest(g.days) span;

  delete from unit.path where unit_id = any (inside);
  insert into unit.path (unit_id, parent_id, path, depth, valid, standing, credit_unit_id)
  select r.unit_id, r.parent_id, r.path, r.depth, r.valid, r.standing, r.credit_unit_id from unnest(rebuilt) r;

  if exists (
    select 1 from unit.unit u
    left join lateral (select range_agg(p.valid) filter (where p.standing) as stood,
                              range_agg(p.valid) filter (where not p.standing) as counted
                       from unit.path p where p.unit_id = u.id) d on true
    where u.id = any (inside)
      and (d.stood is distinct from datemultirange(daterange(u.opened_on, u.closed_on))
           or (u.closed_on is not null
               and d.counted is distinct from datemultirange(daterange(u.closed_on, null))))) then
    raise exception 'a unit would stand nowhere, or its results would count nowhere'
      using errcode = 'integrity_constraint_violation', constraint = 'tree_whole';
  end if;
end $$;
