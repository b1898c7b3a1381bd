// SQL of letters that belong together: links both ways, who may look at them, what should follow a change, recall.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { LetterState, Relation } from "../schema/family.ts";
import { LETTER_STATE } from "./letters.ts";

/** A letter named beside another; the sender by id. */
export interface LinkRow {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly issuedOn: string | null;
  readonly senderId: string;
  readonly relation: Relation;
  readonly state: LetterState;
}

const LINK = sql`
  select d.id, d.title, o.number, o.notation, o.issued_on, d.unit_id as sender_id, d.relation, ${LETTER_STATE} as state
  from directive.directive d join document.v_document o on o.document_id = d.document_id`;

export const listLinks = (db: Db, ids: readonly string[]): Promise<LinkRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : rows<LinkRow>(db, sql`${LINK} where d.id = any (${ids}::uuid[])`);

/** The issued letter that amended or replaced this one. */
export const findChangedBy = async (db: Db, directiveId: string): Promise<string | undefined> =>
  (
    await row<{ id: string }>(
      db,
      sql`select id from directive.directive
          where of_id = ${directiveId} and state = 'issued' and relation in ('amend', 'replace')`,
    )
  )?.id;

/**
 * The unit's own letter in force that carries `directiveId`, or an earlier or later wording of it, further down; the
 * latest where there are several.
 */
export const findCarriedBy = async (
  db: Db,
  directiveId: string,
  unitId: string,
): Promise<string | undefined> =>
  (
    await row<{ id: string }>(
      db,
      sql`with recursive earlier as (
            select id, of_id, relation from directive.directive where id = ${directiveId}
            union
            select d.id, d.of_id, d.relation from directive.directive d
            join earlier e on d.id = e.of_id and e.relation in ('amend', 'replace')),
          later as (
            select id from directive.directive where id = ${directiveId}
            union
            select d.id from directive.directive d
            join later l on d.of_id = l.id and d.relation in ('amend', 'replace') and d.state = 'issued')
          select d.id from directive.directive d
          where d.unit_id = ${unitId} and ${LETTER_STATE} = 'issued'
            and d.parent_id in (select id from earlier union select id from later)
          order by d.issued_at desc, d.id desc limit 1`,
    )
  )?.id;

/**
 * Where the line of changes of a letter ends: the newest wording of it, which may be recalled. The letter itself where
 * it was never changed.
 */
const newestOf = (id: ReturnType<typeof sql>) => sql`
  (with recursive later as (
     select p.id, 0 as n from directive.directive p where p.id = ${id}
     union all
     select c.id, l.n + 1 from directive.directive c
     join later l on c.of_id = l.id and c.relation in ('amend', 'replace') and c.state = 'issued')
   select id from later order by n desc limit 1)`;

/** Issued letters of the unit in force whose parent was changed or recalled, with the letter that is why. */
export const listFollowUps = (
  db: Db,
  unitId: string,
  directiveId?: string,
): Promise<{ letterId: string; becauseId: string }[]> =>
  rows(
    db,
    sql`select d.id as letter_id, ${newestOf(sql`d.parent_id`)} as because_id
        from directive.directive d
        where d.unit_id = ${unitId} and d.parent_id is not null and ${LETTER_STATE} = 'issued'
          and (${directiveId ?? null}::uuid is null or d.id = ${directiveId ?? null}::uuid)
          and (exists (select 1 from directive.recall r where r.directive_id = d.parent_id)
               or exists (select 1 from directive.directive n
                          where n.of_id = d.parent_id and n.state = 'issued' and n.relation in ('amend', 'replace')))
        order by d.issued_at, d.id`,
  );

/** Letters in force in which units below `unitId` today carry this one further, the newest first. */
export const listReissueRows = (
  db: Db,
  asked: {
    directiveId: string;
    unitId: string;
    day: string;
    after: { by: string; id: string } | undefined;
    limit: number;
  },
): Promise<(LinkRow & { at: string })[]> =>
  rows<LinkRow & { at: string }>(
    db,
    sql`select d.id, d.title, o.number, o.notation, o.issued_on, d.unit_id as sender_id, d.relation,
               ${LETTER_STATE} as state, d.issued_at as at
        from directive.directive d
        join document.v_document o on o.document_id = d.document_id
        join unit.v_unit u on u.unit_id = d.unit_id and u.valid @> ${asked.day}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.day}::date
         and u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
        where d.parent_id = ${asked.directiveId} and ${LETTER_STATE} not in ('draft', 'amended', 'replaced')
          and (${asked.after?.by ?? null}::timestamptz is null
               or (d.issued_at, d.id) < (${asked.after?.by ?? null}::timestamptz, ${asked.after?.id ?? null}::uuid))
        order by d.issued_at desc, d.id desc limit ${asked.limit}`,
  );

/**
 * True when the letter stands behind one that the unit sent or got: followed up by what a letter carries, amends,
 * replaces or urges an answer to.
 */
export const standsBehind = async (db: Db, directiveId: string, unitId: string): Promise<boolean> =>
  (await row(
    db,
    sql`with recursive behind as (
          select d.id, d.parent_id, d.of_id from directive.directive d
          where d.id in (select directive_id from directive.recipient where unit_id = ${unitId})
             or (d.unit_id = ${unitId} and d.state = 'issued')
          union
          select d.id, d.parent_id, d.of_id from directive.directive d
          join behind b on d.id = b.parent_id or d.id = b.of_id)
        select 1 from behind where id = ${directiveId} limit 1`,
  )) !== undefined;

/** Letters that reached the unit, hold, and are not confirmed; the longest waiting first. */
export const listUnconfirmed = (
  db: Db,
  unitId: string,
): Promise<{ directiveId: string; reachedAt: string; receiveBy: string | null }[]> =>
  rows(
    db,
    sql`select directive_id, reached_at, receive_by from directive.recipient
        where unit_id = ${unitId} and ended_at is null and received_at is null
        order by reached_at, directive_id limit 200`,
  );

export interface RecallRow {
  readonly at: string;
  readonly by: string | null;
  readonly byId: string | null;
  readonly reason: string;
}

export const findRecall = (db: Db, directiveId: string): Promise<RecallRow | undefined> =>
  row<RecallRow>(
    db,
    sql`select r.recalled_at as at, r.recalled_by as by_id, r.reason,
               (select a.display_name from account.v_account a where a.account_id = r.recalled_by) as by
        from directive.recall r where r.directive_id = ${directiveId}`,
  );

export const insertRecall = (
  tx: Tx,
  directiveId: string,
  reason: string,
  now: string,
  by: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.recall (directive_id, reason, recalled_at, recalled_by)
        values (${directiveId}, ${reason}, ${now}, ${by}) on conflict (directive_id) do nothing`,
  );

/** Documents issued here that a letter of the unit may name among its bases: the first the one asked about. */
export const listCitable = async (db: Db, unitId: string, firstId: string | null): Promise<string[]> =>
  (
    await rows<{ documentId: string }>(
      db,
      sql`select d.document_id from directive.directive d
          where d.state = 'issued'
            and (d.unit_id = ${unitId}
                 or d.id in (select directive_id from directive.recipient where unit_id = ${unitId}))
          order by d.id = ${firstId}::uuid desc nulls last, d.issued_at desc`,
    )
  ).map(({ documentId }) => documentId);
