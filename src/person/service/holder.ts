// What a capability that holds something of a person declares, so that the person can be told of it and it can be made
// nobody's when they ask to be deleted. `app` registers.
import type { Locale } from "../../platform/contract/context.ts";
import type { Db, Tx } from "../../platform/db/sql.ts";

/** One line in plain words of the asked language: "Đã hiến" · "350 ml ngày 09/06/2021". */
export interface HeldLine {
  readonly label: string;
  readonly value: string;
}

/** Who erases and when: given by the request that does it. */
export interface Erasing {
  readonly now: string;
  readonly today: string;
  readonly newId: () => string;
}

/** `service/person-data.ts` of a capability exports one; it speaks of one entry, never of those merged with it. */
export interface PersonHolder {
  /** The capability. */
  readonly name: string;
  /** All it knows of this person, to be read by the person. */
  list(db: Db, personId: string, locale: Locale): Promise<readonly HeldLine[]>;
  /** Which of these people it holds anything of: an import that brought them can then not be undone. */
  holds(db: Db, personIds: readonly string[]): Promise<readonly string[]>;
  /** What still runs of theirs (a place at a drive to come), how many; left out where nothing can. */
  running?(db: Db, personId: string, now: string): Promise<number>;
  /**
   * Ends what runs and empties what tells who somebody is (free words, links, addresses). Facts without a name stay:
   * a donation stays a volume on a day. Called once, in the erasing transaction; again changes nothing.
   */
  erase(tx: Tx, personId: string, erasing: Erasing): Promise<void>;
}
