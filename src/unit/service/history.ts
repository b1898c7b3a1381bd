// A unit's life: stretches of one name, one kind and one place, whom it succeeded and who succeeded it.
import { notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { inForce, namingOn } from "../rules/timeline.ts";
import type { UnitHistory } from "../schema/acts.ts";
import { listDecisionsOf } from "../store/decisions.ts";
import { findStanding, listPredecessors, loadLives } from "../store/tree.ts";

/**
 * Who answers for a unit today: itself while it stands, its heir of today after it ended. A unit that is nowhere
 * (unknown, or to be opened later) answers for itself, and nobody's office reaches it.
 */
export const standingFor = async (db: Db, unitId: string, today: string): Promise<string> =>
  (await findStanding(db, unitId, today))?.creditUnitId ?? unitId;

/** Throws not-found for a unit nobody ever opened. Names of parents are those of the stretch's first day. */
export async function unitHistory(db: Db, unitId: string, today: string): Promise<UnitHistory> {
  const life = (await loadLives(db, [unitId])).get(unitId);
  if (life === undefined) throw notFound("unit");
  const predecessorIds = await listPredecessors(db, unitId);
  const lives = await loadLives(db, [
    ...life.parents.map(({ value }) => value),
    ...(life.heir === null ? [] : [life.heir.heirId]),
    ...predecessorIds,
  ]);
  const refOn = (id: string, day: string): UnitRef | null => {
    const naming = namingOn(lives, id, day) ?? lives.get(id)?.namings.at(-1)?.value;
    return naming === undefined ? null : { id, name: naming.name, shortName: naming.shortName };
  };
  const decisions = await listDecisionsOf(db, unitId);
  const titled = (decision: { id: string; title: string } | undefined) =>
    decision === undefined ? null : { id: decision.id, title: decision.title };
  const turns = [
    ...new Set([life.openedOn, ...[...life.namings, ...life.parents].map(({ from }) => from)]),
  ].sort();
  const entries = turns.flatMap((from, i) => {
    const naming = inForce(life.namings, from)?.value;
    if (naming === undefined) return [];
    const next = turns[i + 1] ?? life.closedOn;
    const parentId = inForce(life.parents, from)?.value;
    return [
      {
        from,
        until: next === null ? null : addDays(next, -1),
        name: naming.name,
        shortName: naming.shortName,
        superiorName: naming.superiorName,
        notation: naming.notation,
        placeName: naming.placeName,
        kind: naming.kind,
        parent: parentId === undefined ? null : refOn(parentId, from),
        decision: titled(decisions.find(({ effectiveOn, ends }) => effectiveOn === from && !ends)),
        endedBy: titled(next === life.closedOn ? decisions.find(({ ends }) => ends) : undefined),
      },
    ];
  });
  return {
    entries,
    heir: life.heir === null ? null : refOn(life.heir.heirId, life.heir.fromOn),
    predecessors: predecessorIds.flatMap((id) => refOn(id, today) ?? []),
  };
}
