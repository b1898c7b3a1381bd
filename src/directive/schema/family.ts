// What makes one order many letters: relations, links both ways, what an amended letter says differently.
import { z } from "zod";
import { LetterFields } from "../../document/schema.ts";
import { count, day, id, instant, UnitRef } from "../../platform/contract/shapes.ts";

/**
 * first: an order of one's own; reissue: carries the parent's order further down; amend, replace: changes one's own
 * letter, whose receivers confirm again; urge: asks late receivers to answer (công văn đôn đốc).
 */
export const Relation = z.enum(["first", "reissue", "amend", "replace", "urge"]);
export type Relation = z.output<typeof Relation>;

/** How a draft stands to letters before it. */
export const DraftRelation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("first") }),
  /** The letter that reached this unit and is carried further. */
  z.object({ kind: z.literal("reissue"), parentId: id }),
  z.object({
    kind: z.enum(["amend", "replace"]),
    /** The unit's own issued letter. */
    ofId: id,
    /** The amended letter from above that makes it necessary, when that is why. */
    parentId: id.optional(),
    /** Units that spread the earlier letter must spread this one too. */
    spreadAgain: z.boolean(),
  }),
  z.object({ kind: z.literal("urge"), ofId: id }),
]);
export type DraftRelation = z.output<typeof DraftRelation>;

export const LetterState = z.enum(["draft", "issued", "amended", "replaced", "recalled"]);
export type LetterState = z.output<typeof LetterState>;

/** A letter named beside another. */
export const LetterLink = z.object({
  id,
  title: z.string(),
  number: z.string().nullable(),
  notation: z.string().nullable(),
  issuedOn: day.nullable(),
  sender: UnitRef,
  relation: Relation,
  state: LetterState,
});
export type LetterLink = z.output<typeof LetterLink>;

/** What the program would write, for an officer to correct: nothing of it is kept until it is drafted. */
export const Suggestion = z.object({
  relation: DraftRelation,
  campaignId: id,
  letter: LetterFields,
  recipients: z.array(z.object({ unit: UnitRef, addressee: z.string() })),
  /** Of a draft kept before: lines that are sent to every unit they stand for, and how many those were. */
  whole: z.array(z.object({ addressee: z.string(), count })),
  reportDays: z.number().int().nullable(),
  receiveDays: z.number().int(),
  /** The number the unit's own series would give next; null where a unit has no series (sections, groups). */
  nextNumber: z.object({ number: z.string(), notation: z.string() }).nullable(),
  /** Of a draft that is kept already: what is sent back with it so that nothing of it is lost. */
  saved: z
    .object({
      documentId: id,
      /** The words it was read from; null where it was written here. */
      text: z.string().nullable(),
      originalFileId: id.nullable(),
      annexFileIds: z.array(id),
    })
    .nullable(),
});
export type Suggestion = z.output<typeof Suggestion>;

const Part = z.object({ text: z.string(), change: z.enum(["same", "added", "removed"]) });
/** What a letter says differently from the one it amends or replaces; texts word by word. */
export const LetterChanges = z.object({
  before: LetterLink,
  after: LetterLink,
  fields: z.array(
    z.object({ field: z.enum(["subject", "reportDays", "reportTo", "reportThrough"]), parts: z.array(Part) }),
  ),
  instructions: z.array(
    z.object({
      change: z.enum(["same", "changed", "added", "removed"]),
      /** Its place in the new letter; null when removed. */
      ordinal: z.number().int().nullable(),
      parts: z.array(Part),
      dueBefore: day.nullable(),
      dueAfter: day.nullable(),
    }),
  ),
});
export type LetterChanges = z.output<typeof LetterChanges>;

export const Recall = z.object({ at: instant, by: z.string().nullable(), reason: z.string() });
