// What happens without a window: unions that answer by the requests of their screens, and counts of what is on record.
import {
  getDirective,
  listTasks,
  passOn,
  receiveDirective,
  recordDissemination,
  settleTask,
} from "../../src/directive/contract.ts";
import { listOwed } from "../../src/directive/store/chasing/look.ts";
import { reader } from "../../src/platform/db/sql.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import type { Stage } from "../stage.ts";

/** Older letters of the demo ask things too: whatever has a day is done, so that only a new order can be late. */
export async function doneWithTheRest(stage: Stage, login: string): Promise<void> {
  const { unitId, ask } = await stage.quietly(login);
  const { items } = await ask(listTasks, { params: { unitId }, query: { settled: "without" } });
  for (const { id: taskId, dueOn, allowedActions } of items) {
    if (dueOn === null || !allowedActions.includes("directive.settle-task")) continue;
    await ask(settleTask, { params: { unitId, taskId }, body: { note: "" } });
  }
}

interface Sweep {
  /** The order's first letter. */
  readonly rootId: string;
  /** Units whose path begins with that of one of these are left out. */
  readonly except: readonly string[];
  /** Between which instants they answer, one after another. */
  readonly from: string;
  readonly until: string;
}

/**
 * Every union that has a letter of the order waiting answers it from the top down: confirms it, passes it on as it is
 * where there is anybody below, and every second one spreads it. Answers how many did.
 */
export async function answerQuietly(stage: Stage, sweep: Sweep): Promise<number> {
  const logins = await loginsBelow(stage, sweep.except);
  const begin = Date.parse(sweep.from);
  const length = Date.parse(sweep.until) - begin;
  let answered = 0;
  for (const [index, login] of logins.entries()) {
    stage.setTime(new Date(begin + (length * index) / logins.length).toISOString());
    const hands = await stage.quietly(login);
    const { unitId } = hands;
    for (const directiveId of await waitingFor(stage, sweep.rootId, unitId)) {
      const params = { unitId, directiveId };
      await hands.ask(receiveDirective, { params, body: {} });
      const { allowedActions } = await hands.ask(getDirective, { params });
      if (allowedActions.includes("directive.pass-on")) await hands.ask(passOn, { params });
      if (index % 2 === 0) {
        const entry = {
          id: newId(),
          heldOn: sweep.from.slice(0, 10),
          channel: "meeting" as const,
          people: 20,
        };
        await hands.ask(recordDissemination, { params, body: entry });
      }
      answered++;
    }
  }
  return answered;
}

/** Officers of unions, those above first. */
async function loginsBelow(stage: Stage, except: readonly string[]): Promise<string[]> {
  const { rows } = await stage.pool.query<{ login: string }>(
    `select a.login from account.account a
     join account.grant g on g.account_id = a.id and g.role = 'officer'
     join unit.v_unit u on u.unit_id = g.unit_id and u.side = 'union' and u.valid @> '2021-06-02'::date
     where u.depth > 0 and not exists (
       select from account.account b join account.grant h on h.account_id = b.id and h.role = 'officer'
       join unit.path p on p.unit_id = h.unit_id
       where b.login = any ($1) and u.path like p.path || '%')
     order by u.depth, a.login`,
    [except],
  );
  return rows.map(({ login }) => login);
}

async function waitingFor(stage: Stage, rootId: string, unitId: string): Promise<string[]> {
  const { rows } = await stage.pool.query<{ id: string }>(
    `select r.directive_id as id from directive.recipient r
     where r.root_id = $1 and r.unit_id = $2 and r.ended_at is null and r.received_at is null`,
    [rootId, unitId],
  );
  return rows.map(({ id }) => id);
}

/** Units, reached, received and spread by kind below the province, counted row by row. */
export async function recountLevels(
  stage: Stage,
  rootId: string,
  kindWords: (kind: string) => string,
): Promise<Record<string, number[]>> {
  const { rows } = await stage.pool.query(
    `select u.kind, count(distinct u.unit_id)::int as units, count(distinct r.unit_id)::int as reached,
            (count(distinct r.unit_id) filter (where r.received_at is not null))::int as received,
            (count(distinct r.unit_id) filter (where r.disseminated_at is not null))::int as spread
     from unit.v_unit u
     left join directive.recipient r on r.unit_id = u.unit_id and r.root_id = $1 and r.ended_at is null
     where u.side = 'union' and u.depth > 0 and u.valid @> '2021-06-11'::date
     group by u.kind`,
    [rootId],
  );
  return Object.fromEntries(
    rows.map(({ kind, units, reached, received, spread }) => [
      kindWords(kind),
      [units, reached, received, spread],
    ]),
  );
}

async function count(stage: Stage, text: string, values: unknown[]): Promise<number> {
  const { rows } = await stage.pool.query<{ count: number }>(`select (${text})::int as count`, values);
  return rows[0]?.count ?? 0;
}

/** Units a letter has reached. */
export const reachedBy = (stage: Stage, directiveId: string): Promise<number> =>
  count(stage, "select count(*) from directive.recipient where directive_id = $1", [directiveId]);

const OF_UNIT = `m.day = $2 and m.unit_id = (select g.unit_id from account.grant g
  join account.account a on a.id = g.account_id where a.login = $1 and g.role = 'officer')`;

/** Reminders the program itself sent an officer's unit on a day. */
export const remindersOf = (stage: Stage, login: string, day: string): Promise<number> =>
  count(stage, `select count(*) from directive.reminder m where m.from_unit_id is null and ${OF_UNIT}`, [
    login,
    day,
  ]);

/** How many late units below an officer's unit was told of on a day. */
export const toldOf = (stage: Stage, login: string, day: string): Promise<number> =>
  count(stage, `select coalesce(max(m.below_late), 0) from directive.reminder m where ${OF_UNIT}`, [
    login,
    day,
  ]);

/** How many it would be told of now. */
export async function lateBelow(stage: Stage, login: string, day: string): Promise<number> {
  const { unitId } = await stage.quietly(login);
  const [owed] = await listOwed(reader(stage.pool), { day, units: [unitId] });
  return owed?.belowLate ?? 0;
}

/** The days by which the units of a name are to have spread an order, as they are written. */
export async function spreadBy(stage: Stage, rootId: string, nameLike: string): Promise<string[]> {
  const { rows } = await stage.pool.query<{ due: string }>(
    `select distinct to_char(t.due_on, 'DD/MM/YYYY') as due from directive.task t
     join unit.v_unit u on u.unit_id = t.unit_id
     where t.root_id = $1 and t.duty = 'disseminate' and u.name like $2`,
    [rootId, nameLike],
  );
  return rows.map(({ due }) => due);
}
