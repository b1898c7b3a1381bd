// SQL of letters: the directive, its instructions, whom a draft will reach, and lists of letters.
import type { Duty } from "../../document/schema.ts";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { TreeNode } from "../rules/addressees.ts";
import type { DirectiveState, ReceiptState } from "../schema.ts";

export interface DirectiveFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly documentId: string;
  /** The sender. */
  readonly unitId: string;
  readonly title: string;
  readonly state: DirectiveState;
  readonly issuedAt: string | null;
  readonly issuedBy: string | null;
  readonly reportDays: number | null;
  readonly reportTo: string | null;
  readonly reportThrough: string | null;
}

export interface InstructionRow {
  readonly ordinal: number;
  readonly text: string;
  readonly duties: Duty[];
  readonly dueOn: string | null;
}

const FACTS = sql`
  select d.id, d.campaign_id, d.document_id, d.unit_id, d.title, d.state, d.issued_at, d.issued_by,
         d.report_days, d.report_to, d.report_through
  from directive.directive d`;

export const findDirective = (db: Db, directiveId: string): Promise<DirectiveFacts | undefined> =>
  row<DirectiveFacts>(db, sql`${FACTS} where d.id = ${directiveId}`);

export const lockDirective = (tx: Tx, directiveId: string): Promise<DirectiveFacts | undefined> =>
  row<DirectiveFacts>(tx, sql`${FACTS} where d.id = ${directiveId} for update`);

type Draft = Pick<
  DirectiveFacts,
  "id" | "campaignId" | "documentId" | "unitId" | "title" | "reportDays" | "reportTo" | "reportThrough"
>;

/** Answers 0 when a directive of this id exists already. */
export const insertDraft = (tx: Tx, draft: Draft & { now: string; by: string }): Promise<number> =>
  execute(
    tx,
    sql`insert into directive.directive (id, campaign_id, document_id, unit_id, title, state, report_days, report_to,
                                         report_through, created_at, created_by)
        values (${draft.id}, ${draft.campaignId}, ${draft.documentId}, ${draft.unitId}, ${draft.title}, 'draft',
                ${draft.reportDays}, ${draft.reportTo}, ${draft.reportThrough}, ${draft.now}, ${draft.by})
        on conflict (id) do nothing`,
  );

export const updateDraft = (tx: Tx, draft: Draft): Promise<number> =>
  execute(
    tx,
    sql`update directive.directive
        set campaign_id = ${draft.campaignId}, document_id = ${draft.documentId}, title = ${draft.title},
            report_days = ${draft.reportDays}, report_to = ${draft.reportTo}, report_through = ${draft.reportThrough}
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
  instructions: readonly { ordinal: number; text: string; duties: readonly Duty[] }[],
): Promise<void> {
  await execute(tx, sql`delete from directive.instruction where directive_id = ${directiveId}`);
  for (const { ordinal, text, duties } of instructions) {
    await execute(
      tx,
      sql`insert into directive.instruction (directive_id, ordinal, text, duties)
          values (${directiveId}, ${ordinal}, ${text}, ${[...new Set(duties)]}::text[])`,
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
  await execute(tx, sql`delete from directive.draft_recipient where directive_id = ${directiveId}`);
  await execute(
    tx,
    sql`insert into directive.draft_recipient (directive_id, unit_id, addressee)
        select ${directiveId}, r.unit_id, r.addressee
        from unnest(${recipients.map(({ unitId }) => unitId)}::uuid[],
                    ${recipients.map(({ addressee }) => addressee)}::text[]) as r (unit_id, addressee)`,
  );
}

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

/** Every unit strictly below `unitId` on `day`, from the top down in the order of names. */
export const listBelow = (db: Db, unitId: string, day: string): Promise<TreeNode[]> =>
  rows<TreeNode>(
    db,
    sql`select u.unit_id as id, u.parent_id, u.kind, u.name, u.short_name, u.central
        from unit.v_unit top
        join unit.v_unit u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
        where top.unit_id = ${unitId} and top.valid @> ${day}::date and u.valid @> ${day}::date
          and u.unit_id <> top.unit_id
        order by u.depth, u.sort_key collate "C", u.unit_id`,
  );

/** Those of `ids` that are not strictly below `unitId` on `day`. */
export const listOutside = async (
  db: Db,
  unitId: string,
  ids: readonly string[],
  day: string,
): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select asked.id from unnest(${ids}::uuid[]) as asked (id)
          where not exists (
            select 1 from unit.v_unit top
            join unit.v_unit u on u.unit_id = asked.id and u.valid @> ${day}::date
            where top.unit_id = ${unitId} and top.valid @> ${day}::date and u.unit_id <> top.unit_id
              and u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/'))`,
    )
  ).map(({ id }) => id);

export interface ListedLetter {
  readonly id: string;
  readonly campaignId: string;
  readonly title: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly senderId: string;
  readonly state: DirectiveState;
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
    sql`select d.id, d.campaign_id, d.title, o.number, o.notation, d.unit_id as sender_id, d.state, d.issued_at,
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
