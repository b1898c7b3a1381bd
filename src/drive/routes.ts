// Contract ↔ service of donation days.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import * as capacity from "./contract/capacity.ts";
import * as day from "./contract/day.ts";
import * as printed from "./contract/papers.ts";
import * as planning from "./contract/plan.ts";
import * as contract from "./contract.ts";
import * as calendar from "./service/calendar.ts";
import * as costs from "./service/costs.ts";
import * as papers from "./service/papers.ts";
import * as plan from "./service/plan.ts";
import * as supplies from "./service/supplies.ts";
import * as team from "./service/team.ts";
import * as service from "./service.ts";

/** `bagsTaken` comes from who keeps the books of the day. */
export const driveRoutes = (bagsTaken: costs.BagsTaken): CapabilityRoutes => ({
  routes: [
    implement(contract.planDrive, (ctx, { params, body }) => plan.planDrive(ctx, params.unitId, body)),
    implement(contract.listDrives, (ctx, { params, query }) => service.listDrives(ctx, params.unitId, query)),
    implement(contract.listFacilityDrives, (ctx, { params, query }) =>
      service.listFacilityDrives(ctx, params.facilityId, query),
    ),
    implement(contract.getDrive, (ctx, { params }) => service.getDrive(ctx, params.driveId)),
    implement(planning.getPlan, (ctx, { params }) => plan.viewPlan(ctx, params.driveId)),
    implement(planning.changePlan, (ctx, { params, body }) => plan.changePlan(ctx, params.driveId, body)),
    implement(planning.approveDrive, (ctx, { params, body }) =>
      plan.approveDrive(ctx, params.driveId, body.planVersion),
    ),
    implement(capacity.listCapacity, (ctx, { params }) => calendar.capacityOf(ctx, params.facilityId)),
    implement(capacity.stateCapacity, (ctx, { params, body }) =>
      calendar.stateCapacity(ctx, params.facilityId, params.capacityId, body),
    ),
    implement(capacity.dropCapacity, (ctx, { params }) =>
      calendar.dropCapacity(ctx, params.facilityId, params.capacityId),
    ),
    implement(capacity.driveCalendar, (ctx, { params, query }) =>
      calendar.driveCalendar(ctx, params.unitId, query),
    ),
    implement(day.getTeam, (ctx, { params }) => team.viewTeam(ctx, params.driveId)),
    implement(day.putTeamMember, (ctx, { params, body }) =>
      team.putMember(ctx, params.driveId, params.memberId, body),
    ),
    implement(day.dropTeamMember, (ctx, { params }) => team.dropMember(ctx, params.driveId, params.memberId)),
    implement(day.getSupplies, (ctx, { params }) => supplies.viewSupplies(ctx, params.driveId)),
    implement(day.addSupply, (ctx, { params, body }) => supplies.addSupply(ctx, params.driveId, body)),
    implement(day.dropSupply, (ctx, { params }) => supplies.dropSupply(ctx, params.driveId, params.supplyId)),
    implement(day.getCosts, (ctx, { params }) => costs.viewCosts(ctx, params.driveId, bagsTaken)),
    implement(day.setCost, (ctx, { params, body }) =>
      costs.setCost(ctx, params.driveId, params.costId, body),
    ),
    implement(day.dropCost, (ctx, { params }) => costs.dropCost(ctx, params.driveId, params.costId)),
    implement(printed.drivePoster, (ctx, { params, query }) =>
      papers.printPoster(ctx, params.driveId, query),
    ),
    implement(printed.rotaSheet, (ctx, { params }) => papers.printRota(ctx, params.driveId)),
    implement(printed.suppliesRecord, (ctx, { params }) => papers.printSupplies(ctx, params.driveId)),
    implement(contract.grantDesk, (ctx, { params, body }) => service.grantDesk(ctx, params.driveId, body)),
  ],
  constraints: {
    session_pkey: { code: "key-reused", status: 409 },
    capacity_once: { code: "capacity-overlaps", status: 409 },
    serials_received_once: { code: "serials-twice", status: 409 },
    serials_gone_once: { code: "serials-twice", status: 409 },
    serials_used_once: { code: "serials-used-elsewhere", status: 409 },
    supply_within_received: { code: "supply-exceeds", status: 409 },
  },
});
