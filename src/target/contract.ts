// Targets: given from outside, split below, set by oneself.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { count, day, done, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { Share, SplitEntry, TargetChild, TargetMeasure, TargetView, Weights } from "./schema.ts";

const ofCampaign = z.object({ unitId: id, campaignId: id });

export const getTargets = endpoint({
  id: "target.get",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets",
  summary: "A unit's assigned and own target, and how it is split below, as of a day.",
  params: ofCampaign,
  query: z.object({
    measure: TargetMeasure.default("units"),
    /** Today where nobody says otherwise. */
    asOf: day.optional(),
  }),
  output: TargetView,
});

export const listTargetChildren = endpoint({
  id: "target.children",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/children",
  summary:
    "Whom a share may be given, with what each holds: pages after the first one, which `target.get` has.",
  params: ofCampaign,
  query: pageQuery.extend({
    after: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(400).default(400),
    measure: TargetMeasure.default("units"),
    asOf: day.optional(),
  }),
  output: page(TargetChild),
});

export const giveTarget = endpoint({
  id: "target.give",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/given",
  summary:
    "Record the number the leading unit was assigned from outside (the steering committee's plan), and split it.",
  params: ofCampaign,
  body: SplitEntry.extend({ total: count, source: z.string().max(300).default("") }),
  output: done,
  problems: [
    "target-sum",
    "target-changed",
    "share-outside-children",
    "not-leading-unit",
    "split-below-first",
    "already-assigned",
    "reason-missing",
  ],
});

export const splitTarget = endpoint({
  id: "target.split",
  method: "POST",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/split",
  summary: "Split the number assigned to a unit over the units below: shares and reserve add up exactly.",
  params: ofCampaign,
  body: SplitEntry,
  output: done,
  problems: [
    "target-sum",
    "target-changed",
    "share-outside-children",
    "nothing-assigned",
    "split-below-first",
    "already-assigned",
    "reason-missing",
  ],
});

export const proposeSplit = endpoint({
  id: "target.propose",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/proposal",
  summary:
    "A split by largest remainder over the units below: equal, by members or by the last result. Writes nothing.",
  params: ofCampaign,
  query: z.object({
    measure: TargetMeasure.default("units"),
    total: z.coerce.number().int().min(0).max(10_000_000),
    reserve: z.coerce.number().int().min(0).default(0),
    weights: Weights.default("members"),
    /** Nobody gets less, where the total reaches that far. */
    minimum: z.coerce.number().int().min(0).default(0),
    /** Ids, with commas between, of units whose share in force stays. */
    locked: z.string().max(8000).default(""),
  }),
  output: z.object({ shares: z.array(Share) }),
});

export const setOwnTarget = endpoint({
  id: "target.set-own",
  method: "PUT",
  path: "/api/units/:unitId/campaigns/:campaignId/targets/own",
  summary: "The number a unit sets itself beside the assigned one.",
  params: ofCampaign,
  body: z.object({ measure: TargetMeasure, value: count }),
  output: done,
});
