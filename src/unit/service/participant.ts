// What a capability that holds something of units declares, so that a re-organisation can hand it over. `app` registers.
import type { AuditEntry } from "../../platform/contract/context.ts";
import type { Db, Tx } from "../../platform/db/sql.ts";
import type { MembersGo } from "../schema/acts.ts";

/** What a decision does to the tree, worked out from its acts. The tree itself is changed already when it is applied. */
export interface TreeChange {
  readonly decisionId: string;
  /** Who decides. */
  readonly unitId: string;
  /** The first day of the new tree; the old one stood until the day before. */
  readonly effectiveOn: string;
  readonly opened: readonly { readonly unitId: string; readonly parentId: string }[];
  readonly closed: readonly {
    readonly unitId: string;
    /** Stands on the day: a successor, or for want of one the unit above. */
    readonly heirId: string;
    /** False: for want of a successor. */
    readonly named: boolean;
    readonly members: MembersGo;
  }[];
  readonly moved: readonly { readonly unitId: string; readonly fromId: string; readonly toId: string }[];
  /** Another name, letterhead or kind. */
  readonly renamed: readonly string[];
}

/** One line of a dry run: `what` names words of the capability's catalogue, `touch.<what>`; never a person's name. */
export interface Touched {
  readonly what: string;
  readonly count: number;
  /** Recorded on or after the effective day, though the old tree still stood then. */
  readonly since?: boolean;
  /** Whose, at most 20. */
  readonly unitIds?: readonly string[];
}

/** Ids, codes, days and numbers: kept as JSON in the database. Its shape is the participant's own; it parses it again. */
export type Journal = unknown;

/** Given to the writing side. The transaction is the decision's own, or the day's. */
export interface HandOver {
  readonly tx: Tx;
  readonly now: string;
  readonly today: string;
  readonly newId: () => string;
  /** Who applies or undoes; null: the program itself, on the day. */
  readonly by: string | null;
  audit(entry: AuditEntry): Promise<void>;
}

export interface Participant {
  /** The capability. */
  readonly name: string;
  /**
   * `at-once`: it holds dated rows, written when the decision is applied, whatever its day.
   * `on-the-day`: it holds open work, handed over when the day has come (at once for a day that is past).
   */
  readonly hands: "at-once" | "on-the-day";
  /** What it would hand over, and what was recorded since the effective day. Reads the tree as it is, unchanged. */
  preview(db: Db, change: TreeChange, today: string): Promise<readonly Touched[]>;
  /** Hands over; answers what it needs to take it back. */
  apply(hand: HandOver, change: TreeChange): Promise<Journal>;
  /** What frozen or later work rests on the hand-over; none: it can be taken back. */
  blocksUndo(db: Db, change: TreeChange, journal: Journal): Promise<readonly Touched[]>;
  /** Takes it back. The tree is still the new one; it is restored after all have. */
  undo(hand: HandOver, change: TreeChange, journal: Journal): Promise<void>;
}
