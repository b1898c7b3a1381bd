// Places as the officer of one union sees them.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { id } from "../../platform/contract/shapes.ts";
import { UnitPlaces } from "../schema/unit-places.ts";

export const getUnitPlaces = endpoint({
  id: "booking.unit-places",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/places",
  summary: "Places of a drive that a unit's people may take now, and what is kept for the unit until when.",
  params: z.object({ unitId: id, driveId: id }),
  output: UnitPlaces,
});
