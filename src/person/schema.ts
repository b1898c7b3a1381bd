// Side: union. People the union knows: contact, consent, affiliation by date. No identity number, no health.
import { z } from "zod";
import { day, id, line } from "../platform/contract/shapes.ts";
import { isPhone, normalPhone } from "./rules/phone.ts";

export const Relation = z.enum(["member", "worker", "relative"]);
export type Relation = z.output<typeof Relation>;
export const ConsentPurpose = z.enum(["take-part", "reminder", "invitation"]);
export type ConsentPurpose = z.output<typeof ConsentPurpose>;
/** How we know: the person's own link, a signed list on paper, or a code they gave. */
export type ConsentEvidence = "link" | "paper" | "code";

/** Vietnamese phone as typed, old eleven-digit numbers too; stored as 0xxxxxxxxx. */
export const Phone = z.string().max(40).transform(normalPhone).refine(isPhone);

export const PersonEntry = z.object({
  id,
  fullName: line(100),
  birthDate: day.optional(),
  sex: z.enum(["female", "male"]).optional(),
  relation: Relation.default("member"),
  phone: Phone.optional(),
  email: z.email().max(200).optional(),
});
export type PersonEntry = z.output<typeof PersonEntry>;

/** What an officer may put right; a field left out stays, null takes it away. */
export const PersonChange = z.object({
  fullName: line(100).optional(),
  birthDate: day.nullable().optional(),
  sex: z.enum(["female", "male"]).nullable().optional(),
  phone: Phone.nullable().optional(),
  email: z.email().max(200).nullable().optional(),
});
export type PersonChange = z.output<typeof PersonChange>;

/** A row of a unit's list: enough to tell two namesakes apart, no more. */
export const PersonRow = z.object({
  id,
  fullName: z.string(),
  birthYear: z.number().int().nullable(),
  relation: Relation,
  unitId: id,
  unitName: z.string(),
  reachable: z.array(z.enum(["phone", "email"])),
});
export type PersonRow = z.output<typeof PersonRow>;
