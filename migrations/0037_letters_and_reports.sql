-- Why: what a unit asks about its reports is found by the unit, however many others had people or kept places at a drive.
create index reserve_unit on booking.reserve (unit_id, drive_id);
-- The law "one at a time" is held by gist indexes, ten times dearer to look a unit up in than a plain one; every join of
-- a unit does. (Paths have theirs: `path_unit_place`.)
create index naming_unit on unit.naming (unit_id);
