// What every act of the demo needs at hand: the tree by key, who belongs where, and the accounts at work.
import type { Chance } from "./chance.ts";
import type { Hands } from "./hands.ts";
import type { DemoPerson } from "./people.ts";
import type { DemoPlan } from "./plan.ts";
import { type DemoUnit, PROVINCE } from "./tree.ts";

export interface Facts {
  readonly hands: Hands;
  readonly chance: Chance;
  readonly tree: readonly DemoUnit[];
  unit(key: string): DemoUnit;
  /** Unions directly below, in the order of the tree. */
  below(key: string): readonly DemoUnit[];
  /** People of the unit and of all units below it. */
  peopleUnder(key: string): readonly DemoPerson[];
  /**
   * Hours and chance of their own, for acts that the story did without at first: whatever it told before, it tells the
   * same with them.
   */
  readonly beside: Beside;
  /** When each person last gave in the demo's own past; acts write it. */
  readonly gaveOn: Map<string, string>;
  /** Tells that one more step of the load is done. */
  tick(): void;
}

export interface Beside {
  readonly hands: Hands;
  readonly chance: Chance;
}

/** The same facts for an act beside the story. */
export const besides = (facts: Facts): Facts => ({ ...facts, ...facts.beside });

export function factsOf(
  plan: DemoPlan,
  { hands, beside, tick }: { hands: Hands; beside: Beside; tick(): void },
): Facts {
  const { tree, people, chance } = plan;
  const byKey = new Map(tree.map((unit) => [unit.key, unit]));
  const below = (key: string) => tree.filter(({ parent, side }) => parent === key && side === "union");
  const within = (key: string): string[] => [key, ...below(key).flatMap((unit) => within(unit.key))];
  return {
    hands,
    chance,
    tree,
    below,
    tick,
    beside,
    gaveOn: new Map(),
    unit(key) {
      const found = byKey.get(key);
      if (found === undefined) throw new Error(`the demo has no unit ${key}`);
      return found;
    },
    peopleUnder(key) {
      const keys = new Set(within(key));
      return people.filter(({ unit }) => keys.has(unit));
    },
  };
}

/** Intermediate unions: those between the province and its grassroots unions. */
export const intermediates = (facts: Facts): readonly DemoUnit[] =>
  facts.below(PROVINCE).filter(({ kind }) => kind !== "grassroots");

/** Grassroots unions, those directly under the province too. */
export const grassroots = (facts: Facts): readonly DemoUnit[] =>
  facts.tree.filter(({ kind }) => kind === "grassroots");
