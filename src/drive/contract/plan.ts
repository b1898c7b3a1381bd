// The plan of a drive: taken up again, changed while nobody has approved it, approved.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { PlanApproval, PlanChange, PlanView } from "../schema/plan.ts";

const ofDrive = z.object({ driveId: id });

export const getPlan = endpoint({
  id: "drive.plan-view",
  method: "GET",
  path: "/api/drives/:driveId/plan",
  summary: "How the sessions of a drive were planned, to be taken up again.",
  params: ofDrive,
  output: PlanView,
});

export const changePlan = endpoint({
  id: "drive.change-plan",
  method: "PUT",
  path: "/api/drives/:driveId/plan",
  summary: "Change the plan of a drive that is not approved yet.",
  params: ofDrive,
  body: PlanChange,
  output: done,
  problems: ["session-times", "day-outside-campaign", "not-a-facility", "drive-state", "plan-changed"],
});

export const approveDrive = endpoint({
  id: "drive.approve",
  method: "POST",
  path: "/api/drives/:driveId/approve",
  summary: "Approve the plan of a drive as it was seen; only then its places can be opened.",
  params: ofDrive,
  body: PlanApproval,
  output: done,
  problems: ["drive-state", "plan-changed"],
});
