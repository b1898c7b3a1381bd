// The demo as far as chance and arithmetic make it, before any database is asked.
import { type DemoAccount, demoAccounts } from "./accounts.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { type DemoUnit, demoTree } from "./tree.ts";

/** Same seed, same province. Another number gives another one, equally good. */
const SEED = 2021;

export interface DemoPlan {
  readonly tree: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
  /** For what comes after. */
  readonly chance: Chance;
}

export function planDemo(): DemoPlan {
  const chance = chanceFrom(SEED);
  const tree = demoTree(chance);
  return { tree, people: demoPeople(chance, tree), accounts: demoAccounts(chance, tree), chance };
}
