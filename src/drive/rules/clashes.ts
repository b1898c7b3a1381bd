// What stands in the way of drives beside each other: one facility too often, one hall twice, the same people too soon.
// A clash warns; the people who plan decide.
import { type Day, daysBetween } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import { type Occasion, occasionsBetween } from "./occasions.ts";

export interface PlannedDrive {
  readonly id: string;
  readonly day: Day;
  readonly place: string;
  readonly facilityId: string;
  /** Where the host stands in the tree: a host under another invites some of the same people. */
  readonly hostPath: string;
}

/** All drives of a facility on a day, also those of campaigns the asker does not see. */
export interface FacilityDay {
  readonly facilityId: string;
  readonly day: Day;
  readonly drives: number;
  readonly places: number;
}

export interface StatedCapacity {
  readonly facilityId: string;
  readonly from: Day;
  readonly until: Day;
  readonly mostDonors: number;
  readonly teams: number;
}

export type Clash =
  | { readonly kind: "facility-teams"; readonly drives: number; readonly teams: number }
  | { readonly kind: "facility-donors"; readonly places: number; readonly most: number }
  | { readonly kind: "same-place"; readonly otherId: string }
  | { readonly kind: "interval"; readonly otherId: string; readonly days: number }
  | { readonly kind: "occasion"; readonly occasion: Occasion };

interface Around {
  readonly drives: readonly PlannedDrive[];
  readonly facilityDays: readonly FacilityDay[];
  readonly capacities: readonly StatedCapacity[];
  /** Days that must lie between two donations of the same person. */
  readonly intervalDays: number;
}

/** What a facility said it can take on a day; undefined where it has said nothing. */
export const capacityOn = (
  capacities: readonly StatedCapacity[],
  facilityId: string,
  day: Day,
): StatedCapacity | undefined =>
  capacities.find((one) => one.facilityId === facilityId && one.from <= day && day <= one.until);

const inLine = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** All that stands in the way of one drive; the drive itself may be among `drives`. Cancelled ones are left out before. */
export function clashesOf(drive: PlannedDrive, around: Around): readonly Clash[] {
  const clashes: Clash[] = [];
  const stated = capacityOn(around.capacities, drive.facilityId, drive.day);
  const load = around.facilityDays.find(
    (one) => one.facilityId === drive.facilityId && one.day === drive.day,
  );
  if (stated !== undefined && load !== undefined) {
    if (load.drives > stated.teams) {
      clashes.push({ kind: "facility-teams", drives: load.drives, teams: stated.teams });
    }
    if (load.places > stated.mostDonors) {
      clashes.push({ kind: "facility-donors", places: load.places, most: stated.mostDonors });
    }
  }
  const others = around.drives.filter(({ id }) => id !== drive.id);
  for (const other of others) {
    if (other.day === drive.day && searchKey(other.place) === searchKey(drive.place)) {
      clashes.push({ kind: "same-place", otherId: other.id });
    }
  }
  // Whoever gave at the last of them may not give yet; earlier ones say nothing more.
  const last = others
    .filter((other) => other.day < drive.day && inLine(other.hostPath, drive.hostPath))
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (last !== undefined) {
    const days = daysBetween(last.day, drive.day);
    if (days < around.intervalDays) clashes.push({ kind: "interval", otherId: last.id, days });
  }
  for (const { occasion, calls } of occasionsBetween(drive.day, drive.day)) {
    if (!calls) clashes.push({ kind: "occasion", occasion });
  }
  return clashes;
}
