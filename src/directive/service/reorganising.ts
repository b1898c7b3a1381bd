// Letters at units that end: what they still owe goes over to their successor, in the same words and with the same days.
import { z } from "zod";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { HandOver, Participant, TreeChange } from "../../unit/service/participant.ts";
import { addWorkingDays } from "../rules/working-days.ts";
import {
  deleteHanded,
  deleteReminders,
  type NewRow,
  openAgain,
  oweHanded,
  reachHeirs,
  withdrawAgain,
  withdrawTasks,
} from "../store/handing-over.ts";
import {
  countHeldBy,
  countOvertaken,
  countOwnLetters,
  type HeldCount,
  listAnswered,
  listInFamily,
  listStanding,
  listWorded,
  lockEndingRows,
  lockOpenTasks,
  type RowKey,
  setEnded,
  setRunning,
} from "../store/reorganising.ts";

const Key = z.object({ directiveId: z.string(), unitId: z.string() });
const DirectiveJournal = z.object({
  /** Rows and duties of the units that ended. */
  ended: z.array(Key),
  withdrawn: z.array(z.string()),
  /** Rows and duties of their successors, with how those stood that were there before. */
  reached: z.array(Key.extend({ endedAt: z.string().nullable() })),
  owed: z.array(
    z.object({
      id: z.string(),
      was: z
        .object({
          directiveId: z.string(),
          ordinal: z.number(),
          dueOn: z.string().nullable(),
          withdrawnAt: z.string(),
        })
        .nullable(),
    }),
  ),
});

const closedIds = (change: TreeChange): string[] => change.closed.map(({ unitId }) => unitId);
const openedIds = (change: TreeChange): string[] => change.opened.map(({ unitId }) => unitId);
const keyOf = ({ directiveId, unitId }: RowKey): string => `${directiveId} ${unitId}`;
const inFamily = (unitId: string, rootId: string): string => `${unitId} ${rootId}`;
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const countsOf = (found: readonly HeldCount[], of: Exclude<keyof HeldCount, "unitId">) =>
  found.map((one) => ({ unitId: one.unitId, count: one[of] }));

interface Successor {
  readonly unitId: string;
  readonly parentId: string | null;
}

/** By the unit that ended: the one the decision names in its place, as it stands today. */
async function successorsOf({ tx, today }: HandOver, change: TreeChange): Promise<Map<string, Successor>> {
  const named = change.closed.filter((one) => one.named);
  const heirs = unique(named.map(({ heirId }) => heirId));
  const standing = new Map((await listStanding(tx, heirs, today)).map((one) => [one.unitId, one]));
  return new Map(
    named.flatMap(({ unitId, heirId }) => {
      const found = standing.get(heirId);
      return found ? [[unitId, { unitId: found.standingId, parentId: found.parentId }]] : [];
    }),
  );
}

/** Letters whose duties the successors are not in yet, with who is to have sent them. */
async function rowsFor(
  { tx, today }: HandOver,
  ending: Awaited<ReturnType<typeof lockEndingRows>>,
  successors: ReadonlyMap<string, Successor>,
): Promise<NewRow[]> {
  const already = new Set(
    (
      await listInFamily(
        tx,
        unique([...successors.values()].map(({ unitId }) => unitId)),
        unique(ending.map(({ rootId }) => rootId)),
      )
    ).map(({ unitId, rootId }) => inFamily(unitId, rootId)),
  );
  const made = new Map<string, NewRow>();
  for (const row of ending) {
    const heir = successors.get(row.unitId);
    if (heir === undefined || !row.unfinished || already.has(inFamily(heir.unitId, row.rootId))) continue;
    const from = row.fromUnitId === heir.unitId ? null : row.fromUnitId;
    const fromUnitId = from ?? heir.parentId;
    if (fromUnitId === null) continue;
    const reaching = {
      directiveId: row.directiveId,
      rootId: row.rootId,
      unitId: heir.unitId,
      fromUnitId,
      addressee: row.addressee,
      receiveBy: addWorkingDays(today, row.receiveDays),
    };
    if (!made.has(keyOf(reaching))) made.set(keyOf(reaching), reaching);
  }
  return [...made.values()];
}

/** The duties that go with those letters, each once for a successor and a family: the one due first. */
function dutiesFor(
  hand: HandOver,
  open: Awaited<ReturnType<typeof lockOpenTasks>>,
  successors: ReadonlyMap<string, Successor>,
  reached: readonly RowKey[],
) {
  const there = new Set(reached.map(keyOf));
  const owed = new Map<string, (typeof open)[number]>();
  for (const task of open) {
    const unitId = successors.get(task.unitId)?.unitId;
    if (unitId === undefined || !there.has(keyOf({ ...task, unitId }))) continue;
    const once = `${inFamily(unitId, task.rootId)} ${task.duty}`;
    if (!owed.has(once)) owed.set(once, { ...task, id: hand.newId(), unitId });
  }
  return [...owed.values()];
}

