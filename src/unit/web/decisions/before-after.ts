// The touched part of the tree before and after a decision, as two small trees with what happens to each unit. Pure.
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import type { DryRun } from "../../schema/acts.ts";
import type { UnitKind } from "../../schema.ts";

export const MARKS = ["opened", "closed", "renamed", "retyped", "moved", "covers", "receives"] as const;
type Mark = (typeof MARKS)[number];
type Changed = DryRun["units"][number];

/** A unit drawn in one of the trees. */
export interface Spot {
  readonly id: string;
  readonly name: string;
  /** Undefined: only drawn because others stand below it. */
  readonly kind: UnitKind | undefined;
  readonly marks: readonly Mark[];
  /** Who takes over, for one that ends. */
  readonly heir: UnitRef | null;
  /** Units below that go with it, undrawn. */
  readonly along: number;
  /** Stands somewhere below what it is drawn under, not directly as far as is known. */
  readonly loose: boolean;
  readonly children: readonly Spot[];
}

/** What happens to a unit; where nothing else does, the communes it covers change. */
export function marksOf({ was, becomes }: Changed): readonly Mark[] {
  if (was === null) return ["opened"];
  if (becomes === null) return ["closed"];
  const marks: Mark[] = [];
  if (was.parent?.id !== becomes.parent?.id) marks.push("moved");
  if (was.name !== becomes.name) marks.push("renamed");
  if (was.kind !== becomes.kind) marks.push("retyped");
  return marks.length > 0 ? marks : ["covers"];
}

interface Draft extends Omit<Spot, "children"> {
  readonly parentId: string | undefined;
}

/**
 * The tree of the eve (`was`) or of the day (`becomes`), below the union that decides. Units that do not change
 * themselves are drawn for orientation: those others stand under, and those that take over.
 */
export function treeOf(
  units: readonly Changed[],
  side: "was" | "becomes",
  decider: Pick<UnitRef, "id" | "name">,
): readonly Spot[] {
  const drafts = new Map<string, Draft>();
  const around = new Map<string, UnitRef>();
  const heirs = new Set<string>();
  for (const unit of units) {
    const stand = unit[side];
    if (side === "becomes" && unit.becomes === null && unit.heir !== null) {
      around.set(unit.heir.id, unit.heir);
      heirs.add(unit.heir.id);
    }
    if (stand === null) continue;
    if (stand.parent !== null) around.set(stand.parent.id, stand.parent);
    drafts.set(unit.id, {
      id: unit.id,
      name: stand.name,
      kind: stand.kind,
      marks: marksOf(unit),
      heir: side === "was" && unit.becomes === null ? unit.heir : null,
      along: unit.alongBelow,
      loose: false,
      parentId: stand.parent?.id,
    });
  }
  for (const { id, name } of [decider, ...around.values()]) {
    if (drafts.has(id)) continue;
    const parentId = id === decider.id ? undefined : decider.id;
    const loose = parentId !== undefined;
    drafts.set(id, { id, name, kind: undefined, marks: [], heir: null, along: 0, loose, parentId });
  }
  for (const id of heirs) {
    const draft = drafts.get(id);
    if (draft) drafts.set(id, { ...draft, marks: [...draft.marks, "receives"] });
  }
  const below = new Map<string | undefined, Draft[]>();
  for (const draft of drafts.values())
    below.set(draft.parentId, [...(below.get(draft.parentId) ?? []), draft]);
  const spots = (parentId: string | undefined): readonly Spot[] =>
    (below.get(parentId) ?? [])
      .map(({ parentId: _, ...draft }) => ({ ...draft, children: spots(draft.id) }))
      .sort((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1));
  return spots(undefined);
}
