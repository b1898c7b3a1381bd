// What the laws of tree, offices and people say of the whole, asked when all constraints stand again.
import type { SeedCheck } from "../step.ts";

export const BASE_CHECKS: readonly SeedCheck[] = [
  {
    // What unit.rebuild_paths would have written: the way up of each stretch is that of its edge, one step longer.
    name: "paths-are-edges",
    sql: `select count(*) as wrong
          from unit.path p
          join unit.unit u on u.id = p.unit_id
          left join unit.edge e on e.child_id = p.unit_id and e.valid @> p.valid
          left join unit.path a on a.unit_id = e.parent_id and a.standing and a.valid @> p.valid
          where p.standing
            and (p.parent_id, p.path, p.depth::int, p.credit_unit_id) is distinct from
                (e.parent_id, case when e.parent_id is null then '' else a.path end || u.no || '.',
                 coalesce(a.depth + 1, 0), p.unit_id)`,
  },
  {
    name: "results-count-at-heirs",
    sql: `select count(*) as wrong
          from unit.path p
          left join unit.heir h on h.unit_id = p.unit_id and p.valid = daterange(h.from_on, null)
          left join unit.path a on a.unit_id = h.heir_id and a.valid @> p.valid
          where not p.standing
            and (p.path, p.depth, p.credit_unit_id, p.parent_id) is distinct from
                (a.path, a.depth, a.credit_unit_id, null::uuid)`,
  },
  {
    // The last words of unit.rebuild_paths (tree_whole), of all units.
    name: "tree-whole",
    sql: `select count(*) as wrong from unit.unit u
          left join (select unit_id, range_agg(valid) filter (where standing) as stood,
                            range_agg(valid) filter (where not standing) as counted
                     from unit.path group by unit_id) p on p.unit_id = u.id
          left join (select unit_id, range_agg(valid) as called from unit.naming group by unit_id) n on n.unit_id = u.id
          where p.stood is distinct from datemultirange(daterange(u.opened_on, u.closed_on))
             or n.called is distinct from datemultirange(daterange(u.opened_on, u.closed_on))
             or (u.closed_on is not null)
                and p.counted is distinct from datemultirange(daterange(u.closed_on, null))`,
  },
  {
    name: "names-are-found",
    sql: `select abs((select count(*) from unit.search) - (select count(*) from unit.v_unit)) as wrong`,
  },
  {
    name: "decisions-handed-over",
    sql: `select (select count(*) from unit.decision d
                  where (select count(*) from unit.transfer t where t.decision_id = d.id and t.done_at is not null) <> 8)
               + (select count(*) from unit.unit u
                  where u.closed_on is not null
                    and not exists (select from unit.touched t where t.unit_id = u.id and t.how = 'closed')) as wrong`,
  },
  {
    name: "offices-within-unions",
    sql: `select count(*) as wrong from account.grant g join unit.unit u on u.id = g.unit_id
          where not g.term <@ daterange(u.opened_on, u.closed_on)`,
  },
  {
    name: "people-within-unions",
    sql: `select count(*) as wrong from person.affiliation a join unit.unit u on u.id = a.unit_id
          where not a.valid <@ daterange(u.opened_on, u.closed_on)`,
  },
  {
    name: "nobody-is-reached",
    sql: `select count(*) as wrong from person.contact
          where not case channel when 'email' then value like '%@example.invalid' else value like '000%' end`,
  },
];
