// Side: union. Two entries that look like one person, and what an officer says of them.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { day, id, instant } from "../../platform/contract/shapes.ts";
import { Relation } from "../schema.ts";

export const duplicateProblem = problems({ "not-alike": 409, "merged-since": 409 });

/** As much as tells two entries apart for an officer who may see both. */
export const Alike = z.object({
  personId: id,
  fullName: z.string(),
  birthDate: day.nullable(),
  birthYear: z.number().int().nullable(),
  phone: z.string().nullable(),
  relation: Relation,
  unitId: id,
  unitName: z.string(),
  source: z.enum(["officer", "import", "self"]),
  addedAt: instant,
});
export type Alike = z.output<typeof Alike>;

/** `a` was there first. `why`: what agrees beside the name. */
export const AlikePair = z.object({ a: Alike, b: Alike, why: z.enum(["birth", "phone", "both"]) });
export type AlikePair = z.output<typeof AlikePair>;

export const MergeRow = z.object({
  id,
  oneId: id,
  otherId: id,
  fullName: z.string(),
  otherName: z.string(),
  mergedAt: instant,
});
export type MergeRow = z.output<typeof MergeRow>;

export const AlikeAnswer = z.object({
  /** Of the merge; used where the answer is `same`. */
  id,
  /** The entry that stands for both from now on. */
  oneId: id,
  otherId: id,
  answer: z.enum(["same", "different"]),
});
export type AlikeAnswer = z.output<typeof AlikeAnswer>;
