// Entries that may be one person, and what officers say of them.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, page } from "../../platform/contract/shapes.ts";
import { AlikeAnswer, AlikePair, MergeRow } from "../schema/duplicates.ts";

const atUnit = z.object({ unitId: id });

export const listAlike = endpoint({
  id: "person.alike",
  method: "GET",
  path: "/api/units/:unitId/people/alike",
  summary:
    "Entries within a unit that may be one person (same name and same date of birth or phone), union by union; a page may be empty and yet not the last.",
  params: atUnit,
  query: z.object({ after: z.string().max(500).optional() }),
  output: page(AlikePair).extend({
    /** With the first page. */
    merged: z.array(MergeRow),
  }),
});

export const judgeAlike = endpoint({
  id: "person.judge-alike",
  method: "POST",
  path: "/api/units/:unitId/people/alike",
  summary: "Say that two entries are the same person, or two people.",
  params: atUnit,
  body: AlikeAnswer,
  output: done,
  problems: ["not-alike", "merged-since"],
});

export const undoMerge = endpoint({
  id: "person.undo-merge",
  method: "POST",
  path: "/api/units/:unitId/people/merges/:mergeId/undo",
  summary: "Take back that two entries are the same person.",
  params: z.object({ unitId: id, mergeId: id }),
  output: done,
  problems: ["merged-since"],
});
