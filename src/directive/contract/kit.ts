// The propaganda kit: read, publish a version, print the poster, the open page behind its QR code, and its reach.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { file, id, note, page, pageQuery } from "../../platform/contract/shapes.ts";
import { KitContent, KitView, ReachRow } from "../schema/kit.ts";

const ofUnit = z.object({ unitId: id, directiveId: id });

export const getKit = endpoint({
  id: "directive.kit",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/kit",
  summary:
    "The kit a unit spreads a letter with: the letter's own, else that of the nearest letter above it.",
  params: ofUnit,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  output: KitView,
});

export const publishKit = endpoint({
  id: "directive.publish-kit",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/kit",
  summary: "Publish a version of the kit of one's own letter; versions before it stay readable.",
  params: ofUnit,
  body: z.object({
    id,
    /** The version it was written from; 0 for the first. */
    basedOn: z.number().int().min(0),
    content: KitContent,
    note: note(500).default(""),
  }),
  output: z.object({ id, version: z.number().int() }),
  problems: ["kit-moved-on", "letter-not-held"],
});

export const kitPoster = endpoint({
  id: "directive.poster",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/kit/poster",
  summary: "The poster as PDF, A4 or A3, with the QR code of the kit's open page.",
  params: ofUnit,
  query: z.object({ size: z.enum(["a4", "a3"]).default("a4") }),
  output: file,
  produces: "pdf",
});

export const kitPage = endpoint({
  id: "directive.kit-page",
  method: "GET",
  path: "/tuyen-truyen/:code",
  summary: "Key messages, questions and answers of a campaign, for everybody who scans the poster.",
  // Longer than a code: a stranger who mistypes one is answered by a page, not by a refusal in JSON.
  params: z.object({ code: z.string().max(200) }),
  output: file,
  produces: "html",
});

export const listReach = endpoint({
  id: "directive.reach",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/reach",
  summary: "Units directly below with how many people each branch reached, by channel.",
  params: ofUnit,
  query: pageQuery,
  output: page(ReachRow),
});
