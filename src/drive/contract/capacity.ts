// What facilities can take, and the calendar of drives.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { day, done, id } from "../../platform/contract/shapes.ts";
import { CapacityEntry, CapacityList, DriveCalendar } from "../schema/capacity.ts";

const ofStatement = z.object({ facilityId: id, capacityId: id });

export const listCapacity = endpoint({
  id: "drive.capacity",
  method: "GET",
  path: "/api/facilities/:facilityId/capacity",
  summary: "What a facility has said it can take, by days.",
  params: z.object({ facilityId: id }),
  output: CapacityList,
});

export const stateCapacity = endpoint({
  id: "drive.state-capacity",
  method: "PUT",
  path: "/api/facilities/:facilityId/capacity/:capacityId",
  summary: "Say what the facility can take on each day of a span: donors and teams.",
  params: ofStatement,
  body: CapacityEntry,
  output: done,
  problems: ["capacity-days", "capacity-overlaps"],
});

export const dropCapacity = endpoint({
  id: "drive.drop-capacity",
  method: "DELETE",
  path: "/api/facilities/:facilityId/capacity/:capacityId",
  summary: "Take back what the facility had said for a span of days.",
  params: ofStatement,
  output: done,
});

export const driveCalendar = endpoint({
  id: "drive.calendar",
  method: "GET",
  path: "/api/units/:unitId/drive-calendar",
  reads: "recent",
  summary: "Drives of the campaigns a unit takes part in between two days, with what stands in their way.",
  params: z.object({ unitId: id }),
  query: z.object({ from: day, until: day, campaignId: id.optional() }),
  output: DriveCalendar,
  problems: ["calendar-span"],
});
