// Which sums of the tree are kept beside the counters. `unit.floors` in the database says the same.
import { numbersOf } from "../../unit/rules/path.ts";

/** Sums by branch are kept for paths of at most so many numbers: in a nation the root and its provinces. */
const FLOORS = 2;

/** True: what counts below this path is read from `tally.v_branch`; false: from the counters, there are few. */
export const isSumKept = (path: string): boolean => numbersOf(path).length <= FLOORS;
