// What is typed only while closing. It stays in this browser until the books are closed; the server keeps none of it raw.
import { ClosingEntry, type ExplainedLine, type ExplanationReason } from "../schema/closing.ts";
import { eachWhole, type Typed, type TypedByVolume } from "./sheet-fields.ts";

export interface ClosingFields {
  readonly stayed: Typed;
  readonly absent: Typed;
  /** Empty: not counted. */
  readonly outside: Typed;
  /** Who came without giving, by credited unit; undefined: not told apart. */
  readonly units: Readonly<Record<string, Typed>> | undefined;
  /** Empty: not handed out by the facility. */
  readonly certificates: Typed;
  readonly gifts: TypedByVolume;
  readonly travel: Typed;
  readonly travelDong: Typed;
  readonly reasons: Partial<Readonly<Record<ExplainedLine, ExplanationReason>>>;
}

export const EMPTY_CLOSING: ClosingFields = {
  stayed: "",
  absent: "",
  outside: "",
  units: undefined,
  certificates: "",
  gifts: { ml250: "", ml350: "", ml450: "" },
  travel: "",
  travelDong: "",
  reasons: {},
};

export type ClosingCounts = Omit<ClosingEntry, "salt">;
const Counts = ClosingEntry.omit({ salt: true });

const orNull = (typed: Typed): number | null => (typed === "" ? null : Number(typed));

/** What would be sent; undefined while who came and who did not are not both typed, or a field is no whole number. */
export function readClosing(fields: ClosingFields): ClosingCounts | undefined {
  if (fields.stayed === "" || fields.absent === "") return undefined;
  const { gifts } = fields;
  const noGifts = gifts.ml250 === "" && gifts.ml350 === "" && gifts.ml450 === "";
  const reasons = Object.entries(fields.reasons) as [ExplainedLine, ExplanationReason][];
  return Counts.safeParse({
    list: { stayed: Number(fields.stayed), absent: Number(fields.absent) },
    units:
      fields.units === undefined
        ? null
        : Object.entries(fields.units).map(([unitId, stayed]) => ({ unitId, stayed: Number(stayed) })),
    outside: orNull(fields.outside),
    handed: {
      certificates: orNull(fields.certificates),
      gifts: noGifts ? null : eachWhole(gifts),
      travel: orNull(fields.travel),
      travelDong: orNull(fields.travelDong),
    },
    explanations: reasons.map(([line, reason]) => ({ line, reason })),
  }).data;
}
