// Facts put right after closing.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, page, pageQuery } from "../../platform/contract/shapes.ts";
import { CorrectionEntry, CorrectionRow } from "../schema/correcting.ts";

export const correctOutcome = endpoint({
  id: "turnout.correct",
  method: "POST",
  path: "/api/drives/:driveId/turnout/donors/:bookingId/corrections",
  summary:
    "After closing: put right what was written wrong of one donor. Counters and known donations follow; counts of who came do not.",
  params: z.object({ driveId: id, bookingId: id }),
  body: CorrectionEntry,
  output: done,
  problems: ["not-open", "nothing-to-correct", "corrected-meanwhile"],
});

export const listCorrections = endpoint({
  id: "turnout.corrections",
  method: "GET",
  path: "/api/drives/:driveId/turnout/corrections",
  summary: "What the facility put right after closing, latest first.",
  params: z.object({ driveId: id }),
  query: pageQuery.extend({ after: id.optional() }),
  output: page(CorrectionRow),
});
