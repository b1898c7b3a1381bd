-- Why: rows of the audit trail are written all at once at the end of a transaction, and counted once: writers whose
-- processes share a shard waited for each other across the seats they had locked, and one was thrown out a second later.

drop trigger audit_counted on platform.audit_entry;
create or replace function platform.count_audit() returns trigger language plpgsql as $$
begin
  update platform.audit_count set entries = entries + (select count(*) from added) where shard = pg_backend_pid() % 32;
  return null;
end $$;
create trigger audit_counted after insert on platform.audit_entry
  referencing new table as added for each statement execute function platform.count_audit();

-- A grouping's members, without reading everybody's.
create index grouping_member_grouping on unit.grouping_member (grouping_id);
-- Published: where units stand and under whom, without a look at the units.
create or replace view unit.v_standing as select unit_id, path, valid, parent_id, depth from unit.path where standing;
-- Published: the few units that are no unions, found one by one in an index of their own (0040).
create view unit.v_beside as select id as unit_id from unit.unit where side <> 'union';
-- Whose reports name a unit: asked before a decision that opened it is undone.
create index line_unit on report.line (unit_id);
