// The synthetic people of the demo: who they are, how they could be reached if they existed, where they belong.
import { addDays, daysBetween } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import type { Chance } from "./chance.ts";
import { nameFor } from "./names.ts";
import type { DemoUnit } from "./tree.ts";

export interface DemoPerson {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: "female" | "male";
  /** Begins with 0000: no number of any network does, so that nobody is ever called. */
  readonly phone?: string;
  readonly email?: string;
  readonly relation: "member" | "worker" | "relative";
  /** Key of the unit, and the first day there. */
  readonly unit: string;
  readonly from: string;
  /** A second unit that counts them too but is not where they are credited by default. */
  readonly also?: string;
}

/** The day the demo opens; ages are as of it. */
export const DEMO_DAY = "2021-06-02";
const YEAR = 365.2425;
export const HEARD_OF = "2019-11-04T02:00:00.000Z";

interface Generation {
  /** Ages are as of this day. */
  readonly day: string;
  /** When they joined their unit, at the earliest and at the latest. */
  readonly came: readonly [earliest: string, latest: string];
  /** How many others there are: telephone numbers go on from there. */
  readonly first: number;
}

const FIRST_GENERATION: Generation = { day: DEMO_DAY, came: ["2014-01-06", "2020-12-28"], first: 0 };

/** People of every unit that has a list of its own, in the order of the tree. */
export function demoPeople(
  chance: Chance,
  tree: readonly DemoUnit[],
  generation = FIRST_GENERATION,
): DemoPerson[] {
  const withLists = tree.filter(({ people }) => people > 0);
  const all: DemoPerson[] = [];
  for (const unit of withLists) {
    for (let n = 0; n < unit.people; n++) {
      all.push(person(chance, unit.key, withLists, generation.first + all.length, generation));
    }
  }
  return all;
}

function person(
  chance: Chance,
  unit: string,
  others: readonly DemoUnit[],
  no: number,
  { day, came: [earliest, latest] }: Generation,
): DemoPerson {
  const sex = chance.yes(0.54) ? "female" : "male";
  const fullName = nameFor(chance, sex);
  // Two draws bend the ages towards the middle of working life.
  const age = Math.max(18, Math.min(58, Math.round((chance.int(18, 58) + chance.int(22, 50)) / 2)));
  const birthDate = addDays(day, -Math.ceil(age * YEAR) - chance.int(1, 360));
  const grownUp = addDays(birthDate, Math.ceil(18 * YEAR));
  const came = addDays(earliest, chance.int(0, daysBetween(earliest, latest)));
  const relation = chance.yes(0.04) ? "relative" : chance.yes(0.05) ? "worker" : "member";
  const also = chance.yes(0.015) ? chance.pick(others).key : unit;
  return {
    id: chance.idAt(HEARD_OF),
    fullName,
    birthDate,
    sex,
    ...(chance.yes(0.8) && { phone: `0000${no.toString().padStart(6, "0")}` }),
    ...(chance.yes(0.06) && { email: `${searchKey(fullName).replace(/[^a-z]+/g, ".")}.${no}@example.test` }),
    relation,
    unit,
    from: came > grownUp ? came : grownUp,
    ...(also !== unit && { also }),
  };
}
