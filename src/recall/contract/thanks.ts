// Thanks of the union: letters to print for its donors, and the page and letter behind a donor's own link.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { file, id } from "../../platform/contract/shapes.ts";
import { LinkToken, ThanksView } from "../schema.ts";

const ofUnitAtDrive = z.object({ unitId: id, driveId: id });

export const getThanks = endpoint({
  id: "recall.thanks",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/thanks",
  summary: "How many letters of thanks a unit may print for its donors of a closed drive.",
  params: ofUnitAtDrive,
  output: ThanksView,
});

export const printThanks = endpoint({
  id: "recall.print-thanks",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/thanks.pdf",
  summary: "Letters of thanks to a unit's donors of a closed drive, one a page.",
  params: ofUnitAtDrive,
  query: z.object({ part: z.coerce.number().int().min(1).max(1000).default(1) }),
  output: file,
  produces: "pdf",
  problems: ["no-letters"],
});

export const openThanks = endpoint({
  id: "recall.thanks-page",
  method: "GET",
  path: "/cam-on/:token",
  summary: "The union's thanks behind a donor's own link, with what does them good now.",
  params: z.object({ token: LinkToken }),
  output: file,
  produces: "html",
});

export const getThanksLetter = endpoint({
  id: "recall.thanks-letter",
  method: "GET",
  path: "/cam-on/:token/thu.pdf",
  summary: "The donor's own letter of thanks as PDF.",
  params: z.object({ token: LinkToken }),
  output: file,
  produces: "pdf",
});

export const openTips = endpoint({
  id: "recall.tips",
  method: "GET",
  path: "/loi-khuyen",
  summary: "Healthy-living tips of the season and after giving; the same for everybody.",
  output: file,
  produces: "html",
});
