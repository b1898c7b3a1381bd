// Side: union. A place somebody takes themselves, and how anybody came to theirs.
import { z } from "zod";

/** officer: held by one; self: taken by the person; walk-in: given on the day; offer: offered from the waiting list. */
export const PlaceSource = z.enum(["officer", "self", "walk-in", "offer"]);
export type PlaceSource = z.output<typeof PlaceSource>;

/** How the person stands to the credited unit; `outside`: to none. */
export const PlaceRelation = z.enum(["member", "worker", "relative", "outside"]);
export type PlaceRelation = z.output<typeof PlaceRelation>;

/** What a person asks for themselves. The caller has made the person, and written their consents, in this transaction. */
export interface SelfEntry {
  readonly bookingId: string;
  readonly personId: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly creditedUnitId: string;
  readonly relation: PlaceRelation;
  readonly invitation: string | null;
  /** Where the slot is full: wait for a place in it. */
  readonly wait: boolean;
}

export type SelfOutcome =
  | { readonly outcome: "confirmed" | "waiting"; readonly token: string }
  | {
      readonly outcome: "refused";
      readonly code: SelfRefusal;
      readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
    };

export type SelfRefusal =
  | "slot-full"
  | "drive-not-open"
  | "already-booked"
  | "already-waiting"
  | "too-young"
  | "too-old"
  | "too-soon"
  | "not-found"
  | "key-reused";

/** What became of asking for another slot; where the new one is full the old place stays. */
export type MoveOutcome =
  | { readonly outcome: "moved" | "unchanged" }
  | { readonly outcome: "refused"; readonly code: "slot-full" | "drive-not-open" | "not-found" };

export interface FreeSlot {
  readonly slotId: string;
  readonly startsAt: string;
  /** How many people credited to the asked unit may still take a place. */
  readonly free: number;
}
