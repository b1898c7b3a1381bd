// An approved decision becomes the tree, and can be taken back: rows of the tree first, then what others hold.
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import type { Tx } from "../../platform/db/sql.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { groupingOf } from "../rules/kinds.ts";
import { restsUpon, touchedBy } from "../rules/resting.ts";
import { holdsOn, namingOn } from "../rules/timeline.ts";
import { decisionProblem } from "../schema/acts.ts";
import {
  type Before,
  deleteTouched,
  findDecisionForUpdate,
  findKept,
  insertTouched,
  listTouched,
  listTouchedLater,
  setApplied,
  setUndone,
} from "../store/decisions.ts";
import { addMembers, findGroupingNamed, removeGroupings, upsertGrouping } from "../store/groupings.ts";
import { insertTransfer, lockTransfers, setDone, setTransfersUndone } from "../store/transfers.ts";
import { deleteUnits, lockTree, rebuildPaths, writeLives } from "../store/tree.ts";
import { draftOf, getDecision } from "./deciding.ts";
import type { HandOver, Participant, Touched, TreeChange } from "./participant.ts";
import { type Tried, tryOut } from "./trying.ts";

const handOf = (ctx: WriteCtx): HandOver => ({
  tx: ctx.tx,
  now: ctx.now,
  today: ctx.today,
  newId: ctx.newId,
  by: accountId(ctx),
  audit: (entry) => ctx.audit(entry),
});

/**
 * Writes the tree of the decision's day and hands over what can be handed over now; the rest waits for the day.
 * Throws decision-refused when the tree has changed since the approval so that the acts no longer stand.
 */
export async function applyDecision(
  ctx: WriteCtx,
  unitId: string,
  decisionId: string,
  participants: readonly Participant[],
): Promise<void> {
  const { tx } = ctx;
  await lockTree(tx);
  const found = await getDecision(() => findDecisionForUpdate(tx, decisionId), unitId);
  if (found.state === "applied" && found.appliedBy === accountId(ctx)) return ctx.unchanged();
  if (found.state !== "approved") throw decisionProblem("decision-not-approved");
  const tried = await tryOut(tx, await draftOf(tx, found));
  const { decided, change } = tried;
  if (!decided.ok)
    throw decisionProblem("decision-refused", {
      reasons: [...new Set(decided.reasons.map(({ code }) => code))],
    });
  await writeLives(tx, [...decided.changed.values()]);
  await refusing("tree_whole", rebuildPaths(tx, placedAnew(change)), () =>
    decisionProblem("decision-refused", { reasons: ["later-change"] }),
  );
  const before: Before = {
    lives: [...decided.changed.keys()].flatMap((id) => tried.tree.get(id) ?? []),
    opened: change.opened.map(({ unitId: id }) => id),
    ...(await keepTogether(ctx, tried)),
  };
  await setApplied(tx, change, before, accountId(ctx), ctx.now);
  await insertTouched(tx, decisionId, touchedBy(decided));
  await ctx.audit({
    subject: { kind: "decision", id: decisionId },
    unitId,
    detail: {
      effectiveOn: change.effectiveOn,
      opened: change.opened.length,
      closed: change.closed.length,
      moved: change.moved.length,
      renamed: change.renamed.length,
    },
  });
  const come = change.effectiveOn <= ctx.today;
  for (const participant of participants) {
    const atOnce = come || participant.hands === "at-once";
    await insertTransfer(tx, decisionId, participant.name, atOnce ? ctx.today : change.effectiveOn);
    if (atOnce)
      await setDone(tx, decisionId, participant.name, ctx.now, await participant.apply(handOf(ctx), change));
  }
}

/**
 * Takes an applied decision back, capability by capability in reverse, then restores the rows of the tree as they were.
 * Throws decision-built-upon or undo-blocked, with what rests on it.
 */
