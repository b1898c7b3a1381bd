// Asking again who gave before: a preview in numbers, a round of waves, whom to call, and the page behind a personal link.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { done, file, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { CallRow, InvitationAnswer, InviteEntry, LinkToken, RecallView } from "./schema.ts";

const ofUnitAtDrive = z.object({ unitId: id, driveId: id });

export const previewRecall = endpoint({
  id: "recall.preview",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/recall",
  summary:
    "How many people of a unit may give again at a drive, where a wave would propose places; never who.",
  params: ofUnitAtDrive,
  query: z.object({ wanted: z.coerce.number().int().min(1).max(5000).optional() }),
  output: RecallView,
});

export const inviteAgain = endpoint({
  id: "recall.invite",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/recall",
  summary: "Ask people who may give again, a wave at a time, spread over the drive's slots.",
  params: ofUnitAtDrive,
  body: InviteEntry,
  output: done,
  problems: ["drive-not-open", "drive-too-near", "already-inviting", "no-room"],
});

export const stopInviting = endpoint({
  id: "recall.stop",
  method: "POST",
  path: "/api/units/:unitId/recall/:roundId/stop",
  summary: "Send no further wave of a round; who was asked may still answer.",
  params: z.object({ unitId: id, roundId: id }),
  output: done,
});

export const listCalls = endpoint({
  id: "recall.calls",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/recall/calls",
  summary: "People of the unit who were to be asked and have no e-mail: whom to call, with words to paste.",
  params: ofUnitAtDrive,
  query: pageQuery.extend({ after: id.optional() }),
  output: page(CallRow),
});

export const markTold = endpoint({
  id: "recall.told",
  method: "POST",
  path: "/api/units/:unitId/recall/invitations/:invitationId/told",
  summary: "Take somebody off the call list: they were told.",
  params: z.object({ unitId: id, invitationId: id }),
  output: done,
});

export const openInvitation = endpoint({
  id: "recall.page",
  method: "GET",
  path: "/moi/:token",
  summary:
    "The page behind a personal invitation: which drive, which time is proposed, which others have room.",
  params: z.object({ token: LinkToken }),
  output: file,
  produces: "html",
});

export const answerInvitation = endpoint({
  id: "recall.answer",
  method: "POST",
  path: "/moi/:token",
  summary: "Take a place by a personal invitation, or ask not to be invited any more. A page answers.",
  params: z.object({ token: LinkToken }),
  body: InvitationAnswer,
  output: file,
  produces: "html",
  repeat: "natural",
});
