// Contract ↔ service of places, and the pages behind a member's link.
import { type CapabilityRoutes, implement } from "../platform/contract/context.ts";
import { getUnitPlaces as unitPlaces } from "./contract/unit-places.ts";
import * as contract from "./contract.ts";
import { holdPlace } from "./service/hold.ts";
import { renewLink } from "./service/link.ts";
import { getPlaces, listBookings, openPlaces, releasePlace } from "./service/places.ts";
import { getUnitPlaces } from "./service/unit-places.ts";

export const booking: CapabilityRoutes = {
  routes: [
    implement(contract.openPlaces, (ctx, { params }) => openPlaces(ctx, params.driveId)),
    implement(contract.getPlaces, (ctx, { params }) => getPlaces(ctx, params.driveId)),
    implement(unitPlaces, (ctx, { params }) => getUnitPlaces(ctx, params.unitId, params.driveId)),
    implement(contract.holdPlace, (ctx, { params, body }) =>
      holdPlace(ctx, params.unitId, params.driveId, body),
    ),
    implement(contract.listBookings, (ctx, { params, query }) =>
      listBookings(ctx, params.unitId, params.driveId, query),
    ),
    implement(contract.renewLink, (ctx, { params }) => renewLink(ctx, params.unitId, params.bookingId)),
    implement(contract.releasePlace, (ctx, { params }) => releasePlace(ctx, params.unitId, params.bookingId)),
  ],
  constraints: {
    seat_not_oversold: { code: "slot-full", status: 409 },
    booking_once: { code: "already-booked", status: 409 },
    booking_pkey: { code: "key-reused", status: 409 },
  },
};
