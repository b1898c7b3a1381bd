// What a decision would do, worked out without writing: the dry run, and what approving and applying check again.
import { createHash } from "node:crypto";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { namingOf } from "../rules/amend.ts";
import { unitsNamed } from "../rules/compose.ts";
import { type Change, type Decided, decide } from "../rules/decide.ts";
import { namingOn, parentOn, type Tree } from "../rules/timeline.ts";
import type { Act, DryRun, Touch } from "../schema/acts.ts";
import type { Before } from "../store/decisions.ts";
import { countBelow, listTakenCodes, loadTree } from "../store/tree.ts";
import type { Participant } from "./participant.ts";

/** A decision as far as working it out needs it. */
export interface Draft {
  readonly id: string;
  readonly unitId: string;
  readonly effectiveOn: string;
  readonly acts: readonly Act[];
}

export interface Tried {
  readonly tree: Tree;
  readonly decided: Decided;
  readonly change: Change;
}

/** Of an applied decision: the units it changed as they were, and those it opened. */
type Kept = Pick<Before, "lives" | "opened">;

/** Loads the part of the tree the acts speak of, with `kept` as it was when they were applied, and lets the rules decide. */
export async function tryOut(db: Db, draft: Draft, kept?: Kept): Promise<Tried> {
  const { ids, withChildren, areas, opened } = unitsNamed(draft.acts);
  const day = draft.effectiveOn;
  const loaded = await loadTree(db, [draft.unitId, ...ids, ...areas], withChildren, day);
  const tree = kept === undefined ? loaded : asItWas(loaded, kept);
  const codes = opened.flatMap(({ code }) => (code === undefined ? [] : [code]));
  const takenCodes = await listTakenCodes(db, codes);
  const decided = decide({ tree, acts: draft.acts, day, deciderId: draft.unitId, takenCodes });
  return {
    tree,
    decided,
    change: { decisionId: draft.id, unitId: draft.unitId, effectiveOn: day, ...decided.outcome },
  };
}

function asItWas(loaded: Tree, { lives, opened }: Kept): Tree {
  const tree = new Map(loaded);
  for (const id of opened) tree.delete(id);
  for (const life of lives) tree.set(life.id, life);
  return tree;
}

/** What an applied (or undone) decision did to the tree, whatever has become of the tree since. */
export async function whatItDid(db: Db, draft: Draft, kept: Kept): Promise<DryRun["units"]> {
  const tried = await tryOut(db, draft, kept);
  const its = new Set([...kept.opened, ...kept.lives.map(({ id }) => id)]);
  // Who has come to stand there since, by a decision of an earlier day, did not go along.
  const changed = new Map([...tried.decided.changed].filter(([id]) => its.has(id)));
  const then: Tried = { ...tried, decided: { ...tried.decided, changed } };
  // On the day itself the path shows the new tree already: who went along is counted where it stood on the eve.
  return unitsOf(db, draft, then, refsOf(then, draft.effectiveOn), addDays(draft.effectiveOn, -1));
}

/** Names for showing: on the eve, else on the day, else as the decision opens them. */
export function refsOf(
  { tree, decided }: Pick<Tried, "tree" | "decided">,
  day: string,
): (id: string) => UnitRef | undefined {
  return (id) => {
    const opening = decided.operations.opens.get(id);
    const naming =
      namingOn(tree, id, addDays(day, -1)) ??
      namingOn(tree, id, day) ??
      (opening && namingOf(opening.unit)) ??
      tree.get(id)?.namings.at(-1)?.value;
    return naming && { id, name: naming.name, shortName: naming.shortName };
  };
}

/** The whole dry run. Reads only; what is not allowed is told, with what it would touch left out. */
export async function dryRun(
  db: Db,
  draft: Draft,
  participants: readonly Participant[],
  today: string,
): Promise<DryRun> {
  const tried = await tryOut(db, draft);
  const { decided, change } = tried;
  const refOf = refsOf(tried, draft.effectiveOn);
  const touches: Touch[] = [];
  for (const participant of decided.ok ? participants : []) {
    for (const { what, count, since, unitIds } of await participant.preview(db, change, today)) {
      if (count === 0) continue;
      touches.push({
        capability: participant.name,
        what,
        count,
        since: since ?? false,
        units: (unitIds ?? []).slice(0, 20).flatMap((id) => refOf(id) ?? []),
      });
    }
  }
  const units = await unitsOf(db, draft, tried, refOf);
  return {
    ok: decided.ok,
    reasons: [...decided.reasons],
    named: [...new Set(decided.reasons.flatMap(({ unitIds }) => unitIds))].flatMap((id) => refOf(id) ?? []),
    units,
    touches,
    // What kinds of things it touches, not how many of each: in a running campaign counts change by the minute.
    seal: sealOf({
      draft: [draft.unitId, draft.effectiveOn, draft.acts],
      units,
      touches: touches.map(({ capability, what, since }) => [capability, what, since]),
    }),
  };
}

const sealOf = (seen: unknown): string => createHash("sha256").update(JSON.stringify(seen)).digest("hex");

async function unitsOf(
  db: Db,
  draft: Draft,
  { tree, decided }: Tried,
  refOf: (id: string) => UnitRef | undefined,
  countedOn = draft.effectiveOn,
): Promise<DryRun["units"]> {
  const day = draft.effectiveOn;
  const eve = addDays(day, -1);
  const after: Tree = new Map([...tree, ...decided.changed]);
  const ids = [...decided.changed.keys()].sort();
  const moving = ids.filter((id) => parentOn(tree, id, day) !== parentOn(after, id, day));
  const along = await countBelow(db, moving, ids, countedOn);
  const stand = (of: Tree, id: string, on: string): DryRun["units"][number]["was"] => {
    const naming = namingOn(of, id, on);
    const parentId = parentOn(of, id, on);
    return (
      (naming && {
        name: naming.name,
        shortName: naming.shortName,
        kind: naming.kind,
        parent: (parentId === undefined ? undefined : refOf(parentId)) ?? null,
      }) ??
      null
    );
  };
  return ids.map((id) => {
    const heirId = after.get(id)?.heir?.heirId;
    return {
      id,
      was: stand(tree, id, eve),
      becomes: stand(after, id, day),
      heir: (heirId === undefined ? undefined : refOf(heirId)) ?? null,
      alongBelow: along.get(id) ?? 0,
    };
  });
}
