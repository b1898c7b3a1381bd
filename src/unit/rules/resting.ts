// Which decision rests on which: what was applied later must be undone first.
import type { Decided } from "./decide.ts";

export const TOUCHINGS = ["opened", "closed", "moved", "renamed", "retyped", "covered", "leaned"] as const;
/** `leaned`: a parent or successor that must stand for the decision to stand. */
export type Touching = (typeof TOUCHINGS)[number];

export interface Touched {
  readonly unitId: string;
  readonly how: Touching;
}

/** Whom a decision touches, and how. */
export function touchedBy({ outcome, operations }: Decided): Touched[] {
  const all = new Map<string, Touched>();
  const add = (how: Touching, ...ids: readonly string[]): void => {
    for (const unitId of ids) all.set(`${unitId} ${how}`, { unitId, how });
  };
  for (const { unitId, parentId } of outcome.opened) {
    add("opened", unitId);
    add("leaned", parentId);
  }
  for (const { unitId, heirId } of outcome.closed) {
    add("closed", unitId);
    add("leaned", heirId);
  }
  for (const { unitId, fromId, toId } of outcome.moved) {
    add("moved", unitId);
    add("leaned", fromId, toId);
  }
  add("renamed", ...operations.names.keys());
  add("retyped", ...operations.kinds.keys());
  add("covered", ...outcome.covered);
  for (const { unitId } of operations.splits) add("leaned", unitId);
  return [...all.values()];
}

/**
 * Does what was applied `later` rest on `mine`? Changing the same unit does; so does standing on what mine opened or
 * retyped, or ending what mine leans on. To stand below the same unit does not.
 */
export function restsUpon(later: readonly Touched[], mine: readonly Touched[]): boolean {
  const hows = new Map<string, Touching[]>();
  for (const { unitId, how } of mine) hows.set(unitId, [...(hows.get(unitId) ?? []), how]);
  return later.some(({ unitId, how: theirs }) =>
    (hows.get(unitId) ?? []).some((ours) => {
      if (ours === "leaned") return theirs === "closed";
      return theirs !== "leaned" || ours === "opened" || ours === "retyped";
    }),
  );
}
