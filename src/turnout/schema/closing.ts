// Side: union. What the facility types while closing: counts that are reconciled in memory and never kept.
import { z } from "zod";
import { id } from "../../platform/contract/shapes.ts";
import { byVolume, people } from "../schema.ts";

/** Why handed out and donations may differ and stand. */
export const ExplanationReason = z.enum(["spoiled", "lost", "later", "declined", "from-host"]);
export type ExplanationReason = z.output<typeof ExplanationReason>;
export const ExplainedLine = z.enum(["certificates", "gifts", "travel"]);
export type ExplainedLine = z.output<typeof ExplainedLine>;

/** What donors were handed; null where the facility does not hand it out. Never money for blood. */
export const HandedOut = z.object({
  /** Certificates used up, spoiled ones included. */
  certificates: people.nullable(),
  /** Gifts in kind, by the volume they were given for. */
  gifts: byVolume.nullable(),
  /** People whose way was paid, and đồng paid to them together. */
  travel: people.nullable(),
  travelDong: z.number().int().min(0).max(100_000_000_000).nullable().default(null),
});
export type HandedOut = z.output<typeof HandedOut>;

/**
 * Raw counts of who came stay between the facility's browser and this request: what may be told of them is kept, nothing
 * else. `salt` is made at random by the client and never kept: the ledger's digest of a request could otherwise be tried
 * out against the few numbers that are possible.
 */
export const ClosingEntry = z.object({
  salt: id,
  /** Of the list: came and did not give; did not come. */
  list: z.object({ stayed: people, absent: people }),
  /** Of the list, by credited unit, who came and did not give; null where not told apart. */
  units: z
    .array(z.object({ unitId: id, stayed: people }))
    .max(500)
    .nullable(),
  /** Outside the list: who came, donors included; null where not counted. */
  outside: people.nullable(),
  handed: HandedOut,
  explanations: z.array(z.object({ line: ExplainedLine, reason: ExplanationReason })).max(3),
});
export type ClosingEntry = z.output<typeof ClosingEntry>;
