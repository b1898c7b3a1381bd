// SQL of what people ask about their own data, and of what is kept of them here.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { RequestKind } from "../rules/deadlines.ts";
import type { DataRequestRow } from "../schema/requests.ts";

export interface RequestFacts {
  readonly id: string;
  readonly personId: string;
  readonly kind: RequestKind;
  readonly acknowledgedAt: string | null;
  readonly doneAt: string | null;
  readonly outcome: "done" | "refused" | null;
}

/** Answers 0 where a request of this id, or a running one of this kind, is there already. */
export const insertRequest = (
  tx: Tx,
  request: {
    id: string;
    personId: string;
    kind: RequestKind;
    note: string;
    now: string;
    acknowledgeBy: string;
    dueOn: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into person.request (id, person_id, kind, note, asked_at, acknowledge_by, due_on)
        values (${request.id}, ${request.personId}, ${request.kind}, ${request.note}, ${request.now},
                ${request.acknowledgeBy}, ${request.dueOn})
        on conflict do nothing`,
  );

const FACTS = sql`id, person_id, kind, acknowledged_at, done_at, outcome`;

/** The request of this id, or the running one of this kind. */
export const findSameRequest = (
  db: Db,
  request: { id: string; personId: string; kind: RequestKind },
): Promise<RequestFacts | undefined> =>
  row(
    db,
    sql`select ${FACTS} from person.request
        where person_id = ${request.personId} and kind = ${request.kind}
          and (id = ${request.id} or done_at is null)
        order by done_at is null desc limit 1`,
  );

/**
 * The request, where its person is within the root's tree: by an affiliation of any day, or by none at all. A person
 * of no union has no other tree to be asked about in. `lock`s it for what follows.
 */
export const findRequest = (
  tx: Db,
  asked: { rootId: string; today: string; requestId: string; lock: boolean },
): Promise<RequestFacts | undefined> =>
  row(
    tx,
    sql`select ${FACTS} from person.request r
        where r.id = ${asked.requestId} and ${ofRoot(asked.rootId, asked.today)} ${asked.lock ? sql`for update of r` : sql``}`,
  );

const ofRoot = (rootId: string, day: string) => sql`exists (
  select 1 from unit.v_unit top
  where top.unit_id = ${rootId} and top.parent_id is null and top.valid @> ${day}::date
    and (not exists (select 1 from person.affiliation a where a.person_id = r.person_id)
         or exists (select 1 from person.affiliation a
                    join unit.v_credit c on c.unit_id = a.unit_id and c.path like top.path || '%'
                    where a.person_id = r.person_id)))`;

/** Open ones first, the earliest deadline on top; then what was done, newest first. */
export const listRequests = (
  db: Db,
  asked: { rootId: string; today: string; open: boolean; after: string | undefined; limit: number },
): Promise<DataRequestRow[]> =>
  rows(
    db,
    sql`select r.id, r.kind, r.asked_at, r.acknowledge_by, r.due_on, r.acknowledged_at, r.done_at, r.outcome, r.answer,
               r.note, p.id as person_id, p.full_name, p.erased_at is not null as erased,
               (r.acknowledged_at is null and r.acknowledge_by < ${asked.today}::date)
                 or (r.done_at is null and r.due_on < ${asked.today}::date) as late
        from person.request r join person.person p on p.id = r.person_id
        where (r.done_at is null) = ${asked.open} and ${ofRoot(asked.rootId, asked.today)}
          and (${asked.after ?? null}::uuid is null
               or ${
                 asked.open
                   ? sql`(r.due_on, r.id) > (select l.due_on, l.id from person.request l where l.id = ${asked.after ?? null}::uuid)`
                   : sql`(r.done_at, r.id) < (select l.done_at, l.id from person.request l where l.id = ${asked.after ?? null}::uuid)`
               })
        order by ${asked.open ? sql`r.due_on, r.id` : sql`r.done_at desc, r.id desc`} limit ${asked.limit}`,
  );

/** What one person asked for, newest first: for their own page. */
export const listOwnRequests = (
  db: Db,
  personId: string,
): Promise<
  Pick<
    DataRequestRow,
    "id" | "kind" | "askedAt" | "dueOn" | "acknowledgedAt" | "doneAt" | "outcome" | "answer"
  >[]
> =>
  rows(
    db,
    sql`select id, kind, asked_at, due_on, acknowledged_at, done_at, outcome, answer
        from person.request where person_id = ${personId} order by asked_at desc, id desc limit 50`,
  );

export const acknowledge = (tx: Tx, requestId: string, by: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update person.request set acknowledged_at = ${now}, acknowledged_by = ${by}
        where id = ${requestId} and acknowledged_at is null`,
  );

/** Ends a request; what they wrote is emptied with it. */
export const finish = (
  tx: Tx,
  request: { id: string; by: string; now: string; outcome: "done" | "refused"; answer: string },
): Promise<number> =>
  execute(
    tx,
    sql`update person.request
        set done_at = ${request.now}, done_by = ${request.by}, outcome = ${request.outcome},
            answer = ${request.answer}, note = '',
            acknowledged_at = coalesce(acknowledged_at, ${request.now}),
            acknowledged_by = coalesce(acknowledged_by, ${request.by})
        where id = ${request.id} and done_at is null`,
  );
