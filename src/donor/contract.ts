// A union's own link for its people to register by: made once, ended when it should not be used any more.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { id } from "../platform/contract/shapes.ts";
import { InvitationCode } from "./schema.ts";

export const makeInvitation = endpoint({
  id: "donor.invite",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/invitation",
  summary: "The unit's link by which its people register for a campaign; the running one where there is one.",
  params: z.object({ unitId: id, campaignId: id }),
  output: z.object({ code: z.string(), link: z.string() }),
});

export const endInvitation = endpoint({
  id: "donor.end-invitation",
  method: "POST",
  path: "/api/units/:unitId/invitations/:code/end",
  summary: "End a link of the unit: whoever opens it from now on is told so. Places taken by it stay.",
  params: z.object({ unitId: id, code: InvitationCode }),
  output: z.object({ code: z.string() }),
});