async function audit(hand: HandOver, change: TreeChange, rows: readonly RowKey[]): Promise<void> {
  for (const unitId of closedIds(change)) {
    const letters = rows.filter((row) => row.unitId === unitId).length;
    if (letters > 0) await hand.audit({ subject: { kind: "unit", id: unitId }, unitId, detail: { letters } });
  }
}

/**
 * Open work, so handed over on the day. Letters that a unit sent stay as they were issued, its drafts stay drafts. A
 * successor that is in the order already is asked nothing twice; without a named one the duties end with the unit.
 */
export const directiveParticipant: Participant = {
  name: "directive",
  hands: "on-the-day",
  async preview(db, change) {
    const found = await countHeldBy(db, closedIds(change), change.effectiveOn);
    return [
      ...touchedLine("letters-held", countsOf(found, "letters")),
      ...touchedLine("letters-reached", countsOf(found, "lettersSince"), { since: true }),
      ...touchedLine("tasks-open", countsOf(found, "tasks")),
      ...touchedLine("tasks-settled", countsOf(found, "settledSince"), { since: true }),
      ...touchedLine("letter-drafts", countsOf(found, "drafts")),
    ];
  },
  async apply(hand, change) {
    const { tx, now, by } = hand;
    const successors = await successorsOf(hand, change);
    const ending = await lockEndingRows(tx, closedIds(change), hand.today);
    const open = await lockOpenTasks(tx, closedIds(change));
    const under = { decisionId: change.decisionId, now, by };
    const reached = await reachHeirs(tx, await rowsFor(hand, ending, successors), under);
    const owed = await oweHanded(tx, dutiesFor(hand, open, successors, reached), under);
    const ended = ending.map(({ directiveId, unitId }) => ({ directiveId, unitId }));
    const withdrawn = open.map(({ id }) => id);
    await setEnded(tx, ended, now);
    await withdrawTasks(tx, withdrawn, { now, by });
    await audit(hand, change, ended);
    return { ended, withdrawn, reached, owed };
  },
  async blocksUndo(db, change, written) {
    const { ended, reached, owed } = DirectiveJournal.parse(written);
    const opened = new Set(openedIds(change));
    const made = owed.filter(({ was }) => was === null).map(({ id }) => id);
    const overtaken = await countOvertaken(db, unique(ended.map(({ directiveId }) => directiveId)));
    const answered = (await listAnswered(db, reached, made)).filter(({ unitId }) =>
      opened.has(unitId),
    ).length;
    const own = await countOwnLetters(db, [...opened], change.decisionId);
    return [
      ...(overtaken > 0 ? [{ what: "letters-changed", count: overtaken }] : []),
      ...(answered > 0 ? [{ what: "letters-answered", count: answered }] : []),
      ...(own > 0 ? [{ what: "letters-own", count: own }] : []),
    ];
  },
  /** What nobody answered goes as it came; what a successor did stays on record as done for a letter that held then. */
  async undo(hand, change, written) {
    const { tx, now, by } = hand;
    const { ended, withdrawn, reached, owed } = DirectiveJournal.parse(written);
    const made = new Set(owed.filter(({ was }) => was === null).map(({ id }) => id));
    const answered = new Set((await listAnswered(tx, reached, [...made])).map(keyOf));
    const stays = (row: (typeof reached)[number]) => row.endedAt !== null || answered.has(keyOf(row));
    const kept = new Set(reached.filter(stays).map(keyOf));
    const there = new Set(reached.map(keyOf));
    // A duty that a later letter words by now is owed for that one.
    const worded = await listWorded(
      tx,
      owed.map(({ id }) => id),
    );
    const ours = worded.filter((task) => there.has(keyOf(task)));
    const ids = new Set(ours.map(({ id }) => id));
    const going = ours.filter((task) => made.has(task.id) && !kept.has(keyOf(task))).map(({ id }) => id);
    const staying = ours.filter((task) => made.has(task.id) && kept.has(keyOf(task))).map(({ id }) => id);
    await withdrawTasks(tx, staying, { now, by });
    await withdrawAgain(
      tx,
      owed.filter(({ id }) => ids.has(id)),
      { now, by },
    );
    await setEnded(tx, reached.filter(stays), now);
    await deleteHanded(
      tx,
      reached.filter((row) => !stays(row)),
      going,
    );
    await deleteReminders(tx, openedIds(change));
    await setRunning(tx, ended);
    await openAgain(tx, withdrawn, { now, by });
    await audit(hand, change, ended);
  },
};
