// SQL of where an entry belongs, asked of thousands of people one by one.
import type { Sql } from "sql-template-tag";
import { sql } from "../../platform/db/sql.ts";

/**
 * Places of an entry on the day in the tree below the path, to be joined: `unit_id`, `path`, `relation`, `is_primary`.
 * The unit is asked first, without a look at the affiliation. Each id is named twice since only one index can be asked
 * for several at a time: for one the planner takes an exclusion's index, many times as slow. It cannot for a pair with
 * its order either; there is one affiliation at most. "offset" and `left` keep it from going through all units below.
 */
export const placesOf = (entry: Sql, path: string, day: string): Sql => sql`
  lateral (
    select x.unit_id, u.path, x.relation, x.is_primary
    from (select distinct a.unit_id from person.affiliation a
          where a.person_id = any (array[${entry}, ${entry}]) offset 0) at
    cross join lateral (select s.path from unit.v_standing s
                        where s.unit_id = any (array[at.unit_id]) and s.valid @> ${day}::date
                          and left(s.path, ${path.length}) = ${path} offset 0) u
    cross join lateral (select a.unit_id, a.relation, a.is_primary from person.affiliation a
                        where (a.person_id, a.unit_id) >= (${entry}, at.unit_id)
                          and (a.person_id, a.unit_id) <= (${entry}, at.unit_id) and a.valid @> ${day}::date
                        order by a.person_id, a.unit_id limit 1) x)`;
