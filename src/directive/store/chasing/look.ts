// SQL of the daily look: what every unit owes as of now, all its letters together, and whom to remind of it today.
import { type Db, execute, row, rows, sql, type Tx } from "../../../platform/db/sql.ts";
import { SOON_DAYS, TELL_ABOVE_DAYS, TELL_TWO_ABOVE_DAYS } from "../../rules/chasing/rhythm.ts";

/** What a unit is told of. */
export interface Owed {
  readonly unitId: string;
  readonly late: number;
  readonly dueSoon: number;
  readonly belowLate: number;
}

/**
 * Receipts and duties due by `until`, with the day; of some units, each looked up by itself, or of all by the days. The
 * best of a unit's rows in force answers for the family.
 */
const dueBy = (until: ReturnType<typeof sql>, units?: ReturnType<typeof sql>) => {
  const receipts = sql`
    select r.root_id, r.unit_id, r.receive_by from directive.recipient r
    where r.ended_at is null and r.received_at is null and r.receive_by <= ${until}`;
  const duties = sql`
    select t.root_id, t.unit_id, t.due_on from directive.task t
    where t.settled_at is null and t.withdrawn_at is null and t.due_on <= ${until}`;
  return sql`
  select r.root_id, r.unit_id, min(r.receive_by) as due_on
  from ${
    units === undefined
      ? sql`(${receipts}) r`
      : sql`(${units}) a cross join lateral (${receipts} and r.unit_id = a.unit_id offset 0) r`
  }
  where not exists (select 1 from directive.recipient o
                    where o.root_id = r.root_id and o.unit_id = r.unit_id and o.ended_at is null
                      and o.received_at is not null)
  group by r.root_id, r.unit_id
  union all
  select t.root_id, t.unit_id, t.due_on
  from ${
    units === undefined
      ? sql`(${duties}) t`
      : sql`(${units}) a cross join lateral (${duties} and t.unit_id = a.unit_id offset 0) t`
  }
  where exists (select 1 from directive.recipient r
                where r.root_id = t.root_id and r.unit_id = t.unit_id and r.ended_at is null)`;
};

/**
 * `asked`: the units, those that got an order from one of them (or from one they stand for), and those that got one from
 * these: all who can make something of theirs late. So that telling one unit does not look through the country.
 */
const around = (units: readonly string[], day: string) => {
  const gotFrom = (above: ReturnType<typeof sql>) => {
    const senders = sql`
      select a.unit_id from (${above}) a
      union
      select k.unit_id from (${above}) a join unit.v_credit k on k.credit_unit_id = a.unit_id and k.valid @> ${day}::date`;
    return sql`
    select r.unit_id
    from (${senders}) s
    cross join lateral (
      select d.id from directive.directive d where d.unit_id = s.unit_id and d.state = 'issued'
      union
      select h.directive_id from directive.recipient h where h.unit_id = s.unit_id) d
    cross join lateral (
      select r.unit_id from directive.recipient r
      where r.directive_id = d.id and r.from_unit_id = s.unit_id and r.ended_at is null offset 0) r
    union
    -- What a decision handed over may come from a unit that neither sent nor got it.
    select r.unit_id from directive.recipient r
    where r.handed_over is not null and r.ended_at is null and r.from_unit_id in (${senders})`;
  };
  return sql`
             named as materialized (select u.unit_id from unnest(${units}::uuid[]) u (unit_id)),
             next as materialized (${gotFrom(sql`select n.unit_id from named n`)}),
             asked as materialized (
               select n.unit_id from named n union select n.unit_id from next n
               union ${gotFrom(sql`select n.unit_id from next n`)}),`;
};

/**
 * The SQL of `remindsOn` (rules/chasing/rhythm.ts), for a day that is looked at: a test holds the two together.
 * `late`: days after the due day; `span`: how many days this look answers for.
 */
export const onBeat = (late: ReturnType<typeof sql>, span: number) => sql`
  exists (select 1 from generate_series(0, ${span}::int - 1) back
          where ${late} - back between ${-SOON_DAYS}::int and 1 or ${late} - back = 3
             or (${late} - back >= 7 and (${late} - back) % 7 = 0))`;

/**
 * The unit a unit got an order of this family from: by the last letter of it that reached the unit and holds. Where that
 * unit has ended since, whoever stands for it answers.
 */
