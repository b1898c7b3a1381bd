// Communes and wards, which unions cover and are not themselves.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { day } from "../../platform/contract/shapes.ts";
import { UnitNode } from "../schema.ts";

export const searchAreas = endpoint({
  id: "unit.areas",
  method: "GET",
  path: "/api/areas",
  summary:
    "Communes and wards whose name contains the words, with or without accents, as of a day; at most 20.",
  query: z.object({ words: z.string().min(1).max(100), asOf: day.optional() }),
  output: z.object({ items: z.array(UnitNode) }),
});
