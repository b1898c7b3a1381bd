// Closing reconciles: what was entered by name and outside the system against what the facility counted.
import type { ByVolume, Difference, SheetEntry } from "../schema.ts";

export interface Entered {
  /** Donors with a confirmed place. */
  readonly registered: number;
  /** Of these, with an outcome entered. */
  readonly recorded: number;
  /** Of these, donors by millilitres given. */
  readonly donated: ByVolume;
}

export const VOLUME_KEYS = [
  ["ml250", 250],
  ["ml350", 350],
  ["ml450", 450],
] as const;

export const people = (donors: ByVolume): number => donors.ml250 + donors.ml350 + donors.ml450;

/**
 * One line for each thing that does not add up; none means the drive can be closed. `entered` is what stands here,
 * `counted` what it is held against: registered donors, the facility's bags.
 */
export function differences({ registered, recorded, donated }: Entered, sheet: SheetEntry): Difference[] {
  const found: Difference[] = [];
  if (recorded < registered) {
    found.push({
      code: "outcomes-missing",
      volume: null,
      unitId: null,
      entered: recorded,
      counted: registered,
    });
  }
  for (const [key, volume] of VOLUME_KEYS) {
    const entered = donated[key] + sheet.outside[key];
    if (entered !== sheet.bags[key])
      found.push({ code: "bags-differ", volume, unitId: null, entered, counted: sheet.bags[key] });
  }
  return found;
}
