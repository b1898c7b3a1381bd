// Donation days. The host is the unit in the path; places are opened by booking.
import { z } from "zod";
import { Login } from "../account/schema.ts";
import { endpoint } from "../platform/contract/contract.ts";
import { day, done, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { DriveEntry, DriveRow, DriveView } from "./schema.ts";

export const planDrive = endpoint({
  id: "drive.plan",
  method: "POST",
  path: "/api/units/:unitId/drives",
  summary: "Plan a donation day hosted by a unit: facility, place, sessions cut into slots.",
  params: z.object({ unitId: id }),
  body: DriveEntry,
  output: done,
  problems: ["session-times", "day-outside-campaign", "not-a-facility"],
});

export const listDrives = endpoint({
  id: "drive.list",
  method: "GET",
  path: "/api/units/:unitId/drives",
  summary: "Donation days of the campaigns a unit takes part in, newest day first.",
  params: z.object({ unitId: id }),
  query: pageQuery.extend({ after: id.optional(), campaignId: id.optional() }),
  output: page(DriveRow),
});

export const listFacilityDrives = endpoint({
  id: "drive.facility-list",
  method: "GET",
  path: "/api/facilities/:facilityId/drives",
  summary: "Donation days a facility takes, newest day first.",
  params: z.object({ facilityId: id }),
  query: pageQuery.extend({ after: id.optional() }),
  output: page(DriveRow),
});

export const getDrive = endpoint({
  id: "drive.get",
  method: "GET",
  path: "/api/drives/:driveId",
  summary: "One donation day with its slots.",
  params: z.object({ driveId: id }),
  output: DriveView,
});

export const grantDesk = endpoint({
  id: "drive.grant-desk",
  method: "POST",
  path: "/api/drives/:driveId/team",
  summary: "Give an account the desk role at a drive, for the drive's days.",
  params: z.object({ driveId: id }),
  body: z.object({ login: Login, from: day, until: day }),
  output: done,
  problems: ["login-unknown", "desk-days"],
});
