// Side: union. Pages that anybody opens from a link: what they show, and what their forms send.
import { z } from "zod";
import { count, id } from "../../platform/contract/shapes.ts";

/**
 * A field as a plain HTML form sends it: anything goes in, and what is wrong is answered beside the field. What is
 * longer than any honest answer is cut.
 */
const typed = z
  .string()
  .default("")
  .transform((text) => text.slice(0, 200).normalize("NFC").trim());

export const RegistrationForm = z.object({
  /** `register`, `search` (another union by its name) or `wait` (the waiting list of a full time). */
  do: typed,
  /** Made by the server with the form, so that sending it twice is one registration. */
  personId: typed,
  bookingId: typed,
  slot: typed,
  fullName: typed,
  birthDay: typed,
  birthMonth: typed,
  birthYear: typed,
  sex: typed,
  phone: typed,
  email: typed,
  relation: typed,
  unit: typed,
  unitWords: typed,
  takePart: typed,
  reminder: typed,
  invitation: typed,
});
export type RegistrationForm = z.output<typeof RegistrationForm>;

/** What the bearer of a link does on its page. Anything else shows the page as it stands. */
export const TicketForm = z.object({
  /** confirm, release, give-back (a place taken by oneself), move, leave (the waiting list), instead, invite. */
  answer: typed,
  consent: typed,
  slotId: typed,
});
export type TicketForm = z.output<typeof TicketForm>;

export const MineForm = z.object({ forget: typed });
export const DataForm = z.object({
  /** `access`, `correct`, `delete`, `restrict`, `withdraw` or `give`. */
  do: typed,
  /** The purpose of a consent to take back or to give. */
  purpose: typed,
  note: z
    .string()
    .default("")
    .transform((text) => text.slice(0, 500).normalize("NFC").trim()),
  /** A delete is asked for twice. */
  sure: typed,
  requestId: typed,
});
export type DataForm = z.output<typeof DataForm>;

/**
 * How many came by a link and how many of these gave. `gave` speaks of closed drives only and is rounded down
 * to a multiple of five: it never tells of one person. Null: fewer than five.
 */
export const CameBy = z.object({ registered: count, gave: count.nullable() });
export type CameBy = z.output<typeof CameBy>;

export const InvitationsView = z.object({
  /** The unit's own running link; null where it has none. */
  own: z.object({ code: z.string(), link: z.string(), text: z.string() }).nullable(),
  /** People who came by any link the unit has made in this campaign. */
  byUnit: CameBy,
  /** People who came by links of friends credited to this unit or below. */
  byFriends: CameBy,
  /** Where no drive takes registrations yet the link opens a page that says so. */
  openDrives: count,
});
export type InvitationsView = z.output<typeof InvitationsView>;

export const ofUnitInCampaign = z.object({ unitId: id, campaignId: id });
