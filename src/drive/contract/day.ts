// What the host keeps for the day: the team, supplies, costs.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { CostEntry, DriveCosts } from "../schema/costs.ts";
import { DriveSupplies, SupplyEntry } from "../schema/supplies.ts";
import { DriveTeam, TeamEntry } from "../schema/team.ts";

const ofDrive = z.object({ driveId: id });
const ofMember = z.object({ driveId: id, memberId: id });
const ofCost = z.object({ driveId: id, costId: id });

export const getTeam = endpoint({
  id: "drive.team",
  method: "GET",
  path: "/api/drives/:driveId/rota",
  summary: "Who stands where in which session, and which stations have nobody.",
  params: ofDrive,
  output: DriveTeam,
});

export const putTeamMember = endpoint({
  id: "drive.put-team-member",
  method: "PUT",
  path: "/api/drives/:driveId/rota/:memberId",
  summary: "Put somebody at a station, for one session or the whole day; an account gets the desk as well.",
  params: ofMember,
  body: TeamEntry,
  output: done,
  problems: ["not-a-session", "login-unknown", "drive-state"],
});

export const dropTeamMember = endpoint({
  id: "drive.drop-team-member",
  method: "DELETE",
  path: "/api/drives/:driveId/rota/:memberId",
  summary: "Take somebody off the rota.",
  params: ofMember,
  output: done,
  problems: ["drive-state"],
});

export const getSupplies = endpoint({
  id: "drive.supplies",
  method: "GET",
  path: "/api/drives/:driveId/supplies",
  summary: "Certificates, gifts and refreshments of a drive: every line, and what must be left.",
  params: ofDrive,
  output: DriveSupplies,
});

export const addSupply = endpoint({
  id: "drive.add-supply",
  method: "POST",
  path: "/api/drives/:driveId/supplies",
  summary: "Write down what was received, issued, spoiled or returned; certificates by printed serial.",
  params: ofDrive,
  body: SupplyEntry,
  output: done,
  problems: [
    "serial-range",
    "serials-twice",
    "serials-used-elsewhere",
    "supply-exceeds",
    "supply-settled",
    "drive-state",
  ],
});

export const dropSupply = endpoint({
  id: "drive.drop-supply",
  method: "DELETE",
  path: "/api/drives/:driveId/supplies/:supplyId",
  summary: "Take a line away that was written wrong.",
  params: z.object({ driveId: id, supplyId: id }),
  output: done,
  problems: ["supply-exceeds", "supply-settled", "drive-state"],
});

export const getCosts = endpoint({
  id: "drive.costs",
  method: "GET",
  path: "/api/drives/:driveId/costs",
  summary: "Planned and actual money of a drive by source, and what the tariff of its day proposes.",
  params: ofDrive,
  output: DriveCosts,
});

export const setCost = endpoint({
  id: "drive.set-cost",
  method: "PUT",
  path: "/api/drives/:driveId/costs/:costId",
  summary: "Write or change one line of a drive's money.",
  params: ofCost,
  body: CostEntry,
  output: done,
  problems: ["key-reused"],
});

export const dropCost = endpoint({
  id: "drive.drop-cost",
  method: "DELETE",
  path: "/api/drives/:driveId/costs/:costId",
  summary: "Take one line of a drive's money away.",
  params: ofCost,
  output: done,
});
