// What a decision would do, worked out without writing: the dry run, and what approving and applying check again.
import { createHash } from "node:crypto";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { amend, namingOf } from "../rules/amend.ts";
import { compose, heirsOf, unitsNamed } from "../rules/compose.ts";
import { type Change, type Decided, decide } from "../rules/decide.ts";
import { inForce, namingOn, parentOn, type Tree, type UnitLife } from "../rules/timeline.ts";
import type { Act, ChangedUnit, DryRun, OpenedUnit, Touch } from "../schema/acts.ts";
import type { Before } from "../store/decisions.ts";
import { countBelow, listTakenCodes, loadLives, loadTree } from "../store/tree.ts";
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

/** Loads the part of the tree the acts speak of, and lets the rules decide. */
export async function tryOut(db: Db, draft: Draft): Promise<Tried> {
  const { ids, withChildren, areas, opened } = unitsNamed(draft.acts);
  const day = draft.effectiveOn;
  const tree = await loadTree(db, [draft.unitId, ...ids, ...areas], withChildren, day);
  const codes = opened.flatMap(({ code }) => (code === undefined ? [] : [code]));
  const takenCodes = await listTakenCodes(db, codes);
  const decided = decide({ tree, acts: draft.acts, day, deciderId: draft.unitId, takenCodes });
  return {
    tree,
    decided,
    change: { decisionId: draft.id, unitId: draft.unitId, effectiveOn: day, ...decided.outcome },
  };
}

/**
 * What an applied (or undone) decision did to the tree, whatever has become of the tree since: by id, those after `after`,
 * at most `limit`. That it may be was decided then; what its acts say is worked out again from the units it changed, as
 * they were kept, and those it named beside. Only what the page shows is looked up of the tree.
 */
export async function whatItDid(
  db: Db,
  draft: Draft,
  { lives, opened }: Pick<Before, "lives" | "opened">,
  { after = "", limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ChangedUnit[]> {
  const day = draft.effectiveOn;
  const its = new Set([...opened, ...lives.map(({ id }) => id)]);
  const named = unitsNamed(draft.acts).ids.filter((id) => !its.has(id));
  const tree = new Map(await loadLives(db, named));
  for (const life of lives) tree.set(life.id, life);
  const operations = compose(draft.acts, tree, day);
  const changed = new Map(amend(tree, operations, heirsOf(operations, tree, day), day));
  // Who has come to stand there since, by a decision of an earlier day, did not go along.
  for (const id of changed.keys()) if (!its.has(id)) changed.delete(id);
  const ids = [...changed.keys()].sort().filter((id) => id > after);
  const page = ids.slice(0, limit);
  const around = page.flatMap((id) => [
    parentOn(tree, id, addDays(day, -1)),
    inForce(changed.get(id)?.parents ?? [], day)?.value,
    changed.get(id)?.heir?.heirId,
  ]);
  const unknown = around.filter((id) => id !== undefined).filter((id) => !tree.has(id) && !its.has(id));
  for (const [id, life] of await loadLives(db, [...new Set(unknown)])) tree.set(id, life);
  const refOf = namesIn(tree, (id) => operations.opens.get(id)?.unit, day);
  // On the day itself the path shows the new tree already: who went along is counted where it stood on the eve.
  return unitsOf(db, day, { tree, changed }, refOf, page, addDays(day, -1));
}

/** Names for showing: on the eve, else on the day, else as the decision opens them. */
const refsOf = ({ tree, decided }: Pick<Tried, "tree" | "decided">, day: string) =>
  namesIn(tree, (id) => decided.operations.opens.get(id)?.unit, day);

/** The same of a part of the tree; `opens`: a unit that is opened. */
export function namesIn(
  tree: Tree,
  opens: (id: string) => OpenedUnit | undefined,
  day: string,
): (id: string) => UnitRef | undefined {
  return (id) => {
    const opening = opens(id);
    const naming =
      namingOn(tree, id, addDays(day, -1)) ??
      namingOn(tree, id, day) ??
      (opening && namingOf(opening)) ??
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
  const { tree } = tried;
  const all = [...decided.changed.keys()].sort();
  const units = await unitsOf(db, draft.effectiveOn, { tree, changed: decided.changed }, refOf, all);
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
  day: string,
  { tree, changed }: { readonly tree: Tree; readonly changed: ReadonlyMap<string, UnitLife> },
  refOf: (id: string) => UnitRef | undefined,
  ids: readonly string[],
  countedOn = day,
): Promise<ChangedUnit[]> {
  const eve = addDays(day, -1);
  const after: Tree = new Map([...tree, ...changed]);
  const moving = ids.filter((id) => parentOn(tree, id, day) !== parentOn(after, id, day));
  const along = await countBelow(db, moving, [...changed.keys()], countedOn);
  const stand = (of: Tree, id: string, on: string): ChangedUnit["was"] => {
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
