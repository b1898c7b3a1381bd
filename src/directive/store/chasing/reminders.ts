// SQL of reminders: one row a unit and day, whoever reminds; what a unit may be reminded of; the words for its mail.
import type { Duty } from "../../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../../platform/db/sql.ts";
import type { Owed } from "./look.ts";

export interface NewReminder extends Owed {
  readonly id: string;
}

/**
 * Writes those whose unit has none for the day yet; answers the units reminded. In the order of ids, so that two who
 * remind the same units wait for each other instead of blocking each other.
 */
export const insertReminders = async (
  tx: Tx,
  {
    day,
    now,
    from,
    directiveId,
    by,
  }: {
    day: string;
    now: string;
    from: string | null;
    directiveId: string | null;
    by: string | null;
  },
  reminders: readonly NewReminder[],
): Promise<Set<string>> => {
  const of = <T>(what: (one: NewReminder) => T): T[] => reminders.map(what);
  const written = await rows<{ unitId: string }>(
    tx,
    sql`insert into directive.reminder (unit_id, day, id, from_unit_id, directive_id, late, due_soon, below_late,
                                        sent_at, sent_by)
        select n.unit_id, ${day}::date, n.id, ${from}::uuid, ${directiveId}::uuid, n.late, n.due_soon, n.below_late,
               ${now}::timestamptz, ${by}::uuid
        from unnest(${of(({ unitId }) => unitId)}::uuid[], ${of(({ id }) => id)}::uuid[],
                    ${of(({ late }) => late)}::int[], ${of(({ dueSoon }) => dueSoon)}::int[],
                    ${of(({ belowLate }) => belowLate)}::int[]) as n (unit_id, id, late, due_soon, below_late)
        order by n.unit_id
        on conflict (unit_id, day) do nothing
        returning unit_id`,
  );
  return new Set(written.map(({ unitId }) => unitId));
};

/** Those of `unitIds` that hold a letter of the family and owe its receipt or a duty, due or not. */
export const listOwingFamily = async (
  db: Db,
  rootId: string,
  unitIds: readonly string[],
): Promise<string[]> =>
  (
    await rows<{ unitId: string }>(
      db,
      sql`select r.unit_id from directive.recipient r
          where r.root_id = ${rootId} and r.unit_id = any (${unitIds}::uuid[]) and r.ended_at is null
          group by r.unit_id
          having count(r.received_at) = 0
              or exists (select 1 from directive.task t
                         where t.root_id = ${rootId} and t.unit_id = r.unit_id and t.settled_at is null
                           and t.withdrawn_at is null)
          order by r.unit_id`,
    )
  ).map(({ unitId }) => unitId);

export interface ReminderRow {
  readonly id: string;
  readonly unitId: string;
  readonly day: string;
  readonly fromUnitId: string | null;
  readonly fromName: string | null;
  readonly fromShortName: string | null;
  readonly directiveId: string | null;
  readonly late: number;
  readonly dueSoon: number;
  readonly belowLate: number;
  readonly sentAt: string;
  readonly seenAt: string | null;
}

// Named as it was called on the day of the reminder.
const REMINDERS = sql`
  select m.id, m.unit_id, m.day, m.from_unit_id, u.name as from_name, u.short_name as from_short_name, m.directive_id,
         m.late, m.due_soon, m.below_late, m.sent_at, m.seen_at
  from directive.reminder m
  left join unit.v_unit u on u.unit_id = m.from_unit_id and u.valid @> m.day`;

/** The latest day first; `after`: the day of the last row of the page before. */
export const listReminderRows = (
  db: Db,
  unitId: string,
  after: string | undefined,
  limit: number,
): Promise<ReminderRow[]> =>
  rows(
    db,
    sql`${REMINDERS} where m.unit_id = ${unitId} and (${after ?? null}::date is null or m.day < ${after ?? null}::date)
        order by m.day desc limit ${limit}`,
  );

export const findReminder = (db: Db, id: string): Promise<ReminderRow | undefined> =>
  row(db, sql`${REMINDERS} where m.id = ${id}`);

/** Whoever looked at this one has no use for those before it: they are seen with it. */
export const markSeen = (
  tx: Tx,
  { unitId, day, now, by }: { unitId: string; day: string; now: string; by: string },
): Promise<number> =>
  execute(
    tx,
    sql`update directive.reminder set seen_at = ${now}, seen_by = ${by}
        where unit_id = ${unitId} and day <= ${day}::date and seen_at is null`,
  );

/** For a mail: how a unit is called that day, and the letters of which something is late or due soon. */
export const listMailFacts = (
  db: Db,
  unitIds: readonly string[],
  day: string,
  until: string,
): Promise<{ unitId: string; shortName: string; titles: string[] }[]> =>
  rows(
    db,
    sql`select u.unit_id, u.short_name, coalesce(owed.titles, '{}') as titles
        from unit.v_unit u
        left join lateral (
          select array_agg(x.title order by x.due_on, x.title) as titles
          from (select d.title, min(least(r.receive_by, t.due_on)) as due_on
                from directive.recipient r
                join directive.directive d on d.id = r.directive_id
                left join directive.task t
                  on t.root_id = r.root_id and t.unit_id = r.unit_id and t.settled_at is null
                 and t.withdrawn_at is null and t.due_on <= ${until}::date
                where r.unit_id = u.unit_id and r.ended_at is null
                  and (t.id is not null or (r.received_at is null and r.receive_by <= ${until}::date))
                group by d.id, d.title) x) owed on true
        where u.unit_id = any (${unitIds}::uuid[]) and u.valid @> ${day}::date`,
  );

export interface LateOfMine {
  readonly unitId: string;
  readonly shortName: string;
  readonly received: boolean;
  readonly disseminated: boolean;
  readonly receiveBy: string | null;
  /** Open duties past their day. */
  readonly overdue: readonly { readonly duty: Duty; readonly dueOn: string }[];
}

/** Units that hold a letter of the family from `unitId` and still stand, with what they owe, in the order of names. */
export const listAnsweringFamily = (
  db: Db,
  rootId: string,
  unitId: string,
  day: string,
): Promise<LateOfMine[]> =>
  rows(
    db,
    sql`with mine as materialized (
          select distinct r.unit_id
          from directive.directive d
          cross join lateral (
            select r.unit_id from directive.recipient r
            where r.directive_id = d.id and r.from_unit_id = ${unitId} and r.ended_at is null offset 0) r
          where d.root_id = ${rootId}),
        held as materialized (
          select m.unit_id, h.*
          from mine m
          cross join lateral (
            select min(r.received_at) is not null as received, min(r.disseminated_at) is not null as disseminated,
                   min(r.receive_by) as receive_by
            from directive.recipient r
            where r.root_id = ${rootId} and r.unit_id = m.unit_id and r.ended_at is null) h)
        select u.unit_id, u.short_name, h.received, h.disseminated, h.receive_by,
               coalesce((select jsonb_agg(jsonb_build_object('duty', t.duty, 'dueOn', t.due_on) order by t.due_on, t.duty)
                         from directive.task t
                         where t.root_id = ${rootId} and t.unit_id = h.unit_id and t.settled_at is null
                           and t.withdrawn_at is null and t.due_on < ${day}::date), '[]') as overdue
        from held h
        cross join lateral (
          select u.unit_id, u.short_name, u.sort_key from unit.v_unit u
          where u.unit_id = h.unit_id and (u.valid @> ${day}::date) is true offset 0) u
        order by u.sort_key collate "C", u.unit_id`,
  );
