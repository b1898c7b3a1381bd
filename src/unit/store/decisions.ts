// SQL of decisions: drafts with their acts, and what was kept of those applied.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Change } from "../rules/decide.ts";
import type { Touched } from "../rules/resting.ts";
import type { UnitLife } from "../rules/timeline.ts";
import type { Act, DecisionEntry, DecisionPaper, DecisionState } from "../schema/acts.ts";

export interface DecisionRow {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly document: DecisionPaper | null;
  readonly fileId: string | null;
  readonly effectiveOn: string;
  readonly state: DecisionState;
  readonly createdAt: string;
  readonly revision: number;
  readonly revisedBy: string | null;
  readonly othersRevision: number;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly appliedAt: string | null;
  readonly appliedBy: string | null;
  readonly appliedNo: number | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

/** What undoing restores. */
export interface Before {
  /** Changed units as they were. */
  readonly lives: readonly UnitLife[];
  readonly opened: readonly string[];
  /** Groupings made, and members put into those that were there. */
  readonly groupings: readonly string[];
  readonly joined: readonly { readonly groupingId: string; readonly unitId: string }[];
}

const columns = sql`id, unit_id, title, document, file_id, effective_on, state, created_at, revision, revised_by,
  others_revision, approved_at, approved_by, applied_at, applied_by, applied_no, undone_at, undone_by, undo_reason`;

export const findDecision = (db: Db, decisionId: string): Promise<DecisionRow | undefined> =>
  row<DecisionRow>(db, sql`select ${columns} from unit.decision where id = ${decisionId}`);

/** Held until the transaction ends, so that two people never step from the same state. */
export const findDecisionForUpdate = (tx: Tx, decisionId: string): Promise<DecisionRow | undefined> =>
  row<DecisionRow>(tx, sql`select ${columns} from unit.decision where id = ${decisionId} for update`);

export const listActs = async (db: Db, decisionId: string): Promise<Act[]> =>
  (
    await rows<{ entry: Act }>(
      db,
      sql`select entry from unit.act where decision_id = ${decisionId} order by ordinal`,
    )
  ).map(({ entry }) => entry);

/** Newest first, after the key of the page before. */
export const listDecisionRows = (
  db: Db,
  unitId: string,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<(DecisionRow & { acts: number })[]> =>
  rows(
    db,
    sql`select ${columns}, (select count(*) from unit.act a where a.decision_id = d.id) as acts
        from unit.decision d
        where unit_id = ${unitId}
          and (${after === undefined} or (created_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
        order by created_at desc, id desc limit ${limit}`,
  );

export async function upsertDraft(
  tx: Tx,
  decision: { id: string; unitId: string; by: string; now: string },
  { title, effectiveOn, paper, fileId, acts }: DecisionEntry,
): Promise<void> {
  await execute(
    tx,
    sql`insert into unit.decision as d (id, unit_id, title, document, file_id, effective_on, state, created_at, created_by,
                                   revised_by)
        values (${decision.id}, ${decision.unitId}, ${title}, ${paper && JSON.stringify(paper)}::jsonb, ${fileId},
                ${effectiveOn}, 'draft', ${decision.now}, ${decision.by}, ${decision.by})
        on conflict (id) do update set title = excluded.title, document = excluded.document,
          file_id = excluded.file_id, effective_on = excluded.effective_on,
          revision = d.revision + 1, revised_by = excluded.revised_by,
          others_revision = case when d.revised_by = excluded.revised_by then d.others_revision else d.revision end`,
  );
  await execute(tx, sql`delete from unit.act where decision_id = ${decision.id}`);
  await execute(
    tx,
    sql`insert into unit.act (decision_id, ordinal, entry)
        select ${decision.id}, ordinal, entry
        from jsonb_array_elements(${JSON.stringify(acts)}::jsonb) with ordinality as t (entry, ordinal)`,
  );
}

export const deleteDraft = (tx: Tx, decisionId: string): Promise<number> =>
  execute(tx, sql`delete from unit.decision where id = ${decisionId}`);

export const setApproved = (tx: Tx, decisionId: string, by: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update unit.decision set state = 'approved', approved_at = ${now}, approved_by = ${by}
        where id = ${decisionId}`,
  );

export const setDraft = (tx: Tx, decisionId: string): Promise<number> =>
  execute(
    tx,
    sql`update unit.decision set state = 'draft', approved_at = null, approved_by = null where id = ${decisionId}`,
  );

export const setApplied = (
  tx: Tx,
  change: Change,
  before: Before,
  by: string,
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`update unit.decision set state = 'applied', applied_at = ${now}, applied_by = ${by},
               applied_no = nextval('unit.applied_no'), change = ${JSON.stringify(change)}::jsonb,
               before = ${JSON.stringify(before)}::jsonb
        where id = ${change.decisionId}`,
  );

export const setUndone = (
  tx: Tx,
  decisionId: string,
  by: string,
  now: string,
  reason: string,
): Promise<number> =>
  execute(
    tx,
    sql`update unit.decision set state = 'undone', undone_at = ${now}, undone_by = ${by}, undo_reason = ${reason}
        where id = ${decisionId}`,
  );

/** How many units a decision changed when it was applied; null before. */
export const countChanged = async (db: Db, decisionId: string): Promise<number | null> =>
  (
    await row<{ changed: number | null }>(
      db,
      sql`select jsonb_array_length(before -> 'lives') + jsonb_array_length(before -> 'opened') as changed
          from unit.decision where id = ${decisionId}`,
    )
  )?.changed ?? null;

/** Of an applied (or undone) decision: what was before. */
export const findBefore = async (db: Db, decisionId: string): Promise<Before | undefined> =>
  (
    await row<{ before: Before }>(
      db,
      sql`select before from unit.decision where id = ${decisionId} and change is not null`,
    )
  )?.before;

/** The same, and what it did. */
export const findKept = (db: Db, decisionId: string) =>
  row<{ change: Change; before: Before }>(
    db,
    sql`select change, before from unit.decision where id = ${decisionId} and change is not null`,
  );

export const insertTouched = (tx: Tx, decisionId: string, touched: readonly Touched[]): Promise<number> =>
  execute(
    tx,
    sql`insert into unit.touched (decision_id, unit_id, how)
        select ${decisionId}, r."unitId", r.how
        from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as r ("unitId" uuid, how text)
        on conflict do nothing`,
  );

export const deleteTouched = (tx: Tx, decisionId: string): Promise<number> =>
  execute(tx, sql`delete from unit.touched where decision_id = ${decisionId}`);

/** Whom a decision touched, and how. */
export const listTouched = (db: Db, decisionId: string): Promise<Touched[]> =>
  rows(db, sql`select unit_id, how from unit.touched where decision_id = ${decisionId}`);

/** Whom decisions applied after this one touched of the units it touched, newest decision first. */
export const listTouchedLater = (db: Db, decisionId: string): Promise<(Touched & { decisionId: string })[]> =>
  rows(
    db,
    sql`select later.id as decision_id, theirs.unit_id, theirs.how
        from unit.decision d
        join unit.touched theirs on theirs.unit_id in (select m.unit_id from unit.touched m where m.decision_id = d.id)
        join unit.decision later on later.id = theirs.decision_id and later.state = 'applied'
          and later.applied_no > d.applied_no
        where d.id = ${decisionId}
        order by later.applied_no desc`,
  );

/** Applied decisions that changed a unit's own rows, with their day; `ends`: the one by which it ended. */
export const listDecisionsOf = (db: Db, unitId: string) =>
  rows<{ id: string; title: string; effectiveOn: string; ends: boolean }>(
    db,
    sql`select d.id, d.title, d.effective_on, bool_or(t.how = 'closed') as ends from unit.touched t
        join unit.decision d on d.id = t.decision_id and d.state = 'applied'
        where t.unit_id = ${unitId} and t.how <> 'leaned' group by d.id order by d.effective_on, d.id`,
  );
