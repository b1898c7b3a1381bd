// What a capability declares so that a handover can list the work an office leaves open. `app` registers.
import type { Db } from "../../platform/db/sql.ts";

/** One line: `what` names words of the capability's catalogue, `open-work.<what>`; never a person's name. */
export interface OpenWorkItem {
  readonly what: string;
  readonly count: number;
}

export interface OpenWork {
  /** The capability. */
  readonly name: string;
  /**
   * What is open at the unit today; `accountId` is who leaves. Lines that count 0 may be left out. All of it is the
   * union's, not the person's: it stays where it is, and whoever holds the office next goes on with it.
   */
  list(db: Db, unitId: string, accountId: string, today: string): Promise<readonly OpenWorkItem[]>;
}
