// The head of a unit's papers, where it is what a stretch of its life changed. Pure.
import type { UnitHistory } from "../../schema/acts.ts";

type Entry = UnitHistory["entries"][number];

const headOf = ({ superiorName, notation, placeName }: Entry): string =>
  [superiorName, notation, placeName].filter(Boolean).join(", ");

/** The new head, e.g. "Liên đoàn Lao động tỉnh Mẫu, CĐX, Sin Suối Hồ"; undefined where it stayed as in `before`. */
export function letterheadTurn(before: Entry | undefined, entry: Entry): string | undefined {
  if (before === undefined) return undefined;
  const same =
    before.superiorName === entry.superiorName &&
    before.notation === entry.notation &&
    before.placeName === entry.placeName;
  return same ? undefined : headOf(entry);
}
