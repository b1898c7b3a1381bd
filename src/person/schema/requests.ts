// Side: union. What a person asks about their own data, and by when the law wants it answered.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { day, id, instant } from "../../platform/contract/shapes.ts";
import { REQUEST_KINDS } from "../rules/deadlines.ts";
import { PersonChange } from "../schema.ts";

export const RequestKind = z.enum(REQUEST_KINDS);
export const RequestOutcome = z.enum(["done", "refused"]);

export const problem = problems({
  "request-ended": 409,
  "places-running": 409,
  "already-erased": 409,
  "answer-missing": 400,
});

/** Before it is done, `answer` is empty. `note` is what they wrote; emptied when it is done. */
export const DataRequestRow = z.object({
  id,
  kind: RequestKind,
  personId: id,
  fullName: z.string(),
  erased: z.boolean(),
  note: z.string(),
  askedAt: instant,
  acknowledgeBy: day,
  dueOn: day,
  acknowledgedAt: instant.nullable(),
  doneAt: instant.nullable(),
  outcome: RequestOutcome.nullable(),
  answer: z.string(),
  late: z.boolean(),
});
export type DataRequestRow = z.output<typeof DataRequestRow>;

/** What is known of a person, in plain words, by who holds it. */
export const PersonData = z.array(
  z.object({ holder: z.string(), lines: z.array(z.object({ label: z.string(), value: z.string() })) }),
);
export type PersonData = z.output<typeof PersonData>;

export const RequestEnd = z.object({
  outcome: RequestOutcome,
  /** Told to the person. Asked for where the request is refused. */
  answer: z.string().normalize("NFC").trim().max(500).default(""),
  /** For `correct`: what is put right. */
  change: PersonChange.optional(),
  /** For `delete`: also give back places they still hold. */
  withPlaces: z.boolean().default(false),
});
export type RequestEnd = z.output<typeof RequestEnd>;