export async function undoDecision(
  ctx: WriteCtx,
  unitId: string,
  decisionId: string,
  reason: string,
  participants: readonly Participant[],
): Promise<void> {
  const { tx } = ctx;
  await lockTree(tx);
  const found = await getDecision(() => findDecisionForUpdate(tx, decisionId), unitId);
  if (found.state === "undone" && found.undoneBy === accountId(ctx)) return ctx.unchanged();
  const kept = await findKept(tx, decisionId);
  if (found.state !== "applied" || kept === undefined) throw decisionProblem("decision-not-applied");
  const upon = await builtUpon(tx, decisionId);
  if (upon.length > 0) throw decisionProblem("decision-built-upon", { decisions: upon });

  const transfers = new Map((await lockTransfers(tx, decisionId)).map((one) => [one.participant, one]));
  const done = participants.filter(({ name }) => transfers.get(name)?.doneAt != null);
  const blocking: string[] = [];
  for (const participant of done) {
    const journal = transfers.get(participant.name)?.journal;
    for (const touched of await participant.blocksUndo(tx, kept.change, journal))
      blocking.push(wordOf(participant.name, touched));
  }
  if (blocking.length > 0) throw decisionProblem("undo-blocked", { touches: blocking });
  for (const participant of [...done].reverse())
    await participant.undo(handOf(ctx), kept.change, transfers.get(participant.name)?.journal);

  await setTransfersUndone(tx, decisionId, ctx.now);
  await deleteTouched(tx, decisionId);
  await removeGroupings(tx, kept.before.groupings, kept.before.joined, kept.change.effectiveOn);
  await restoreTree(tx, kept.change, kept.before);
  await setUndone(tx, decisionId, accountId(ctx), ctx.now, reason);
  await ctx.audit({ subject: { kind: "decision", id: decisionId }, unitId });
}

/** `account.grants-since:3`: what blocks, whose, how many. */
const wordOf = (capability: string, { what, count }: Touched): string => `${capability}.${what}:${count}`;

async function restoreTree(tx: Tx, change: TreeChange, before: Before): Promise<void> {
  const hole = () => decisionProblem("decision-built-upon", { decisions: [] });
  await writeLives(tx, before.lives);
  const opened = new Set(before.opened);
  await refusing(
    "tree_whole",
    rebuildPaths(
      tx,
      placedAnew(change).filter((id) => !opened.has(id)),
    ),
    hole,
  );
  try {
    await deleteUnits(tx, before.opened);
  } catch (error) {
    // Something that no capability spoke of refers to a unit the decision opened.
    const { code, schema, table } = error as { code?: string; schema?: string; table?: string };
    if (code !== "23503") throw error;
    throw decisionProblem("undo-blocked", { touches: [`${schema}.${table}:1`] });
  }
}

async function refusing<T>(constraint: string, work: Promise<T>, otherwise: () => Error): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw (error as { constraint?: string }).constraint === constraint ? otherwise() : error;
  }
}

/** Units whose place, or whose results' place, is another. */
const placedAnew = ({ opened, closed, moved }: TreeChange): string[] =>
  [...opened, ...closed, ...moved].map(({ unitId }) => unitId);

/** Decisions applied later that must be undone first, newest first; at most 20. */
async function builtUpon(tx: Tx, decisionId: string): Promise<string[]> {
  const mine = await listTouched(tx, decisionId);
  const later = await listTouchedLater(tx, decisionId);
  return [...new Set(later.map((one) => one.decisionId))]
    .filter((id) =>
      restsUpon(
        later.filter((one) => one.decisionId === id),
        mine,
      ),
    )
    .slice(0, 20);
}

/** Groupings of what stood below ended units on their last day: totals go on, authority does not. */
async function keepTogether(
  ctx: WriteCtx,
  { tree, decided, change }: Tried,
): Promise<Pick<Before, "groupings" | "joined">> {
  const day = change.effectiveOn;
  const groupings: string[] = [];
  const joined: { groupingId: string; unitId: string }[] = [];
  for (const [closedId, { keepAs }] of decided.operations.closes) {
    if (keepAs === undefined) continue;
    const was = namingOn(tree, closedId, addDays(day, -1));
    if (was === undefined) continue;
    const members = [...tree.values()]
      .filter(({ id, parents }) => {
        const still = decided.changed.get(id)?.closedOn ?? null;
        return (
          still === null && parents.some((one) => one.value === closedId && holdsOn(one, addDays(day, -1)))
        );
      })
      .map(({ id }) => id);
    const kind = groupingOf(was.kind);
    const there = await findGroupingNamed(ctx.tx, change.unitId, kind, keepAs);
    const groupingId = there?.id ?? ctx.newId();
    if (there === undefined) {
      await upsertGrouping(
        ctx.tx,
        { id: groupingId, unitId: change.unitId, kind, name: keepAs, wasUnitId: closedId },
        ctx.now,
      );
      groupings.push(groupingId);
    }
    const added = await addMembers(ctx.tx, groupingId, members, day);
    if (there !== undefined && !groupings.includes(groupingId))
      joined.push(...added.map((unitId) => ({ groupingId, unitId })));
  }
  return { groupings, joined };
}
