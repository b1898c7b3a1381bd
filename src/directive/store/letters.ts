// SQL of letters: the directive, its instructions, whom a draft will reach, and lists of letters.
import type { Duty } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { LetterState, Relation } from "../schema/family.ts";
import type { ReceiptState } from "../schema.ts";

export interface DirectiveFacts {
  readonly id: string;
  /** The first letter of the family. */
  readonly rootId: string;
  readonly parentId: string | null;
  readonly ofId: string | null;
  readonly relation: Relation;
  readonly campaignId: string;
  readonly documentId: string;
  /** The sender. */
  readonly unitId: string;
  readonly title: string;
  readonly state: LetterState;
  readonly issuedAt: string | null;
  readonly issuedBy: string | null;
  readonly reportDays: number | null;
  readonly reportTo: string | null;
  readonly reportThrough: string | null;
  /** Whether units that spread the letter it amends must spread it again. */
  readonly spreadAgain: boolean;
  /** Working days to confirm receipt. */
  readonly receiveDays: number;
}

export interface InstructionRow {
  readonly ordinal: number;
  readonly text: string;
  readonly duties: Duty[];
  readonly dueOn: string | null;
}

/** How a letter stands now: issued means it holds. `d` is the directive. */
export const LETTER_STATE = sql`
  case when d.state = 'draft' then 'draft'
       when exists (select 1 from directive.recall r where r.directive_id = d.id) then 'recalled'
       else coalesce((select case n.relation when 'amend' then 'amended' else 'replaced' end
                      from directive.directive n
                      where n.of_id = d.id and n.state = 'issued' and n.relation in ('amend', 'replace')), 'issued')
  end`;

/** The letter `d` held at the moment: issued, and neither recalled nor changed by another by then. */
export const heldAt = (at: string) => sql`
  d.issued_at <= ${at}::timestamptz
  and not exists (select 1 from directive.recall r where r.directive_id = d.id and r.recalled_at <= ${at}::timestamptz)
  and not exists (select 1 from directive.directive n
                  where n.of_id = d.id and n.relation in ('amend', 'replace') and n.issued_at <= ${at}::timestamptz)`;

const FACTS = sql`
  select d.id, d.root_id, d.parent_id, d.of_id, d.relation, d.campaign_id, d.document_id, d.unit_id, d.title,
         ${LETTER_STATE} as state, d.issued_at, d.issued_by, d.report_days, d.report_to, d.report_through,
         d.spread_again, d.receive_days
  from directive.directive d`;

export const findDirective = (db: Db, directiveId: string): Promise<DirectiveFacts | undefined> =>
  row<DirectiveFacts>(db, sql`${FACTS} where d.id = ${directiveId}`);

/** Locked first and read after, so that the state is what whoever held it before left behind. */
export async function lockDirective(tx: Tx, directiveId: string): Promise<DirectiveFacts | undefined> {
  await execute(tx, sql`select from directive.directive where id = ${directiveId} for no key update`);
  return findDirective(tx, directiveId);
}

type Draft = Omit<DirectiveFacts, "state" | "issuedAt" | "issuedBy">;

/** Answers 0 when a directive of this id exists already. */
export const insertDraft = (tx: Tx, draft: Draft & { now: string; by: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.directive (id, root_id, parent_id, of_id, relation, campaign_id, document_id, unit_id,
                                         title, state, report_days, report_to, report_through, spread_again,
                                         receive_days, created_at, created_by)
        values (${draft.id}, ${draft.rootId}, ${draft.parentId}, ${draft.ofId}, ${draft.relation},
                ${draft.campaignId}, ${draft.documentId}, ${draft.unitId}, ${draft.title}, 'draft',
                ${draft.reportDays}, ${draft.reportTo}, ${draft.reportThrough}, ${draft.spreadAgain},
                ${draft.receiveDays}, ${draft.now}, ${draft.by})
        on conflict (id) do nothing`,
  );

export const updateDraft = (tx: Tx, draft: Draft): Promise<number> =>
  execute(
    tx,
    sql`update directive.directive
        set root_id = ${draft.rootId}, parent_id = ${draft.parentId}, of_id = ${draft.ofId},
            relation = ${draft.relation}, campaign_id = ${draft.campaignId}, document_id = ${draft.documentId},
            title = ${draft.title}, report_days = ${draft.reportDays}, report_to = ${draft.reportTo},
            report_through = ${draft.reportThrough}, spread_again = ${draft.spreadAgain},
            receive_days = ${draft.receiveDays}
        where id = ${draft.id}`,
  );

/** True when some letter of the campaign is in force. */
export const hasIssued = async (db: Db, campaignId: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from directive.directive where campaign_id = ${campaignId} and state = 'issued' limit 1`,
  )) !== undefined;

export async function replaceInstructions(
  tx: Tx,
  directiveId: string,
  instructions: readonly {
    ordinal: number;
    text: string;
    duties: readonly Duty[];
    dueOn?: string | undefined;
  }[],
): Promise<void> {
  await execute(tx, sql`delete from directive.instruction where directive_id = ${directiveId}`);
  for (const { ordinal, text, duties, dueOn } of instructions) {
    await execute(
      tx,
      sql`insert into directive.instruction (directive_id, ordinal, text, duties, due_on)
          values (${directiveId}, ${ordinal}, ${text}, ${[...new Set(duties)]}::text[], ${dueOn ?? null})`,
    );
  }
}

