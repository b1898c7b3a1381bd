// Side: union. A document that orders: received, disseminated, acted on, by each unit it reached.
import { z } from "zod";
import { CampaignEntry } from "../campaign/schema.ts";
import { Duty, Letter } from "../document/schema.ts";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, day, id, instant, note, UnitRef } from "../platform/contract/shapes.ts";

export const Channel = z.enum(["meeting", "zalo", "loudspeaker", "board", "other"]);

/** An addressee of the letter with the units it stands for; several candidates and no choice means: ask. */
export const ResolvedAddressee = z.object({
  ordinal: z.number().int(),
  text: z.string(),
  group: z.string().nullable(),
  units: z.array(UnitRef),
});
export type ResolvedAddressee = z.output<typeof ResolvedAddressee>;

export const DirectiveDraft = z.object({
  id,
  documentId: id,
  /** An existing campaign, or a new one made with the directive. */
  campaign: z.union([z.object({ existingId: id }), CampaignEntry]),
  /** The letter as confirmed by the officer, with the text it was read from. */
  letter: Letter,
  recipients: z.array(z.object({ unitId: id, addressee: z.string().max(300) })).max(2000),
  reportDays: z.number().int().min(0).max(90).optional(),
});
export type DirectiveDraft = z.output<typeof DirectiveDraft>;

export const DirectiveState = z.enum(["draft", "issued"]);
export type DirectiveState = z.output<typeof DirectiveState>;
export const ReceiptState = z.enum(["not-received", "received", "disseminated"]);
export type ReceiptState = z.output<typeof ReceiptState>;

export const DirectiveView = z.object({
  id,
  campaignId: id,
  title: z.string(),
  number: z.string().nullable(),
  notation: z.string().nullable(),
  issuedOn: day.nullable(),
  subject: z.string().nullable(),
  sender: UnitRef,
  state: DirectiveState,
  issuedAt: instant.nullable(),
  reportDays: z.number().int().nullable(),
  reportTo: z.string().nullable(),
  reportThrough: z.string().nullable(),
  text: z.string().nullable(),
  instructions: z.array(
    z.object({ ordinal: z.number().int(), text: z.string(), duties: z.array(Duty), dueOn: day.nullable() }),
  ),
  /** What the asking unit did with it; null for the sender. */
  mine: z
    .object({
      fromUnit: UnitRef,
      reachedAt: instant,
      receivedAt: instant.nullable(),
      disseminatedAt: instant.nullable(),
      passedOnAt: instant.nullable(),
    })
    .nullable(),
  /**
   * Units anywhere below the asking unit in today's tree: those the letter reached, how far they are, and those it has
   * not reached. Of a draft, `notYetReached` is how many units it is going to reach.
   */
  counts: z.object({ reached: count, received: count, disseminated: count, notYetReached: count }),
  allowedActions,
});
export type DirectiveView = z.output<typeof DirectiveView>;

export const DirectiveRow = z.object({
  id,
  campaignId: id,
  title: z.string(),
  number: z.string().nullable(),
  notation: z.string().nullable(),
  sender: UnitRef,
  state: DirectiveState,
  issuedAt: instant.nullable(),
  receipt: ReceiptState.nullable(),
});
export type DirectiveRow = z.output<typeof DirectiveRow>;

/** A unit below in the receipts table; `below` counts its own subtree, itself left out. */
export const ReceiptRow = z.object({
  unit: UnitRef,
  reached: z.boolean(),
  addressee: z.string().nullable(),
  reachedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  disseminatedAt: instant.nullable(),
  peopleReached: count,
  below: z.object({ reached: count, received: count, disseminated: count, units: count }),
});
export type ReceiptRow = z.output<typeof ReceiptRow>;

export const DisseminationEntry = z.object({
  id,
  heldOn: day,
  channel: Channel,
  people: z.number().int().min(0).max(1_000_000),
  note: note(500).default(""),
});
export type DisseminationEntry = z.output<typeof DisseminationEntry>;

export const TaskState = z.enum(["open", "late", "settled"]);
export type TaskState = z.output<typeof TaskState>;
export const TaskView = z.object({
  id,
  directiveId: id,
  campaignId: id,
  duty: Duty,
  ordinal: z.number().int(),
  /** The sentence of the letter this duty comes from. */
  sentence: z.string(),
  letterTitle: z.string(),
  dueOn: day.nullable(),
  state: TaskState,
  settledAt: instant.nullable(),
  note: z.string(),
  allowedActions,
});
export type TaskView = z.output<typeof TaskView>;
export const SettleEntry = z.object({ note: note(500).default("") });

export const directiveProblem = problems({
  /** `units`: ids of recipients that are not below the sender on the letter's day. */
  "recipient-outside-subtree": 422,
  "no-recipients": 422,
  "not-a-draft": 409,
  "campaign-not-led": 409,
  "day-in-future": 422,
  "task-has-form": 409,
});
