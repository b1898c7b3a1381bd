-- Why: what is asked of a whole nation's units at once is read from narrow indexes in their own order. The widest of
-- what a letter's sender and an office's list of reports ask read hundreds of thousands of rows here and there before.

-- Where a unit stands, and nothing else: found by the unit (for the hundred thousand a letter reached, in the order of
-- their ids) and by the place (how many stand below), both without the table. Written when the tree changes.
create index path_standing on unit.path (unit_id) include (valid, path) where standing;
create index path_below on unit.path (path text_pattern_ops) include (unit_id, valid) where standing;
create view unit.v_standing as select unit_id, path, valid from unit.path where standing;
-- The few units that are no unions: to be left out of a count without looking at every other.
create index unit_beside on unit.unit (id) where side <> 'union';

-- Who was counted at a drive, without the counters: the same index with the unit in it. A value is in none, as before.
drop index tally.counter_drive;
create index counter_drive on tally.counter (drive_id, measure, day) include (unit_id);
