// How many donors the stations of a drive can take in one slot: the slowest station decides.

export interface Stations {
  /** Doctors who examine at the same time, and minutes each needs for one donor. */
  readonly doctors: number;
  readonly examMinutes: number;
  /** Beds on which blood is drawn at the same time, and minutes one donor keeps a bed. */
  readonly beds: number;
  readonly bedMinutes: number;
}

export interface Throughput {
  readonly exam: number;
  readonly collection: number;
  /** The smaller of the two: places of a slot. */
  readonly perSlot: number;
  /** Which holds the others up; undefined where both take as many. */
  readonly slowest: "exam" | "collection" | undefined;
}

/** What is usual at a day of whole blood; a start to be corrected by what the facility brings. */
export const USUAL_STATIONS: Stations = { doctors: 3, examMinutes: 5, beds: 8, bedMinutes: 12 };

/** Whole donors only: what is begun in a slot is ended in it. Numbers that are not above nought give nought. */
export function throughputOf(stations: Stations, slotMinutes: number): Throughput {
  const taken = (places: number, minutes: number): number =>
    places > 0 && minutes > 0 && slotMinutes > 0 ? places * Math.floor(slotMinutes / minutes) : 0;
  const exam = taken(stations.doctors, stations.examMinutes);
  const collection = taken(stations.beds, stations.bedMinutes);
  return {
    exam,
    collection,
    perSlot: Math.min(exam, collection),
    slowest: exam === collection ? undefined : exam < collection ? "exam" : "collection",
  };
}
