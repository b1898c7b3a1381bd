-- Why: counting a subtree needs places, not names. A view with one validity lets the planner tell how many units stand
-- on a day (it has statistics of the column, none of the product of two), and saves a look-up of the name for each unit.
create view unit.v_place as
select u.id as unit_id, u.no, u.side, p.parent_id, p.path, p.depth, p.valid
from unit.path p
join unit.unit u on u.id = p.unit_id;

create view unit.v_naming as
select n.unit_id, n.kind, n.name, n.short_name, n.sort_key, n.valid from unit.naming n;
