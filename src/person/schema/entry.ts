// Side: union. One entry as an officer of its unit sees it, and why somebody leaves a list.
import { z } from "zod";
import { allowedActions, day, id } from "../../platform/contract/shapes.ts";
import { Relation } from "../schema.ts";

export const END_REASONS = ["moved", "left-job", "retired", "mistake"] as const;
export const AffiliationEnd = z.object({ reason: z.enum(END_REASONS) });
export type AffiliationEnd = z.output<typeof AffiliationEnd>;

export const PersonView = z.object({
  id,
  fullName: z.string(),
  birthDate: day.nullable(),
  birthYear: z.number().int().nullable(),
  sex: z.enum(["female", "male"]).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  source: z.enum(["officer", "import", "self"]),
  /** Where they belong today, within the asker's tree. */
  places: z.array(z.object({ unitId: id, unitName: z.string(), relation: Relation, from: day })),
  allowedActions,
});
export type PersonView = z.output<typeof PersonView>;
