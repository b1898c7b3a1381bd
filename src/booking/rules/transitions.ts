// The life of a place. Declining has no step of its own: it leaves the place held until its time runs out.
import type { BookingState } from "../schema.ts";

export const TRANSITIONS = {
  held: ["confirmed", "released"],
  confirmed: ["released"],
  released: [],
} as const satisfies Record<BookingState, readonly BookingState[]>;

export const mayBecome = (from: BookingState, to: BookingState): boolean =>
  (TRANSITIONS[from] as readonly BookingState[]).includes(to);
