// Adjusting reports: beside an approved report whose facts were corrected, up the same chain.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { Adjustment, AdjustmentRow } from "../schema/adjustment.ts";

export const listAdjustments = endpoint({
  id: "report.adjustments",
  method: "GET",
  path: "/api/units/:unitId/adjustments",
  summary:
    "Adjusting reports of a unit, those sent to it, and those of units below that it was told of; newest first.",
  params: z.object({ unitId: id }),
  output: z.object({ items: z.array(AdjustmentRow) }),
});

export const openAdjustment = endpoint({
  id: "report.open-adjustment",
  method: "POST",
  path: "/api/reports/:reportId/adjustment",
  summary:
    "Open an adjusting report beside an approved one whose facts have changed, and tell every level above.",
  params: z.object({ reportId: id }),
  body: z.object({ id }),
  output: done,
  problems: ["nothing-to-adjust"],
});

export const getAdjustment = endpoint({
  id: "report.adjustment",
  method: "GET",
  path: "/api/adjustments/:reportId",
  summary: "An adjusting report: old, new and difference of each figure.",
  params: z.object({ reportId: id }),
  output: Adjustment,
});
