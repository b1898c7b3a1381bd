// Whether a unit stood on a day, worked out from its life. Pure.
import { addDays } from "../../../platform/pure/calendar.ts";
import type { UnitHistory } from "../../schema/acts.ts";

type Absence =
  /** Not opened yet; `day` is its first. */
  | { readonly why: "not-yet"; readonly day: string }
  /** Ended; `day` is the first without it, `last` the last it stood. */
  | { readonly why: "ended"; readonly day: string; readonly last: string };

/** Why it did not stand on `asOf`; undefined where it did, or where nothing is known of it. */
export function absenceOn(entries: UnitHistory["entries"], asOf: string): Absence | undefined {
  const first = entries[0];
  const last = entries.at(-1)?.until ?? null;
  if (first !== undefined && asOf < first.from) return { why: "not-yet", day: first.from };
  if (last !== null && asOf > last) return { why: "ended", day: addDays(last, 1), last };
  return undefined;
}
