// Side: union. A document that orders: received, disseminated, acted on, by each unit it reached.
import { z } from "zod";
import { CampaignEntry } from "../campaign/schema.ts";
import { Attachment, Citation, Duty, FileView, Letter, LetterFields } from "../document/schema.ts";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, day, id, instant, note, UnitRef } from "../platform/contract/shapes.ts";
import { DraftRelation, LetterLink, LetterState, Recall, Relation } from "./schema/family.ts";

export const Channel = z.enum(["meeting", "zalo", "loudspeaker", "board", "other"]);

/**
 * An addressee of the letter with the units it stands for. `certain` is false where the line could mean several units,
 * or none is known by its words: the officer is asked and nothing is chosen for them.
 */
export const ResolvedAddressee = z.object({
  ordinal: z.number().int(),
  text: z.string(),
  group: z.string().nullable(),
  /** How many it stands for. */
  count,
  /** Empty where they are too many to be named: the whole line is then sent to, or left. */
  units: z.array(UnitRef),
  certain: z.boolean(),
});
export type ResolvedAddressee = z.output<typeof ResolvedAddressee>;

export const DirectiveDraft = z.object({
  id,
  documentId: id,
  relation: DraftRelation.default({ kind: "first" }),
  /** An existing campaign, or a new one made with the directive. Any but a first letter stays in its campaign. */
  campaign: z.union([z.object({ existingId: id }), CampaignEntry]),
  /** The letter as confirmed by the officer, with the text it was read from. */
  letter: Letter,
  recipients: z.array(z.object({ unitId: id, addressee: z.string().max(300) })).max(2000),
  /** Lines of Kính gửi by their words, sent to every unit they stand for on the letter's day. */
  whole: z.array(z.string().max(2000)).max(20).default([]),
  reportDays: z.number().int().min(0).max(90).optional(),
  /** Working days a unit has to confirm receipt. */
  receiveDays: z.number().int().min(0).max(30).default(2),
  /** Files kept before (document.add-file): what the letter was read from, and what it carries. */
  originalFileId: id.optional(),
  annexFileIds: z.array(id).max(20).default([]),
});
export type DirectiveDraft = z.output<typeof DirectiveDraft>;

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
  state: LetterState,
  relation: Relation,
  issuedAt: instant.nullable(),
  reportDays: z.number().int().nullable(),
  reportTo: z.string().nullable(),
  reportThrough: z.string().nullable(),
  receiveDays: z.number().int(),
  /** The words: as received, or as composed from the fields. */
  text: z.string(),
  letter: LetterFields,
  /** The letter of the level above that this one carries further. */
  parent: LetterLink.nullable(),
  /** The own earlier letter that this one amends, replaces or urges an answer to. */
  of: LetterLink.nullable(),
  /** The letter that amended or replaced this one. */
  changedBy: LetterLink.nullable(),
  recall: Recall.nullable(),
  /** The letter in which the asking unit carried this one further; null where it has not. */
  carriedBy: LetterLink.nullable(),
  /** The parent was amended, replaced or recalled since: this letter should follow. Null when there is nothing to do. */
  parentChanged: LetterLink.nullable(),
  bases: z.array(Citation),
  files: z.array(Attachment),
  /** A signed, stamped scan is attached; anything less is a draft in the eyes of the law. */
  signed: z.boolean(),
  instructions: z.array(
    z.object({ ordinal: z.number().int(), text: z.string(), duties: z.array(Duty), dueOn: day.nullable() }),
  ),
  /** What the asking unit did with it; null for the sender. */
  mine: z
    .object({
      fromUnit: UnitRef,
      reachedAt: instant,
      receiveBy: day.nullable(),
      receivedAt: instant.nullable(),
      receivedBy: z.string().nullable(),
      receiveNote: z.string(),
      disseminatedAt: instant.nullable(),
      passedOnAt: instant.nullable(),
      /** Another letter holds since then, or it was recalled. */
      endedAt: instant.nullable(),
    })
    .nullable(),
  /**
   * Units anywhere below the asking unit in today's tree: those the letter reached, how far they are, and those it has
   * not reached. Of a draft, `notYetReached` is how many units it is going to reach.
   */
  counts: z.object({ reached: count, received: count, disseminated: count, notYetReached: count }),
  /** Units an issued letter is still on its way to: a long list goes out in parts. */
  onItsWay: count,
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
  state: LetterState,
  relation: Relation,
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
  /** Working day by which it should have confirmed. */
  receiveBy: day.nullable(),
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
  receiveNote: z.string(),
  disseminatedAt: instant.nullable(),
  peopleReached: count,
  /** Its own letter that carries this one further. */
  reissue: z.object({ id, number: z.string().nullable(), notation: z.string().nullable() }).nullable(),
  below: z.object({ reached: count, received: count, disseminated: count, units: count }),
});
export type ReceiptRow = z.output<typeof ReceiptRow>;

export const DisseminationEntry = z.object({
  id,
  heldOn: day,
  channel: Channel,
  people: z.number().int().min(0).max(1_000_000),
  note: note(500).default(""),
  /** The version of the kit that was used. */
  kitId: id.optional(),
});
export type DisseminationEntry = z.output<typeof DisseminationEntry>;

/** withdrawn: the letter no longer asks it, or was recalled. */
export const TaskState = z.enum(["open", "late", "settled", "withdrawn"]);
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
  /** Who settled it, as they are called here. */
  settledBy: z.string().nullable(),
  note: z.string(),
  /** The letter was changed after this was settled: look whether it still holds. */
  changedSince: z.boolean(),
  evidence: z.array(FileView),
  allowedActions,
});
export type TaskView = z.output<typeof TaskView>;
/** A letter of this unit that should follow a change in the letter it carries further. */
export const FollowUp = z.object({ letter: LetterLink, because: LetterLink });
export type FollowUp = z.output<typeof FollowUp>;
/** A letter that reached the unit, holds, and is not confirmed. */
export const Unconfirmed = z.object({ letter: LetterLink, reachedAt: instant, receiveBy: day.nullable() });
export type Unconfirmed = z.output<typeof Unconfirmed>;
export const ReceiveEntry = z.object({ note: note(500).default("") });
export const SettleEntry = z.object({ note: note(500).default("") });

export const directiveProblem = problems({
  /** `units`: ids of recipients that are not below the sender on the letter's day. */
  "recipient-outside-subtree": 422,
  "no-recipients": 422,
  "not-a-draft": 409,
  "campaign-not-led": 409,
  "day-in-future": 422,
  "task-has-form": 409,
  /** The letter to carry further did not reach this unit, or holds no more. */
  "parent-not-held": 409,
  /** Only a letter of one's own that is issued and holds can be amended, replaced, urged or recalled. */
  "letter-not-held": 409,
  "already-changed": 409,
  /** Not changed before the letter has reached everybody on its list; recalling stops it. */
  "still-going-out": 409,
  "signed-already": 409,
  /** Evidence is a picture or a PDF. */
  "file-form": 422,
  "too-many-files": 409,
  /** Published meanwhile by somebody else: `version` is the newest. */
  "kit-moved-on": 409,
});
