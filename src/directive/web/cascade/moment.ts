// The cascade at a moment: how far each unit was, counts of all and of each branch, and the days it was late.
import { dayIn } from "../../../platform/pure/calendar.ts";
import type { Cascade, CascadeNode } from "../../schema/chasing.ts";

/**
 * source: the unit that sent the order; not-reached: the letter has not come; then not-received, received,
 * disseminated, as everywhere.
 */
export type Standing = "source" | "not-reached" | "not-received" | "received" | "disseminated";

/** A unit with its instants as milliseconds (Infinity: not yet), its place among the others and its children. */
export interface Unit {
  readonly node: CascadeNode;
  readonly index: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly children: number[];
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  /** Instants of the units under it that are only summed up, ascending. */
  readonly below: readonly number[];
  /** Units under it that are only summed up. */
  readonly belowUnits: number;
}

export interface Tree {
  readonly issued: number;
  readonly now: number;
  /** Parents before children; the asking unit first. */
  readonly units: readonly Unit[];
}

const instantOf = (at: string | null): number => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at));

function unitOf(node: CascadeNode, index: number, parent: Unit | undefined): Unit {
  return {
    node,
    index,
    parent: parent?.index ?? null,
    depth: parent === undefined ? 0 : parent.depth + 1,
    children: [],
    reached: instantOf(node.reachedAt),
    received: instantOf(node.receivedAt),
    disseminated: instantOf(node.disseminatedAt),
    below: (node.below?.receivedAt ?? []).map((at) => Date.parse(at)).sort((one, other) => one - other),
    belowUnits: node.below?.units ?? 0,
  };
}

/** The nodes as a tree, branch after branch. A node whose parent is not among them hangs below the root. */
export function treeOf({ issuedAt, now, nodes }: Cascade): Tree {
  const root = nodes.find(({ parentId }) => parentId === null) ?? nodes[0];
  const units: Unit[] = [];
  if (root !== undefined) {
    const known = new Set(nodes.map(({ id }) => id));
    const children = new Map<string, CascadeNode[]>();
    for (const node of nodes) {
      if (node === root) continue;
      const above = node.parentId !== null && known.has(node.parentId) ? node.parentId : root.id;
      children.set(above, [...(children.get(above) ?? []), node]);
    }
    const seen = new Set<string>();
    const visit = (node: CascadeNode, parent: Unit | undefined): void => {
      if (seen.has(node.id)) return;
      seen.add(node.id);
      const unit = unitOf(node, units.length, parent);
      units.push(unit);
      parent?.children.push(unit.index);
      for (const child of children.get(node.id) ?? []) visit(child, unit);
    };
    visit(root, undefined);
  }
  return { issued: Date.parse(issuedAt), now: Math.max(Date.parse(now), Date.parse(issuedAt)), units };
}

/** A change must be confirmed again: a unit that spread the letter before counts as having it once it confirms. */
export function standingAt(unit: Unit, at: number): Standing {
  if (unit.parent === null && unit.node.reachedAt === null) return "source";
  if (unit.reached > at) return "not-reached";
  if (unit.received > at) return "not-received";
  return unit.disseminated > at ? "received" : "disseminated";
}

export const dayAt = (at: number): string => dayIn(new Date(at).toISOString());

/** Whether something is past its day at that moment, and still open now. `day` is the moment's. */
export const isLateOn = (unit: Unit, day: string): boolean =>
  unit.node.lateSince !== null && unit.node.lateSince <= day;

export interface Counts {
  readonly units: number;
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
  readonly late: number;
  /** Units known only as a sum, and how many of them had confirmed; they are in `units` and `received` too. */
  readonly summed: number;
  readonly summedReceived: number;
}

const NONE: Counts = {
  units: 0,
  reached: 0,
  received: 0,
  disseminated: 0,
  late: 0,
  summed: 0,
  summedReceived: 0,
};

/** How many of ascending `instants` are at or before `at`. */
export function upTo(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const plus = (one: Counts, other: Counts): Counts => ({
  units: one.units + other.units,
  reached: one.reached + other.reached,
  received: one.received + other.received,
  disseminated: one.disseminated + other.disseminated,
  late: one.late + other.late,
  summed: one.summed + other.summed,
  summedReceived: one.summedReceived + other.summedReceived,
});

function ownCounts(unit: Unit, at: number, day: string): Counts {
  const standing = standingAt(unit, at);
  return {
    ...NONE,
    units: 1,
    reached: standing === "not-reached" ? 0 : 1,
    received: standing === "received" || standing === "disseminated" ? 1 : 0,
    disseminated: standing === "disseminated" ? 1 : 0,
    late: isLateOn(unit, day) ? 1 : 0,
  };
}

/** For each unit the counts of what is below it, itself left out; the first is the whole picture. */
export function countsAt({ units }: Tree, at: number): readonly Counts[] {
  const day = dayAt(at);
  const counts = units.map(({ below, belowUnits }): Counts => {
    const received = upTo(below, at);
    return {
      ...NONE,
      units: belowUnits,
      reached: received,
      received,
      summed: belowUnits,
      summedReceived: received,
    };
  });
  for (const unit of [...units].reverse()) {
    if (unit.parent === null) continue;
    const mine = plus(ownCounts(unit, at, day), counts[unit.index] ?? NONE);
    counts[unit.parent] = plus(counts[unit.parent] ?? NONE, mine);
  }
  return counts;
}

/** Every instant at which the picture changes, ascending, within issue and now. */
export function changesOf({ issued, now, units }: Tree): readonly number[] {
  const all = units.flatMap(({ reached, received, disseminated, below }) => [
    reached,
    received,
    disseminated,
    ...below,
  ]);
  return [...new Set(all)].filter((at) => at >= issued && at <= now).sort((one, other) => one - other);
}
