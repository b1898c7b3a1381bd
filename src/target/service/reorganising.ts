// Numbers in a re-organisation: every running campaign's book is shared out anew, own numbers and requests go along.
import { z } from "zod";
import type { Db } from "../../platform/db/sql.ts";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { HandOver, Participant, TreeChange } from "../../unit/service/participant.ts";
import { type Redistributed, redistribute, sameSplit } from "../rules/redistribute.ts";
import { TargetMeasure } from "../schema.ts";
import {
  type BookFacts,
  countDecidedSince,
  findTitle,
  findVersion,
  type KeptSplit,
  listBookSplits,
  listBooks,
  listParents,
} from "../store/reorganising.ts";
import { insertSplit, lockBook } from "../store.ts";
import { handOwn, OwnJournal, ownChanged, takeOwnBack } from "./reorganising-own.ts";
import { handRequests, RequestJournal, takeRequestsBack } from "./reorganising-requests.ts";

const id = z.string();
/** Versions by number: what they hold stays in the database. */
const BookJournal = z.object({
  campaignId: id,
  measure: TargetMeasure,
  /** `before` 0: it had not split, and held `number`. */
  splits: z.array(z.object({ unitId: id, before: z.number(), wrote: z.number(), number: z.number() })),
  /** Units that hold another number and have not split, with the number before. */
  whole: z.array(z.object({ unitId: id, number: z.number() })),
  requests: z.array(RequestJournal),
});
const TargetJournal = z.object({ books: z.array(BookJournal), own: z.array(OwnJournal) });
type BookJournal = z.output<typeof BookJournal>;

const touchedIds = ({ closed, moved }: TreeChange): string[] => [
  ...closed.map(({ unitId }) => unitId),
  ...moved.map(({ unitId }) => unitId),
];

interface Worked {
  readonly done: Redistributed;
  readonly versions: ReadonlyMap<string, KeptSplit>;
}

/** What becomes of one book. Reads the tree before or after the change alike: what the change says goes over it. */
async function work(db: Db, book: BookFacts, change: TreeChange): Promise<Worked> {
  const splits = await listBookSplits(db, book);
  const parents = new Map(
    (await listParents(db, book.rootId, change.effectiveOn)).map(({ unitId, parentId }) => [
      unitId,
      parentId,
    ]),
  );
  for (const { unitId, parentId } of change.opened) parents.set(unitId, parentId);
  for (const { unitId, toId } of change.moved) parents.set(unitId, toId);
  for (const { unitId } of change.closed) parents.delete(unitId);
  const done = redistribute(
    { rootId: book.rootId, total: book.total, splits },
    { closed: change.closed, moved: change.moved, parentOf: (unitId) => parents.get(unitId) },
  );
  return { done, versions: new Map(splits.map((split) => [split.unitId, split])) };
}

export const targetParticipant: Participant = {
  name: "target",
  hands: "on-the-day",
  async preview(db, change, today) {
    const moving = new Map<string, number>();
    const since = new Map<string, number>();
    const opened = new Set(change.opened.map(({ unitId }) => unitId));
    for (const book of await listBooks(db, touchedIds(change), change.effectiveOn)) {
      const { done } = await work(db, book, change);
      const changed = done.numbers.filter(({ was, becomes }) => (was ?? 0) !== (becomes ?? 0));
      for (const { unitId } of changed) {
        if (!opened.has(unitId)) moving.set(unitId, (moving.get(unitId) ?? 0) + 1);
      }
      if (change.effectiveOn > today) continue;
      const written = done.splits.map(({ unitId }) => unitId);
      for (const { unitId, count } of await countDecidedSince(db, book, written, change.effectiveOn)) {
        since.set(unitId, (since.get(unitId) ?? 0) + count);
      }
    }
    const counts = (of: ReadonlyMap<string, number>) => [...of].map(([unitId, count]) => ({ unitId, count }));
    return [
      ...touchedLine("numbers-move", counts(moving)),
      ...touchedLine("numbers-decided-since", counts(since), { since: true }),
    ];
  },

  async apply(hand, change) {
    const reason = await findTitle(hand.tx, change.decisionId);
    const books: BookJournal[] = [];
    for (const book of await listBooks(hand.tx, touchedIds(change), change.effectiveOn)) {
      await lockBook(hand.tx, { ...book, unitId: book.rootId });
      books.push(await handBook(hand, change, book, reason));
    }
    return { books, own: await handOwn(hand, change) };
  },

  async blocksUndo(db, _change, journal) {
    const { books, own } = TargetJournal.parse(journal);
    const decided: string[] = [];
    for (const book of books) decided.push(...(await decidedSince(db, book)));
    decided.push(...(await ownChanged(db, own)));
    const counts = [...new Set(decided)].map((unitId) => ({ unitId, count: 1 }));
    return touchedLine("numbers-decided-since", counts);
  },

  async undo(hand, change, journal) {
    const { books, own } = TargetJournal.parse(journal);
    const reason = await findTitle(hand.tx, change.decisionId);
    for (const book of books) {
      await lockBook(hand.tx, { ...book, unitId: change.unitId });
      await takeBack(hand, change, book, reason);
      await takeRequestsBack(hand, book, book.requests);
    }
    await takeOwnBack(hand, change, own);
  },
};