export const listInstructions = (db: Db, directiveId: string): Promise<InstructionRow[]> =>
  rows<InstructionRow>(
    db,
    sql`select ordinal, text, duties, due_on from directive.instruction
        where directive_id = ${directiveId} order by ordinal`,
  );

export async function replaceDraftRecipients(
  tx: Tx,
  directiveId: string,
  recipients: readonly { unitId: string; addressee: string }[],
): Promise<void> {
  await clearDraftRecipients(tx, directiveId);
  await execute(
    tx,
    sql`insert into directive.draft_recipient (directive_id, unit_id, addressee)
        select ${directiveId}, r.unit_id, r.addressee
        from unnest(${recipients.map(({ unitId }) => unitId)}::uuid[],
                    ${recipients.map(({ addressee }) => addressee)}::text[]) as r (unit_id, addressee)`,
  );
}

/** Nobody (more) will be reached. */
export const clearDraftRecipients = (tx: Tx, directiveId: string): Promise<number> =>
  execute(tx, sql`delete from directive.draft_recipient where directive_id = ${directiveId}`);

/**
 * Issued letters with units still to reach. Asked each minute: only drafts and letters on their way have such rows, and
 * from one letter's rows the look steps on to the next letter's, however many units a draft is kept for.
 */
export const listOnTheirWay = async (db: Db): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`with recursive kept as (
            (select w.directive_id from directive.draft_recipient w order by w.directive_id limit 1)
            union all
            select n.directive_id from kept k
            cross join lateral (
              select w.directive_id from directive.draft_recipient w
              where w.directive_id > k.directive_id order by w.directive_id limit 1) n)
          select d.id from directive.directive d join kept k on k.directive_id = d.id
          where d.state = 'issued' order by d.issued_at, d.id`,
    )
  ).map(({ id }) => id);

/** By line of the letter, how many units a draft will reach. */
export const countByAddressee = (
  db: Db,
  directiveId: string,
): Promise<{ addressee: string; count: number }[]> =>
  rows(
    db,
    sql`select addressee, count(*) as count from directive.draft_recipient
        where directive_id = ${directiveId} group by addressee order by addressee`,
  );

/** Whom a draft will reach, lines of these words left out, in the order of names; a unit that closed meanwhile keeps its last name. */
export const listDraftRecipients = (
  db: Db,
  directiveId: string,
  day: string,
  { most, without }: { most: number; without: readonly string[] },
): Promise<{ id: string; name: string; shortName: string; addressee: string }[]> =>
  rows(
    db,
    sql`select d.unit_id as id, n.name, n.short_name, d.addressee
        from directive.draft_recipient d
        join lateral (select u.name, u.short_name, u.sort_key from unit.v_unit u where u.unit_id = d.unit_id
                      order by u.valid @> ${day}::date desc, upper(u.valid) desc nulls first limit 1) n on true
        where d.directive_id = ${directiveId} and d.addressee <> all (${without}::text[])
        order by n.sort_key collate "C", d.unit_id limit ${most}`,
  );

export const countDraftRecipients = async (db: Db, directiveId: string): Promise<number> =>
  (
    await row<{ n: number }>(
      db,
      sql`select count(*) as n from directive.draft_recipient where directive_id = ${directiveId}`,
    )
  )?.n ?? 0;

export const markIssued = (tx: Tx, directiveId: string, now: string, by: string): Promise<number> =>
  execute(
    tx,
    sql`update directive.directive set state = 'issued', issued_at = ${now}, issued_by = ${by}
        where id = ${directiveId} and state = 'draft'`,
  );

export interface ListedLetter {
  readonly id: string;
  readonly campaignId: string;
  readonly title: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly senderId: string;
  readonly state: LetterState;
  readonly relation: Relation;
  readonly issuedAt: string | null;
  readonly receipt: ReceiptState | null;
  /** When it was drafted here or reached the unit: what the list is ordered by. */
  readonly at: string;
}

/** Letters the unit drafted or sent, and those that reached it; the latest to come first. */
export const listLetters = (
  db: Db,
  unitId: string,
  after: { by: string; id: string } | undefined,
  limit: number,
): Promise<ListedLetter[]> =>
  rows<ListedLetter>(
    db,
    sql`select d.id, d.campaign_id, d.title, o.number, o.notation, d.unit_id as sender_id, ${LETTER_STATE} as state,
               d.relation, d.issued_at,
               mine.receipt, mine.at
        from (select id, created_at as at, null as receipt from directive.directive where unit_id = ${unitId}
              union all
              select directive_id, reached_at,
                     case when disseminated_at is not null then 'disseminated'
                          when received_at is not null then 'received' else 'not-received' end
              from directive.recipient where unit_id = ${unitId}) mine
        join directive.directive d on d.id = mine.id
        join document.v_document o on o.document_id = d.document_id
        where ${after?.by ?? null}::timestamptz is null
           or (mine.at, mine.id) < (${after?.by ?? null}::timestamptz, ${after?.id ?? null}::uuid)
        order by mine.at desc, mine.id desc limit ${limit}`,
  );
