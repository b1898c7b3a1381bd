// The demo of 2025 as far as chance and arithmetic make it: the province of 2021, to the id, and what came after.
import { chanceFrom } from "../chance.ts";
import { type DemoPerson, demoPeople } from "../people.ts";
import { type DemoPlan, planDemo } from "../plan.ts";
import { FOUNDED_ON, type LaterTree, laterTree } from "./tree.ts";

/** The day the demo of 2025 opens. */
export const LATER_DAY = "2025-07-15";
const SEED = 2025;

export interface LaterPlan extends DemoPlan {
  readonly later: LaterTree;
  /** Of the unions founded in 2024. */
  readonly newcomers: readonly DemoPerson[];
}

/** Chance of its own for what is new, so that the years up to 2021 stay those of the other demo. */
export function planLater(): LaterPlan {
  const plan = planDemo();
  const chance = chanceFrom(SEED);
  const later = laterTree(chance, plan.tree);
  const newcomers = demoPeople(chance, later.founded, {
    day: LATER_DAY,
    came: [FOUNDED_ON, "2024-12-20"],
    first: plan.people.length,
  });
  return { ...plan, later, newcomers };
}