async function handBook(
  hand: HandOver,
  change: TreeChange,
  book: BookFacts,
  reason: string,
): Promise<BookJournal> {
  const { campaignId, measure } = book;
  const { done, versions } = await work(hand.tx, book, change);
  const numbers = new Map(done.numbers.map(({ unitId, was }) => [unitId, was ?? 0]));
  const splits: BookJournal["splits"] = [];
  for (const split of done.splits) {
    const before = versions.get(split.unitId)?.version ?? 0;
    const number = numbers.get(split.unitId) ?? split.total;
    splits.push({ unitId: split.unitId, before, wrote: before + 1, number });
    await write(hand, change, book, { ...split, version: before + 1, cause: "reorganised", reason });
  }
  const written = new Set(done.splits.map(({ unitId }) => unitId));
  const whole = [...numbers].flatMap(([unitId, number]) => (written.has(unitId) ? [] : [{ unitId, number }]));
  const requests = await handRequests(hand, change, book);
  return { campaignId, measure, splits, whole, requests };
}

async function write(
  hand: HandOver,
  change: TreeChange,
  { campaignId, measure }: Pick<BookFacts, "campaignId" | "measure">,
  { unitId, ...split }: KeptSplit & { readonly cause: "reorganised" | "restored"; readonly reason: string },
): Promise<void> {
  const { decisionId, effectiveOn: inForceOn } = change;
  const decided = { now: hand.now, by: hand.by, inForceOn, decisionId };
  await insertSplit(hand.tx, { campaignId, unitId, measure }, { ...split, ...decided });
  await hand.audit({
    subject: { kind: "campaign", id: campaignId },
    unitId,
    detail: {
      measure,
      version: split.version,
      total: split.total,
      reserve: split.reserve,
      cause: split.cause,
    },
  });
}

/** Units whose split is no more what the hand-over wrote. Two decisions since that cancel out are none. */
async function decidedSince(db: Db, book: BookJournal): Promise<string[]> {
  const current = new Map((await listBookSplits(db, book)).map((split) => [split.unitId, split]));
  const changed: string[] = [];
  for (const { unitId, wrote } of book.splits) {
    const [now, then] = [current.get(unitId), await findVersion(db, { ...book, unitId }, wrote)];
    if (now === undefined || then === undefined || !sameSplit(now, then)) changed.push(unitId);
  }
  for (const { unitId } of book.whole) {
    if ((current.get(unitId)?.shares.length ?? 0) > 0) changed.push(unitId);
  }
  return changed;
}

/** A new version like the one before, of the same day: nothing of what was decided is erased. */
async function takeBack(
  hand: HandOver,
  change: TreeChange,
  book: BookJournal,
  reason: string,
): Promise<void> {
  const current = new Map((await listBookSplits(hand.tx, book)).map((split) => [split.unitId, split]));
  for (const { unitId, before, number } of book.splits) {
    const version = (current.get(unitId)?.version ?? 0) + 1;
    const was = before === 0 ? undefined : await findVersion(hand.tx, { ...book, unitId }, before);
    const split = was ?? { unitId, total: number, reserve: number, shares: [] };
    await write(hand, change, book, { ...split, version, cause: "restored", reason });
  }
  for (const { unitId, number } of book.whole) {
    const now = current.get(unitId);
    if (now === undefined || now.total === number) continue;
    const split = { unitId, version: now.version + 1, total: number, reserve: number, shares: [] };
    await write(hand, change, book, { ...split, cause: "restored", reason });
  }
}
