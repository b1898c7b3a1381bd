// The tree's endpoints.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { day, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { Area, UnitNode, UnitView } from "./schema.ts";

export const getUnit = endpoint({
  id: "unit.get",
  method: "GET",
  path: "/api/units/:unitId",
  summary: "A unit with the way down to it, as of a day (today when not said).",
  params: z.object({ unitId: id }),
  query: z.object({ asOf: day.optional() }),
  output: UnitView,
});

export const listChildren = endpoint({
  id: "unit.children",
  method: "GET",
  path: "/api/units/:unitId/children",
  summary: "The units directly below a unit as of a day, in the order of their names.",
  params: z.object({ unitId: id }),
  query: pageQuery.extend({ asOf: day.optional() }),
  output: page(UnitNode),
});

export const searchUnits = endpoint({
  id: "unit.search",
  method: "GET",
  path: "/api/units/:unitId/search",
  summary:
    "Units in the subtree whose name has all the words, with or without accents, the last one perhaps not whole; at most 20, the highest first.",
  params: z.object({ unitId: id }),
  query: z.object({ words: z.string().min(1).max(100), asOf: day.optional() }),
  output: z.object({ items: z.array(UnitNode) }),
});

export const listFacilities = endpoint({
  id: "unit.facilities",
  method: "GET",
  path: "/api/facilities",
  summary: "Facilities that can take a donation day.",
  output: z.object({ items: z.array(UnitNode) }),
});

export const listAreas = endpoint({
  id: "unit.areas",
  method: "GET",
  path: "/api/areas",
  summary:
    "Communes and wards whose name contains the words, with or without accents, or whose code begins with them; all when not said.",
  query: z.object({ words: z.string().max(100).default(""), asOf: day.optional() }),
  output: z.object({ items: z.array(Area) }),
});
