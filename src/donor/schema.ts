// Side: union. The donating life the union may know: days and volumes given here, nothing medical.

/** A donation the union knows of: who, at which drive, on which day, how many millilitres (250, 350 or 450). */
export interface KnownDonation {
  readonly personId: string;
  readonly driveId: string;
  readonly day: string;
  readonly volumeMl: number;
}