const cameFrom = (rootId: ReturnType<typeof sql>, unitId: ReturnType<typeof sql>, day: string) => sql`
  (select coalesce((select k.credit_unit_id from unit.v_credit k
                    where k.unit_id = r.from_unit_id and k.valid @> ${day}::date), r.from_unit_id)
   from directive.recipient r
   where r.root_id = ${rootId} and r.unit_id = ${unitId} and r.ended_at is null
   order by r.reached_at desc, r.directive_id desc limit 1)`;

/** Whether a union stands on the day: looked up for each unit that owes something, of whom there are few beside all. */
const stands = (unitId: ReturnType<typeof sql>, day: string) => sql`
  exists (select 1 from unit.v_place u
          where u.unit_id = ${unitId} and u.side = 'union' and (u.valid @> ${day}::date) is true offset 0)`;

/**
 * What units that stand on `day` owe: own receipts and duties late or due soon, and late units that got an order from
 * them (three days) or from a unit that got it from them (seven). `beatOf`: only those of whom something falls on this
 * look, with the number of days it answers for; absent: whoever owes. `units`: only these.
 *
 * Plan: due receipts by recipient_unconfirmed and due duties by task_due, so that what is not yet due costs nothing;
 * each late one looks up at most twice whom it came from (recipient_root). One statement for the whole country.
 */
export const listOwed = (
  db: Db,
  { day, units, beatOf }: { day: string; units?: readonly string[]; beatOf?: number },
): Promise<Owed[]> => {
  const span = beatOf ?? 1;
  return rows<Owed>(
    db,
    sql`with ${units === undefined ? sql`` : around(units, day)}
             due as materialized (
               select d.root_id, d.unit_id, ${day}::date - d.due_on as late
               from (${dueBy(sql`${day}::date + ${SOON_DAYS}::int`, units && sql`select a.unit_id from asked a`)}) d
               where ${stands(sql`d.unit_id`, day)}),
             own as (
               select unit_id, count(*) filter (where late > 0) as late, count(*) filter (where late <= 0) as due_soon,
                      bool_or(${onBeat(sql`late`, span)}) as beat
               from due group by unit_id),
             overdue as materialized (
               select root_id, unit_id, bool_or(${onBeat(sql`late`, span)}) as beat,
                      bool_or(late >= ${TELL_TWO_ABOVE_DAYS}::int) as long,
                      bool_or(late >= ${TELL_TWO_ABOVE_DAYS}::int and ${onBeat(sql`late`, span)}) as long_beat,
                      ${cameFrom(sql`due.root_id`, sql`due.unit_id`, day)} as above
               from due where late >= ${TELL_ABOVE_DAYS}::int group by root_id, unit_id),
             told as (
               select above as unit_id, unit_id as about, beat from overdue
               union all
               select ${cameFrom(sql`overdue.root_id`, sql`overdue.above`, day)}, unit_id, long_beat from overdue where long),
             answers as (
               select t.unit_id, count(distinct t.about) as below_late, bool_or(t.beat) as beat
               from told t where t.unit_id is not null and t.unit_id <> t.about group by t.unit_id)
        select w.unit_id, sum(w.late) as late, sum(w.due_soon) as due_soon, sum(w.below_late) as below_late
        from (select unit_id, late, due_soon, 0 as below_late, beat from own
              union all
              select unit_id, 0, 0, below_late, beat from answers) w
        where ${stands(sql`w.unit_id`, day)} and (${units === undefined} or w.unit_id = any (${units ?? []}::uuid[]))
        group by w.unit_id having ${beatOf === undefined} or bool_or(w.beat)
        order by w.unit_id`,
  );
};

/**
 * Takes the day for this look: true for one program only, ever. Another that tries meanwhile waits until this
 * transaction has ended, and takes the day if it was rolled back.
 */
export const takeDay = async (tx: Tx, day: string, now: string): Promise<boolean> =>
  (await execute(
    tx,
    sql`insert into directive.chase (day, done_at, reminded) values (${day}, ${now}, 0) on conflict (day) do nothing`,
  )) === 1;

export const noteLook = (tx: Tx, day: string, reminded: number): Promise<number> =>
  execute(tx, sql`update directive.chase set reminded = ${reminded} where day = ${day}`);

export const isLookedThrough = async (db: Db, day: string): Promise<boolean> =>
  (await row(db, sql`select 1 from directive.chase where day = ${day}`)) !== undefined;

/** Whether anything of the unit's own is late or due soon. */
export const owesSoon = async (db: Db, unitId: string, day: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from (${dueBy(sql`${day}::date + ${SOON_DAYS}::int`, sql`select ${unitId}::uuid as unit_id`)}) d limit 1`,
  )) !== undefined;
