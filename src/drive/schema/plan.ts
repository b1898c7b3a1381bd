// Side: union. The plan of a drive while it may still be changed, and its approval.
import { z } from "zod";
import { id } from "../../platform/contract/shapes.ts";
import { DriveEntry } from "../schema.ts";

/** The number of the plan somebody saw: a plan changed meanwhile is neither approved nor overwritten. */
const planVersion = z.number().int().min(1);

export const PlanChange = DriveEntry.omit({ id: true, campaignId: true }).extend({ planVersion });
export type PlanChange = z.output<typeof PlanChange>;

export const PlanApproval = z.object({ planVersion });

/** How a session was cut: what the editor takes up again. */
export const PlannedSessionView = z.object({
  id,
  from: z.string(),
  until: z.string(),
  slotMinutes: z.number().int(),
  perSlot: z.number().int(),
});
export const PlanView = z.object({
  driveId: id,
  planVersion,
  sessions: z.array(PlannedSessionView),
});
export type PlanView = z.output<typeof PlanView>;
