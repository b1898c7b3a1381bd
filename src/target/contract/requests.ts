// Requests for another number: asked by a unit, answered by whoever gave it the one it holds.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, note, pageQuery } from "../../platform/contract/shapes.ts";
import { GrantEntry, RequestEntry, RequestPage } from "../schema/requests.ts";
import { TargetMeasure } from "../schema.ts";

const ofCampaign = z.object({ unitId: id, campaignId: id });
const ofRequest = ofCampaign.extend({ requestId: id });

export const listRequests = endpoint({
  id: "target.requests",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/requests",
  summary: "Requests for another number: a unit's own (`mine`), or those it has to answer (`below`).",
  params: ofCampaign,
  query: pageQuery.extend({
    measure: TargetMeasure.default("units"),
    of: z.enum(["mine", "below"]).default("mine"),
  }),
  output: RequestPage,
});

export const askTarget = endpoint({
  id: "target.ask",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/requests",
  summary:
    "Ask whoever gives a unit its number for another one, with the reason. One open request at a time.",
  params: ofCampaign,
  body: RequestEntry,
  output: done,
  problems: ["request-open", "request-same", "no-giver"],
});

export const withdrawRequest = endpoint({
  id: "target.withdraw-request",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/requests/:requestId/withdraw",
  summary: "Take back a request that has not been answered.",
  params: ofRequest,
  output: done,
  problems: ["request-answered"],
});

export const grantRequest = endpoint({
  id: "target.grant-request",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/requests/:requestId/grant",
  summary:
    "Give the number asked for, or another: a new version of the giver's split. `unitId` is the giver.",
  params: ofRequest,
  body: GrantEntry,
  output: done,
  problems: [
    "request-answered",
    "reserve-too-small",
    "target-sum",
    "target-changed",
    "share-outside-children",
    "nothing-assigned",
    "split-below-first",
    "already-assigned",
  ],
});

export const refuseRequest = endpoint({
  id: "target.refuse-request",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/requests/:requestId/refuse",
  summary: "Leave the number as it is, with a word why. `unitId` is the giver.",
  params: ofRequest,
  body: z.object({ word: note(500).default("") }),
  output: done,
  problems: ["request-answered"],
});
