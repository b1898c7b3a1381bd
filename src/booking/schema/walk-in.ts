// Side: union. Somebody who comes on the drive's day without a place.
import { z } from "zod";
import { Phone } from "../../person/schema.ts";
import { problems } from "../../platform/contract/problem.ts";
import { day, id, line } from "../../platform/contract/shapes.ts";
import { PlaceRelation } from "./self.ts";

/** As they wrote it on the paper they signed. `unitId` null: of no union, `relation` is `outside` then. */
export const WalkInEntry = z
  .object({
    id,
    personId: id,
    slotId: id,
    fullName: line(100),
    birthDate: day,
    sex: z.enum(["female", "male"]),
    phone: Phone,
    relation: PlaceRelation,
    unitId: id.nullable(),
  })
  .refine((entry) => (entry.unitId === null) === (entry.relation === "outside"), { path: ["relation"] });
export type WalkInEntry = z.output<typeof WalkInEntry>;

export const walkInProblem = problems({ "not-the-day": 409 });
