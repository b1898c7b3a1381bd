// Papers of a drive: the poster that invites, the rota, the record of supplies.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { file, id } from "../../platform/contract/shapes.ts";

const ofDrive = z.object({ driveId: id });

export const drivePoster = endpoint({
  id: "drive.poster",
  method: "GET",
  path: "/api/drives/:driveId/poster",
  summary: "The poster of a drive with the code of an invitation (`/m/<code>`), to be printed and hung up.",
  params: ofDrive,
  query: z.object({
    size: z.enum(["a4", "a3"]).default("a4"),
    code: z.string().regex(/^[A-Za-z0-9_-]{4,64}$/),
  }),
  output: file,
  produces: "pdf",
});

export const rotaSheet = endpoint({
  id: "drive.rota-sheet",
  method: "GET",
  path: "/api/drives/:driveId/rota-sheet",
  summary: "Who stands where, on paper.",
  params: ofDrive,
  output: file,
  produces: "pdf",
});

export const suppliesRecord = endpoint({
  id: "drive.supplies-record",
  method: "GET",
  path: "/api/drives/:driveId/supplies-record",
  summary: "The record of supplies handed over, to be signed by both sides.",
  params: ofDrive,
  output: file,
  produces: "pdf",
});
