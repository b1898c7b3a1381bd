// What may become of a request for another number, as a table that the program and its buttons read. Pure.
import type { RequestState } from "../schema/requests.ts";

/** Operation → the state it leads to. The giver answers, the asking unit withdraws, the tree's change lets it lapse. */
export const TRANSITIONS = {
  open: {
    "target.grant-request": "granted",
    "target.refuse-request": "refused",
    "target.withdraw-request": "withdrawn",
  },
  granted: {},
  refused: {},
  withdrawn: {},
  lapsed: {},
} as const satisfies Record<RequestState, Readonly<Record<string, RequestState>>>;

/** Who does it: the unit that asked, or the one asked. */
export const DONE_BY = {
  "target.grant-request": "giver",
  "target.refuse-request": "giver",
  "target.withdraw-request": "asker",
} as const satisfies Record<keyof (typeof TRANSITIONS)["open"], "giver" | "asker">;

export type RequestOperation = keyof typeof DONE_BY;
